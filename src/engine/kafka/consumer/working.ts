import type { Consumer, FetchedRecord } from '../model/consumer.ts'
import type { Body } from '../model/message.ts'
import { type ConsumerEnv, moved, type Moved, type State, andThen } from './moved.ts'

/** What follows when the first of the handed records is done with. */
export type Done = (state: State) => Moved

/** Processing the first of the handed records takes a moment. */
export const work = (self: Consumer, state: State, env: ConsumerEnv): Moved => {
  const record = state.handed[0]
  if (!record) return moved(state)
  return moved(state, { do: 'set-timer', key: 'processed', name: `process[${record.record}] ${self.id}`, at: env.now + env.processing, timer: { timer: 'processed', record } })
}

/** It is processed: its effect is called for, and the reader waits for the reply. */
export const processed = (self: Consumer, record: FetchedRecord, env: ConsumerEnv, done: Done): Moved => {
  const { effect, outside } = env
  const link = outside === null ? undefined : self.volatile.links[outside]
  if (effect === null || outside === null || !link?.connection) return done(self.volatile)
  return moved(
    self.volatile,
    { do: 'note', event: { kind: 'effect-called', node: self.id, record: record.record, effect } },
    { do: 'send', to: outside, connection: link.connection, about: [record.record], body: { api: 'Call', record: record.record, effect } },
  )
}

export const confirmed = (self: Consumer, { record, effect }: Extract<Body, { api: 'CallReply' }>, done: Done): Moved =>
  andThen(moved(self.volatile, { do: 'note', event: { kind: 'effect-confirmed', node: self.id, record, effect } }), done)
