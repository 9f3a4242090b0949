import type { NodeId } from '../../core/world.ts'
import type { Consumer } from '../model/consumer.ts'
import type { Command, Input, Message, Turn } from '../model/kinds.ts'
import { CONTROLLER } from '../model/controller.ts'
import type { ErrorCode } from '../model/error.ts'
import type { Body } from '../model/message.ts'
import { answered, callAgain, callCutShort, giveUpCall } from './calling.ts'
import { buffer, fetchAll } from './fetching.ts'
import { commitFailed, committed, commitTimedOut } from './committing.ts'
import { connectedToCoordinator, foundCoordinator, isCoordinatorDialled, lostCoordinator, reach } from './coordinator.ts'
import { askForMetadata, connected, knows, learned, lostLink, redial } from './finding.ts'
import { type ConsumerEnv, moved, type Moved, type State, andThen } from './moved.ts'
import { afterCommit, goOn, poll } from './poll.ts'
import { isNoLeader, settlePosition } from './position.ts'
import { fetchedOffsets, listed, startAnew } from './seeking.ts'
import { processed } from './working.ts'

/**
 * A reader with `assign()`: reads every partition to the high watermark and does one effect per record, one after the
 * other. With a `group.id` its offsets are kept by the group coordinator, and a restart begins there (CGR-06).
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
      if (isCoordinatorDialled(self.volatile, input.peer)) return connectedToCoordinator(self, self.volatile, input.connection, env)
      return andThen(connected(self.volatile, input.peer, input.connection, env), (s) => (input.peer === env.outside ? callAgain(self, s, 'connection', env) : reach(self, s, env)))
    case 'disconnected':
      return lost(self, input, env)
    case 'resumed':
    case 'started':
      return moved(self.volatile)
    case 'call':
      return input.call.call === 'metadata' ? knows(self.volatile, input.call.cluster, env) : moved(self.volatile)
  }
}

/** A connection that ended, or a try that was refused: to the coordinator, to a leader, or to one that was given up before. */
const lost = (self: Consumer, { peer, connection }: Extract<Input, { kind: 'disconnected' }>, env: ConsumerEnv): Moved => {
  const state = self.volatile
  const isCoordinators = connection === null ? isCoordinatorDialled(state, peer) : state.keeping?.coordinator.link.connection === connection
  if (isCoordinators) return withoutCoordinator(self, state, 'NETWORK_EXCEPTION', env)
  if (connection !== null && state.links[peer]?.connection !== connection) return moved(state)
  return andThen(
    andThen(callCutShort(self, state, peer, env), (s) => lostLink(self, s, peer, env)),
    (s) => reach(self, s, env),
  )
}

const withoutCoordinator = (self: Consumer, state: State, error: ErrorCode, env: ConsumerEnv): Moved =>
  lostCoordinator(self, state, env, (s) => (s.keeping?.commit ? commitFailed(self, s, s.keeping.commit, error, env) : moved(s)))

const hear = (self: Consumer, { from, body }: Message, env: ConsumerEnv): Moved => {
  switch (body.api) {
    case 'FetchResponse':
      return takeFetched(self, from, body, env)
    case 'CallReply':
      return answered(self, body, env, (s) => goOn(self, s, env))
    case 'MetadataResponse':
      return andThen(learned(self, body, env), (s) => reach(self, s, env))
    case 'FindCoordinatorResponse':
      return foundCoordinator(self, self.volatile, body, env)
    case 'OffsetCommitResponse':
      return andThen(committed(self, self.volatile, body.error, env, afterCommit(self, env)), (s) => reach(self, s, env))
    case 'OffsetFetchResponse':
      return andThen(fetchedOffsets(self, self.volatile, body, env), (s) => fetchAll(s, env))
    case 'ListOffsetsResponse':
      return andThen(listed(self, self.volatile, body.results, env), (s) => fetchAll(s, env))
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
    case 'call-timeout':
      return giveUpCall(self, self.volatile, env)
    case 'call-again':
      return callAgain(self, self.volatile, 'pause', env)
    case 'fetch-timeout': {
      const link = self.volatile.links[timer.broker]
      if (!link?.connection) return moved(self.volatile)
      return andThen(moved(self.volatile, { do: 'close', connection: link.connection }), (s) => andThen(lostLink(self, s, timer.broker, env), (after) => reach(self, after, env)))
    }
    case 'coordinator-timeout':
      return closeCoordinator(self, env)
    case 'coordinator-retry':
      return reach(self, self.volatile, env)
    case 'commit-deadline':
      return commitTimedOut(self, self.volatile)
    case 'auto-commit':
      return poll(self, self.volatile, env)
    case 'reconnect':
      return redial(self.volatile, timer.broker)
    case 'refetch':
      return andThen(askForMetadata(self.volatile, env), (s) => fetchAll(s, env))
    case 'start':
      return andThen(startAnew(self, self.volatile, env), (s) =>
        moved(s, ...Object.keys(s.links).map((to): Command => ({ do: 'connect', to, instantly: true })), { do: 'call', to: CONTROLLER, call: { call: 'bootstrap' } }),
      )
    case 'restart':
      return Object.keys(self.volatile.links).reduce((so, broker) => andThen(so, (s) => redial(s, broker)), startAnew(self, self.volatile, env))
    default:
      return moved(self.volatile)
  }
}

/** It did not answer in time: its connection is closed, and another one tried. */
const closeCoordinator = (self: Consumer, env: ConsumerEnv): Moved => {
  const connection = self.volatile.keeping?.coordinator.link.connection
  if (!connection) return moved(self.volatile)
  return andThen(moved(self.volatile, { do: 'close', connection }), (s) => withoutCoordinator(self, s, 'REQUEST_TIMED_OUT', env))
}
