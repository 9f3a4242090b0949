import type { NodeId } from '../../core/world.ts'
import type { Consumer, FetchedRecord } from '../model/consumer.ts'
import type { Command, Input, Message, Turn } from '../model/kinds.ts'
import { CONTROLLER } from '../model/controller.ts'
import type { Body } from '../model/message.ts'
import { buffer, fetchAll } from './fetching.ts'
import { askForMetadata, connected, knows, learned, lostLink, redial } from './finding.ts'
import { type ConsumerEnv, moved, type Moved, type State, andThen } from './moved.ts'
import { isNoLeader, settlePosition } from './position.ts'

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
    case 'connected':
      return connected(self.volatile, input.peer, input.connection, env)
    case 'disconnected':
      return input.connection === null || self.volatile.links[input.peer]?.connection === input.connection ? lostLink(self, self.volatile, input.peer, env) : moved(self.volatile)
    case 'resumed':
    case 'started':
      return moved(self.volatile)
    case 'call':
      return input.call.call === 'metadata' ? knows(self.volatile, input.call.cluster, env) : moved(self.volatile)
  }
}

const hear = (self: Consumer, { from, body }: Message, env: ConsumerEnv): Moved => {
  switch (body.api) {
    case 'FetchResponse':
      return takeFetched(self, from, body, env)
    case 'CallReply':
      return confirmed(self, body, env)
    case 'MetadataResponse':
      return learned(self, body, env)
    default:
      return moved(self.volatile)
  }
}

const takeFetched = (self: Consumer, from: NodeId, body: Extract<Body, { api: 'FetchResponse' }>, env: ConsumerEnv): Moved => {
  const { [from]: _, ...fetching } = self.volatile.fetching
  const settled = body.partitions.reduce((so, p) => andThen(so, (s) => settlePosition(self, s, p, env)), moved({ ...self.volatile, fetching }))
  const taken = andThen(settled, (s) => moved(buffer(s, body.partitions)))
  const isEmpty = taken.state.buffered.length === self.volatile.buffered.length
  return andThen(
    andThen(taken, (s) => poll(self, s, env)),
    (s) => (isEmpty && !body.partitions.some(isNoLeader) ? fetchAll(s, env) : moved(s)),
  )
}

/** CGR-01: a poll hands over what has arrived, moves the position, and the next fetch leaves. */
const poll = (self: Consumer, state: State, env: ConsumerEnv): Moved => {
  if (state.handed.length > 0 || state.buffered.length === 0) return moved(state)
  const handed = state.buffered.slice(0, env.config['max.poll.records'])
  const positions = { ...state.positions, ...Object.fromEntries(handed.map((r) => [r.partition, r.offset + 1])) }
  const notes = handed.map(({ partition, record, offset }): Command => ({ do: 'note', event: { kind: 'record-delivered', node: self.id, partition, record, offset } }))
  const after = { ...state, handed, positions, buffered: state.buffered.slice(handed.length) }
  return andThen(
    andThen(moved(after, ...notes), (s) => fetchAll(s, env)),
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
      return andThen(moved(self.volatile, { do: 'close', connection: link.connection }), (s) => lostLink(self, s, timer.broker, env))
    }
    case 'reconnect':
      return redial(self.volatile, timer.broker)
    case 'refetch':
      return andThen(askForMetadata(self.volatile, env), (s) => fetchAll(s, env))
    case 'start':
      return moved(
        self.volatile,
        ...Object.keys(self.volatile.links).map((to): Command => ({ do: 'connect', to, instantly: true })),
        { do: 'call', to: CONTROLLER, call: { call: 'bootstrap' } },
      )
    case 'restart':
      return Object.keys(self.volatile.links).reduce((so, broker) => andThen(so, (s) => redial(s, broker)), moved(self.volatile))
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
  andThen(moved(self.volatile, { do: 'note', event: { kind: 'effect-confirmed', node: self.id, record, effect } }), (s) => doneWithFirst({ ...self, volatile: s }, env))

const doneWithFirst = (self: Consumer, env: ConsumerEnv): Moved => work(self, { ...self.volatile, handed: self.volatile.handed.slice(1) }, env)
