import type { NodeId } from '../../core/world.ts'
import type { Consumer } from '../model/consumer.ts'
import type { Command, Input, Message, Turn } from '../model/kinds.ts'
import { CONTROLLER } from '../model/controller.ts'
import type { Body } from '../model/message.ts'
import { buffer, fetchAll } from './fetching.ts'
import { askForMetadata, connected, knows, learned, lostLink, redial } from './finding.ts'
import { type ConsumerEnv, moved, type Moved, andThen } from './moved.ts'
import { goOn, poll } from './poll.ts'
import { isNoLeader, settlePosition } from './position.ts'
import { confirmed, processed } from './working.ts'

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
      return confirmed(self, body, (s) => goOn(self, s, env))
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

const wakeUp = (self: Consumer, { timer }: Extract<Input, { kind: 'timer' }>, env: ConsumerEnv): Moved => {
  switch (timer.timer) {
    case 'processed':
      return processed(self, timer.record, env, (s) => goOn(self, s, env))
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
