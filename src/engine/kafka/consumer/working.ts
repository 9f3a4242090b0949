import type { Consumer, FetchedRecord } from '../model/consumer.ts'
import { callFor } from './calling.ts'
import { type ConsumerEnv, type Done, moved, type Moved, type State } from './moved.ts'

/** Processing the first of the handed records takes a moment. */
export const work = (self: Consumer, state: State, env: ConsumerEnv): Moved => {
  const record = state.handed[0]
  if (!record) return moved(state)
  return moved(state, { do: 'set-timer', key: 'processed', name: `process[${record.record}] ${self.id}`, at: env.now + env.processing, timer: { timer: 'processed', record } })
}

/** It is processed: its effect is called for, or there is none. */
export const processed = (self: Consumer, record: FetchedRecord, env: ConsumerEnv, done: Done): Moved =>
  env.effect === null || env.outside === null ? done(self.volatile) : callFor(self, { ...self.volatile, call: { attempt: 0, waits: 'connection' } }, record, env)
