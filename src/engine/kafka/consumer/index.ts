import type { Millis, NodeId } from '../../core/world.ts'
import { backoff } from '../clients/backoff.ts'
import type { ConsumerConfig } from '../config/index.ts'
import type { Command, Env, Input, Message, Turn } from '../model/kinds.ts'
import type { Body, EffectKind, FetchPartition } from '../model/message.ts'
import { brokerNode } from '../model/names.ts'
import type { Consumer, FetchedRecord } from '../model/consumer.ts'

export interface ConsumerEnv extends Env<ConsumerConfig> {
  readonly effect: EffectKind | null
  readonly outside: NodeId | null
  readonly processing: Millis
}

type State = Consumer['volatile']
interface Moved {
  readonly state: State
  readonly commands: readonly Command[]
}
const moved = (state: State, ...commands: readonly Command[]): Moved => ({ state, commands })
const then = (first: Moved, next: (state: State) => Moved): Moved => {
  const second = next(first.state)
  return { state: second.state, commands: [...first.commands, ...second.commands] }
}

/**
 * A reader with `assign()`: reads every partition to the high watermark and does one effect per record, one after the
 * other. Commits come with a later issue, so a restarted reader begins at the beginning.
 */
export const handleConsumer = (self: Consumer, input: Input, env: ConsumerEnv): Turn<Consumer> => {
  const { state, commands } = react(self, input, env)
  return { self: { ...self, up: true, volatile: state }, commands }
}

const react = (self: Consumer, input: Input, env: ConsumerEnv): Moved => {
  switch (input.kind) {
    case 'message':
      return hear(self, input.message, env)
    case 'timer':
      return wakeUp(self, input, env)
    case 'connected': {
      const link = { state: 'connected' as const, connection: input.connection, notBefore: 0, failures: 0 }
      return fetchAll({ ...self.volatile, links: { ...self.volatile.links, [input.peer]: link } }, env)
    }
    case 'disconnected':
      return input.connection === null || self.volatile.links[input.peer]?.connection === input.connection ? lostLink(self, self.volatile, input.peer, env) : moved(self.volatile)
    case 'started':
    case 'call':
      return moved(self.volatile)
  }
}

const hear = (self: Consumer, message: Message, env: ConsumerEnv): Moved => {
  const { body } = message
  if (body.api === 'FetchResponse') return takeFetched(self, message.from, body, env)
  if (body.api === 'CallReply') return confirmed(self, body, env)
  return moved(self.volatile)
}

/** Records behind the position only: an answer may begin inside a batch. */
const takeFetched = (self: Consumer, from: NodeId, body: Extract<Body, { api: 'FetchResponse' }>, env: ConsumerEnv): Moved => {
  const { [from]: _, ...fetching } = self.volatile.fetching
  const fetched = body.partitions.flatMap(({ partition, batches }) =>
    batches.flatMap((b) => b.records.map((r, i): FetchedRecord => ({ partition, record: r.record, offset: b.baseOffset + i }))).filter((r) => r.offset >= (self.volatile.positions[r.partition] ?? 0)),
  )
  const state = { ...self.volatile, fetching, buffered: [...self.volatile.buffered, ...fetched] }
  return then(poll(self, state, env), (s) => (fetched.length === 0 ? fetchAll(s, env) : moved(s)))
}

/** CGR-01: a poll hands over what has arrived, moves the position, and the next fetch leaves. */
const poll = (self: Consumer, state: State, env: ConsumerEnv): Moved => {
  if (state.handed.length > 0 || state.buffered.length === 0) return moved(state)
  const handed = state.buffered.slice(0, env.config['max.poll.records'])
  const positions = { ...state.positions, ...Object.fromEntries(handed.map((r) => [r.partition, r.offset + 1])) }
  const notes = handed.map(({ partition, record, offset }): Command => ({ do: 'note', event: { kind: 'record-delivered', node: self.id, partition, record, offset } }))
  const after = { ...state, handed, positions, buffered: state.buffered.slice(handed.length) }
  return then(
    then(moved(after, ...notes), (s) => fetchAll(s, env)),
    (s) => work(self, s, env),
  )
}

/** Processing the first of the handed records takes a moment. */
const work = (self: Consumer, state: State, env: ConsumerEnv): Moved => {
  const record = state.handed[0]
  if (!record) return poll(self, state, env)
  return moved(state, { do: 'set-timer', key: 'processed', name: `process[${record.record}] ${self.id}`, at: env.now + env.processing, timer: { timer: 'processed', record } })
}

const wakeUp = (self: Consumer, { timer }: Extract<Input, { kind: 'timer' }>, env: ConsumerEnv): Moved => {
  switch (timer.timer) {
    case 'processed':
      return processed(self, timer.record, env)
    case 'fetch-timeout': {
      const link = self.volatile.links[timer.broker]
      if (!link?.connection) return moved(self.volatile)
      return then(moved(self.volatile, { do: 'close', connection: link.connection }), (s) => lostLink(self, s, timer.broker, env))
    }
    case 'reconnect':
      return redial(self.volatile, timer.broker)
    case 'restart':
      return Object.keys(self.volatile.links).reduce((so, broker) => then(so, (s) => redial(s, broker)), moved(self.volatile))
    default:
      return moved(self.volatile)
  }
}

const processed = (self: Consumer, record: FetchedRecord, env: ConsumerEnv): Moved => {
  const { effect, outside } = env
  const link = outside === null ? undefined : self.volatile.links[outside]
  if (effect === null || outside === null || !link?.connection) return doneWithFirst(self, env)
  return moved(
    self.volatile,
    { do: 'note', event: { kind: 'effect-called', node: self.id, record: record.record, effect } },
    { do: 'send', to: outside, connection: link.connection, about: [record.record], body: { api: 'Call', record: record.record, effect } },
  )
}

const confirmed = (self: Consumer, { record, effect }: Extract<Body, { api: 'CallReply' }>, env: ConsumerEnv): Moved =>
  then(moved(self.volatile, { do: 'note', event: { kind: 'effect-confirmed', node: self.id, record, effect } }), (s) => doneWithFirst({ ...self, volatile: s }, env))

const doneWithFirst = (self: Consumer, env: ConsumerEnv): Moved => work(self, { ...self.volatile, handed: self.volatile.handed.slice(1) }, env)

/** One fetch per broker at a time, for every partition it leads. */
const fetchAll = (state: State, env: ConsumerEnv): Moved =>
  Object.keys(state.links).reduce((so, broker) => then(so, (s) => fetchFrom(s, broker, env)), moved(state))

const fetchFrom = (state: State, broker: NodeId, env: ConsumerEnv): Moved => {
  const link = state.links[broker]
  const partitions = wantedFrom(state, broker)
  if (!link?.connection || partitions.length === 0 || state.fetching[broker] !== undefined) return moved(state)
  const fetching = { ...state.fetching, [broker]: env.now }
  return moved({ ...state, fetching }, { do: 'send', to: broker, connection: link.connection, about: [], body: { api: 'Fetch', replica: null, partitions } })
}

/** From behind what is buffered, for partitions with nothing buffered. */
export const wantedFrom = (state: Pick<State, 'positions' | 'metadata' | 'buffered'>, broker: NodeId): readonly FetchPartition[] =>
  Object.entries(state.positions).flatMap(([partition, fetchOffset]) => {
    const known = state.metadata[partition]
    if (!known || known.leader === null || brokerNode(known.leader) !== broker || state.buffered.some((r) => r.partition === partition)) return []
    return [{ partition, fetchOffset, leaderEpoch: known.leaderEpoch, lastFetchedEpoch: -1 }]
  })

const lostLink = (self: Consumer, state: State, broker: NodeId, env: ConsumerEnv): Moved => {
  const failures = (state.links[broker]?.failures ?? 0) + 1
  const notBefore = env.now + backoff(env.config['reconnect.backoff.ms'], env.config['reconnect.backoff.max.ms'], failures)
  const { [broker]: _, ...fetching } = state.fetching
  const links = { ...state.links, [broker]: { state: 'disconnected' as const, connection: null, notBefore, failures } }
  return moved(
    { ...state, links, fetching },
    { do: 'cancel-timer', key: `fetch-timeout ${broker}` },
    { do: 'set-timer', key: `reconnect ${broker}`, name: `reconnect ${self.id}>${broker}`, at: notBefore, timer: { timer: 'reconnect', broker } },
  )
}

const redial = (state: State, broker: NodeId): Moved => {
  const link = state.links[broker]
  if (!link || link.state !== 'disconnected') return moved(state)
  return moved({ ...state, links: { ...state.links, [broker]: { ...link, state: 'connecting' } } }, { do: 'connect', to: broker })
}
