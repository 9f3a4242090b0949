import type { NodeId } from '../../core/world.ts'
import type { Consumer } from '../model/consumer.ts'
import type { Body, ListedOffset, PartitionOffset } from '../model/message.ts'
import { brokerNode, type TopicPartition } from '../model/names.ts'
import { askForMetadata, laterCommand } from './finding.ts'
import { giveUp } from './givingUp.ts'
import { at, never, put, putCoordinator } from './keeping.ts'
import { type ConsumerEnv, moved, type Moved, type State, andThen } from './moved.ts'

/**
 * CGR-06, CON-03: a partition without a committed offset begins where `auto.offset.reset` says: its leader is asked for
 * that, or the reader is told (`none`). `by_duration` reaches back further than any run here lasts, so it is `earliest`.
 */
const resetOne = (state: State, partition: TopicPartition): State => ({ ...state, seeking: { ...state.seeking, [partition]: 'wanted' } })

const reset = (self: Consumer, state: State, partitions: readonly TopicPartition[], env: ConsumerEnv): Moved => {
  if (partitions.length === 0) return moved(state)
  if (env.config['auto.offset.reset'] === 'none') return giveUp(self, state, 'NoOffsetForPartitionException')
  return moved(partitions.reduce(resetOne, state))
}

/** One request per leader, for every partition whose position is wanted. */
export const askWhere = (state: State, broker: NodeId, env: ConsumerEnv): Moved => {
  const connection = state.links[broker]?.connection
  const partitions = Object.entries(state.seeking).flatMap(([partition, is]) => {
    const known = state.metadata[partition]
    const isHere = known != null && known.leader !== null && brokerNode(known.leader) === broker
    return is === 'wanted' && isHere && !state.failed.includes(partition) ? [{ partition, leaderEpoch: known.leaderEpoch }] : []
  })
  if (!connection || partitions.length === 0) return moved(state)
  const seeking = { ...state.seeking, ...Object.fromEntries(partitions.map((p) => [p.partition, 'asked' as const])) }
  const which = env.config['auto.offset.reset'] === 'latest' ? 'latest' : 'earliest'
  return moved({ ...state, seeking }, { do: 'send', to: broker, connection, about: [], body: { api: 'ListOffsets', which, partitions } })
}

/** What was asked of a broker whose connection ended is asked again. */
export const lostLeader = (state: State, broker: NodeId): State => {
  const isThere = (partition: TopicPartition): boolean => {
    const leader = state.metadata[partition]?.leader
    return leader != null && brokerNode(leader) === broker
  }
  return { ...state, seeking: Object.fromEntries(Object.entries(state.seeking).map(([p, is]) => [p, isThere(p) ? 'wanted' : is])) }
}

/** The leaders have said where their logs begin or end. An error means to ask for metadata, or a little later. */
export const listed = (self: Consumer, state: State, results: readonly ListedOffset[], env: ConsumerEnv): Moved =>
  results.reduce((so, { partition, error, offset }) => {
    if (so.state.seeking[partition] === undefined) return so
    if (error === 'NONE') return andThen(so, (s) => begin(self, s, { partition, offset }, 'reset'))
    const again = andThen(so, (s) => moved(resetOne(s, partition)))
    return andThen(again, (s) => (error === 'OFFSET_NOT_AVAILABLE' ? moved(s, laterCommand(env)) : askForMetadata(s, env)))
  }, moved(state))

const begin = (self: Consumer, state: State, { partition, offset }: PartitionOffset, because: 'committed' | 'reset'): Moved => {
  const { [partition]: _, ...seeking } = state.seeking
  return moved({ ...state, seeking, positions: { ...state.positions, [partition]: offset } }, { do: 'note', event: { kind: 'position-found', node: self.id, partition, offset, because } })
}

/** CGR-06: a restart begins at the committed offsets. */
export const fetchedOffsets = (self: Consumer, state: State, { error, offsets }: Extract<Body, { api: 'OffsetFetchResponse' }>, env: ConsumerEnv): Moved => {
  const heard = moved(put(state, { fetched: error === 'NONE' ? 'done' : 'wanted' }), never('coordinator-timeout'))
  if (error !== 'NONE') {
    const retry = at(self.id, env.now + env.config['retry.backoff.ms'], { timer: 'coordinator-retry' }, true)
    return andThen(heard, (s) => moved(error === 'COORDINATOR_LOAD_IN_PROGRESS' ? s : putCoordinator(s, { known: false }), retry))
  }
  const none = offsets.filter((o) => o.offset < 0).map((o) => o.partition)
  const begun = offsets.filter((o) => o.offset >= 0).reduce((so, o) => andThen(so, (s) => begin(self, s, o, 'committed')), heard)
  return andThen(begun, (s) => reset(self, s, none, env))
}

/** A process that has just started knows no position: it asks the coordinator, or, without a group, goes by `auto.offset.reset`. */
export const startAnew = (self: Consumer, state: State, env: ConsumerEnv): Moved => {
  if (state.keeping !== null) return moved(put(state, { autoCommitAt: env.now + env.config['auto.commit.interval.ms'] }))
  const unknown = Object.keys(state.metadata).filter((p) => state.positions[p] === undefined)
  return reset(self, state, unknown, env)
}
