import type { Millis, NodeId } from '../../core/world.ts'
import type { Consumer, FetchedRecord } from '../model/consumer.ts'
import type { KafkaEvent } from '../model/event.ts'
import type { Command } from '../model/kinds.ts'
import type { Body } from '../model/message.ts'
import { type ConsumerEnv, type Done, moved, type Moved, type State, andThen } from './moved.ts'

/**
 * How long a reader waits for the answer to a call, and how long it rests after one that failed. No settings of Kafka's, which
 * knows nothing of calls: ours, and fixed.
 */
const CALL_TIMEOUT: Millis = 1_000
const CALL_PAUSE: Millis = 100

/** Calls for the effect of a record, again and again until it is told that it is done: at least once by nature (EXT-01). */
export const callFor = (self: Consumer, state: State, { record, partition, offset }: FetchedRecord, env: ConsumerEnv): Moved => {
  const { effect, outside, guard } = env
  const link = outside === null ? undefined : state.links[outside]
  const attempt = (state.call?.attempt ?? 0) + 1
  if (effect === null || outside === null) return moved(state)
  if (!link?.connection) return moved({ ...state, call: { attempt: attempt - 1, waits: 'connection' } })
  return moved(
    { ...state, call: { attempt, waits: 'answer' } },
    { do: 'note', event: { kind: 'effect-called', node: self.id, record, effect, attempt } },
    { do: 'send', to: outside, connection: link.connection, about: [record], body: { api: 'Call', record, effect, partition, offset, guard } },
    { do: 'set-timer', key: 'call-timeout', name: `call-timeout[${record}] ${self.id}`, at: env.now + CALL_TIMEOUT, timer: { timer: 'call-timeout' } },
  )
}

/** The answer to the open call; one to a copy of an earlier call tells nothing new. */
export const answered = (self: Consumer, body: Extract<Body, { api: 'CallReply' }>, env: ConsumerEnv, done: Done): Moved => {
  const state = self.volatile
  const first = state.handed[0]
  if (state.call?.waits !== 'answer' || first?.partition !== body.partition || first.offset !== body.offset) return moved(state)
  const { record, effect, outcome } = body
  const heard = moved(state, { do: 'cancel-timer', key: 'call-timeout' })
  if (outcome === 'failed') return andThen(heard, (s) => rest(self, s, first, env))
  const event: KafkaEvent = { kind: 'effect-confirmed', node: self.id, record, effect, outcome }
  return andThen(andThen(heard, (s) => moved({ ...s, call: null }, { do: 'note', event })), done)
}

/** Nothing was done, and the reader knows it: it calls again after a pause. */
const rest = (self: Consumer, state: State, { record }: FetchedRecord, { effect, now }: ConsumerEnv): Moved => {
  const attempt = state.call?.attempt ?? 0
  const again = now + CALL_PAUSE
  const timer: Command = { do: 'set-timer', key: 'call-again', name: `call-again[${record}] ${self.id}`, at: again, timer: { timer: 'call-again' } }
  return effect === null ? moved(state) : moved({ ...state, call: { attempt, waits: 'pause' } }, { do: 'note', event: { kind: 'effect-call-failed', node: self.id, record, effect, attempt, again } }, timer)
}

/** The pause is over, or a connection stands again: the open call is made once more. */
export const callAgain = (self: Consumer, state: State, waits: 'pause' | 'connection', env: ConsumerEnv): Moved => {
  const first = state.handed[0]
  return first && state.call?.waits === waits ? callFor(self, state, first, env) : moved(state)
}

/** No answer in time: whether it was done cannot be known. The connection is given up with it, and another one is dialled. */
export const giveUpCall = (self: Consumer, state: State, env: ConsumerEnv): Moved => {
  const link = env.outside === null ? undefined : state.links[env.outside]
  if (env.outside === null || !link?.connection) return moved(state)
  const links = { ...state.links, [env.outside]: { ...link, state: 'connecting' as const, connection: null } }
  return andThen(doubt(self, state, env, 'no-answer'), (s) => moved({ ...s, links }, { do: 'close', connection: link.connection ?? '' }, { do: 'connect', to: env.outside ?? '' }))
}

/** A connection has ended: an open call on it will not be answered. */
export const callCutShort = (self: Consumer, state: State, peer: NodeId, env: ConsumerEnv): Moved => {
  if (peer !== env.outside || state.call?.waits !== 'answer') return moved(state)
  return andThen(doubt(self, state, env, 'disconnected'), (s) => moved(s, { do: 'cancel-timer', key: 'call-timeout' }))
}

const doubt = (self: Consumer, state: State, { effect }: ConsumerEnv, because: 'no-answer' | 'disconnected'): Moved => {
  const [first, attempt] = [state.handed[0], state.call?.attempt ?? 0]
  if (!first || effect === null) return moved(state)
  return moved({ ...state, call: { attempt, waits: 'connection' } }, { do: 'note', event: { kind: 'effect-in-doubt', node: self.id, record: first.record, effect, attempt, because } })
}
