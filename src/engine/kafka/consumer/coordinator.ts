import type { ConnectionId, NodeId } from '../../core/world.ts'
import { backoff } from '../clients/backoff.ts'
import type { Consumer, Keeping } from '../model/consumer.ts'
import type { Body } from '../model/message.ts'
import { brokerNode, isBrokerNode } from '../model/names.ts'
import { at, DOWN, never, offsetsOf, put, putCommit, putCoordinator } from './keeping.ts'
import { type ConsumerEnv, moved, type Moved, type State, andThen } from './moved.ts'

/** The first thing the coordinator has to be told or asked; null: nothing now. */
const dueNow = ({ fetched, commit }: Keeping, now: number): 'fetch' | 'commit' | null => {
  if (fetched === 'wanted') return 'fetch'
  return commit && !commit.sent && commit.notBefore <= now ? 'commit' : null
}

/**
 * Says to the coordinator what is to be said: looks it up, dials it, or waits for either. It has a connection of its own
 * (model.md section 1). Look-ups are not repeated every millisecond as real ones are (TXN-08).
 */
export const reach = (self: Consumer, state: State, env: ConsumerEnv): Moved => {
  const { keeping } = state
  if (keeping === null || dueNow(keeping, env.now) === null) return moved(state)
  const { node, known, link } = keeping.coordinator
  if (!known || node === null) return lookUp(state, keeping)
  if (link.state === 'connected' && link.connection !== null) return say(self, state, keeping, node, link.connection, env)
  if (link.state === 'connecting') return moved(state)
  if (env.now < link.notBefore) return moved(state, at(self.id, link.notBefore, { timer: 'coordinator-retry' }, true))
  return moved(putCoordinator(state, { link: { ...link, state: 'connecting' } }), { do: 'connect', to: node })
}

/** Asked of the least loaded broker: one that no fetch waits at, if there is one. */
const lookUp = (state: State, { coordinator }: Keeping): Moved => {
  if (coordinator.asked !== null) return moved(state)
  const connected = Object.entries(state.links).filter(([node, link]) => isBrokerNode(node) && link.connection !== null)
  const [broker, link] = connected.find(([node]) => state.fetching[node] === undefined) ?? connected[0] ?? []
  if (broker === undefined || !link || link.connection === null) return moved(state)
  return moved(putCoordinator(state, { asked: broker }), { do: 'send', to: broker, connection: link.connection, about: [], body: { api: 'FindCoordinator', group: groupOf(state) } })
}

const say = (self: Consumer, state: State, keeping: Keeping, to: NodeId, connection: ConnectionId, env: ConsumerEnv): Moved => {
  // TMO-08: strictly longer than the request time-out.
  const timeout = at(self.id, env.now + env.config['request.timeout.ms'] + 1, { timer: 'coordinator-timeout' })
  if (keeping.fetched === 'wanted') {
    const partitions = Object.keys(state.metadata)
    return moved(put(state, { fetched: 'asked' }), { do: 'send', to, connection, about: [], body: { api: 'OffsetFetch', group: groupOf(state), partitions } }, timeout)
  }
  const { commit } = keeping
  if (!commit) return moved(state)
  const offsets = offsetsOf(commit.records)
  const attempt = commit.attempt + 1
  return moved(
    putCommit(state, commit, { sent: true, attempt }),
    { do: 'send', to, connection, about: commit.records.map((r) => r.record), body: { api: 'OffsetCommit', group: groupOf(state), offsets } },
    { do: 'note', event: { kind: 'commit-sent', node: self.id, because: commit.because, attempt, offsets } },
    timeout,
  )
}

const groupOf = ({ keeping }: State): string => keeping?.group ?? ''

export const foundCoordinator = (self: Consumer, state: State, { error, coordinator }: Extract<Body, { api: 'FindCoordinatorResponse' }>, env: ConsumerEnv): Moved => {
  const before = state.keeping?.coordinator
  const answered = putCoordinator(state, { asked: null })
  if (error !== 'NONE' || coordinator === null) return moved(answered, at(self.id, env.now + env.config['retry.backoff.ms'], { timer: 'coordinator-retry' }, true))
  const node = brokerNode(coordinator)
  const link = before?.node === node ? before.link : DOWN
  return reach(self, putCoordinator(answered, { node, known: true, link }), env)
}

export const isCoordinatorDialled = ({ keeping, links }: State, peer: NodeId): boolean =>
  keeping?.coordinator.node === peer && keeping.coordinator.link.state === 'connecting' && links[peer]?.state !== 'connecting'

export const connectedToCoordinator = (self: Consumer, state: State, connection: ConnectionId, env: ConsumerEnv): Moved =>
  reach(self, putCoordinator(state, { link: { state: 'connected', connection, notBefore: 0, failures: 0 } }), env)

/**
 * The connection to the coordinator has ended, or was refused: it has to be looked up anew. What was not answered is tried
 * again: a commit that the code waits for after `retry.backoff.ms`, an automatic one by a later poll (CGR-03).
 */
export const lostCoordinator = (self: Consumer, state: State, env: ConsumerEnv, failed: (state: State) => Moved): Moved => {
  const before = state.keeping?.coordinator.link ?? DOWN
  const failures = before.failures + 1
  const notBefore = env.now + backoff(env.config['reconnect.backoff.ms'], env.config['reconnect.backoff.max.ms'], failures)
  const lost = put(putCoordinator(state, { known: false, link: { ...DOWN, notBefore, failures } }), state.keeping?.fetched === 'asked' ? { fetched: 'wanted' } : {})
  const told = state.keeping?.commit?.sent ? failed(lost) : moved(lost)
  return andThen(andThen(told, (s) => moved(s, never('coordinator-timeout'))), (s) => reach(self, s, env))
}

/** A broker that was asked who coordinates is gone with the answer. */
export const lostAdviser = (state: State, broker: NodeId): State => (state.keeping?.coordinator.asked === broker ? putCoordinator(state, { asked: null }) : state)
