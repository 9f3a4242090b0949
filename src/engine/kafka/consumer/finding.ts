import type { NodeId } from '../../core/world.ts'
import { backoff } from '../clients/backoff.ts'
import type { Consumer } from '../model/consumer.ts'
import type { Command } from '../model/kinds.ts'
import type { ClusterState } from '../model/controller.ts'
import type { Body, PartitionMetadata } from '../model/message.ts'
import { isBrokerNode, isInternal } from '../model/names.ts'
import { timerKey } from '../model/timer.ts'
import { fetchAll, leads } from './fetching.ts'
import { lostAdviser } from './coordinator.ts'
import { lostLeader } from './seeking.ts'
import { type ConsumerEnv, moved, type Moved, type State, andThen } from './moved.ts'

/** How a reader finds its leaders again: metadata after each lost connection, each refused try and each error of leadership (FO-02). */
export const askForMetadata = (state: State, env: ConsumerEnv): Moved => {
  const asked = Object.entries(state.links).find(([broker, link]) => isBrokerNode(broker) && link.connection !== null && state.fetching[broker] === undefined)
  if (!asked || asked[1].connection === null) return moved(state, laterCommand(env))
  return moved(state, { do: 'send', to: asked[0], connection: asked[1].connection, about: [], body: { api: 'Metadata' } })
}

/** Asked again after `retry.backoff.ms`; it guards an idle wait. */
export const laterCommand = (env: ConsumerEnv): Command => {
  const timer = { timer: 'refetch' as const, broker: 'any' }
  return { do: 'set-timer', key: timerKey(timer), name: 'refetch of a reader', at: env.now + env.config['retry.backoff.ms'], timer, background: true }
}

export const learned = (self: Consumer, body: Extract<Body, { api: 'MetadataResponse' }>, env: ConsumerEnv): Moved => {
  const { metadata } = self.volatile
  const known = (p: PartitionMetadata): number => metadata[p.partition]?.leaderEpoch ?? -1
  const newer = body.partitions.filter((p) => p.leaderEpoch >= known(p))
  const isNews = body.partitions.some((p) => p.leaderEpoch > known(p))
  const state = { ...self.volatile, metadata: { ...metadata, ...Object.fromEntries(newer.map((p) => [p.partition, p])) } }
  const dialled = Object.keys(state.links).reduce((so, broker) => andThen(so, (s) => (leads(s, broker) && env.now >= (s.links[broker]?.notBefore ?? 0) ? redial(s, broker) : moved(s))), moved(state))
  const isLeaderless = Object.values(state.metadata).some((p) => p.leader === null)
  // Nothing new: asking the same leader again at once would change nothing.
  if (!isNews) return andThen(dialled, (s) => moved(s, laterCommand(env)))
  return andThen(
    andThen(dialled, (s) => fetchAll(s, env)),
    (s) => (isLeaderless ? moved(s, laterCommand(env)) : moved(s)),
  )
}

/** What a reader that starts is told at once (model.md section 4). */
export const knows = (state: State, { partitions }: ClusterState, env: ConsumerEnv): Moved => {
  const metadata = Object.fromEntries(partitions.filter((p) => !isInternal(p.partition)).map(({ partition, leader, leaderEpoch }): [string, PartitionMetadata] => [partition, { partition, leader, leaderEpoch }]))
  return fetchAll({ ...state, metadata }, env)
}

export const connected = (state: State, peer: NodeId, connection: string, env: ConsumerEnv): Moved =>
  fetchAll({ ...state, links: { ...state.links, [peer]: { state: 'connected', connection, notBefore: 0, failures: 0 } } }, env)

/** TMO-09; only a leader, or the last broker left, is dialled again. */
export const lostLink = (self: Consumer, state: State, broker: NodeId, env: ConsumerEnv): Moved => {
  const failures = (state.links[broker]?.failures ?? 0) + 1
  const notBefore = env.now + backoff(env.config['reconnect.backoff.ms'], env.config['reconnect.backoff.max.ms'], failures)
  const forgotten = lostLeader(lostAdviser(state, broker), broker)
  const { [broker]: _, ...fetching } = forgotten.fetching
  const links = { ...forgotten.links, [broker]: { state: 'disconnected' as const, connection: null, notBefore, failures } }
  const after = { ...forgotten, links, fetching }
  const retry: Command = { do: 'set-timer', key: timerKey({ timer: 'reconnect', broker }), name: `reconnect ${self.id}>${broker}`, at: notBefore, timer: { timer: 'reconnect', broker }, background: true }
  const stop: Command = { do: 'cancel-timer', key: timerKey({ timer: 'fetch-timeout', broker }) }
  return andThen(moved(after, stop, retry), (s) => (isBrokerNode(broker) ? askForMetadata(s, env) : moved(s)))
}

export const redial = (state: State, broker: NodeId): Moved => {
  const link = state.links[broker]
  const isWanted = !isBrokerNode(broker) || leads(state, broker) || Object.entries(state.links).every(([b, l]) => !isBrokerNode(b) || l.connection === null)
  if (link?.state !== 'disconnected' || !isWanted) return moved(state)
  return moved({ ...state, links: { ...state.links, [broker]: { ...link, state: 'connecting' } } }, { do: 'connect', to: broker })
}
