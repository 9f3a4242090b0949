import type { NodeId } from '../../core/world.ts'
import type { FetchedRecord } from '../model/consumer.ts'
import type { ConsumerConfig } from '../config/index.ts'
import type { Body, FetchedPartition, FetchPartition } from '../model/message.ts'
import { brokerNode } from '../model/names.ts'
import { askWhere } from './seeking.ts'
import { type ConsumerEnv, moved, type Moved, type State, andThen } from './moved.ts'

/** One fetch per broker at a time, for every partition it leads; where a position is wanted, that is asked first. */
export const fetchAll = (state: State, env: ConsumerEnv): Moved => Object.keys(state.links).reduce((so, broker) => andThen(andThen(so, (s) => askWhere(s, broker, env)), (s) => fetchFrom(s, broker, env)), moved(state))

const fetchFrom = (state: State, broker: NodeId, env: ConsumerEnv): Moved => {
  const link = state.links[broker]
  const partitions = wantedFrom(state, broker)
  if (!link?.connection || partitions.length === 0 || state.fetching[broker] !== undefined) return moved(state)
  const fetching = { ...state.fetching, [broker]: env.now }
  return moved({ ...state, fetching }, { do: 'send', to: broker, connection: link.connection, about: [], body: askingFor(partitions, env.config) })
}

/** It says how much the reader wants to see: with `read_committed` no further than the last stable offset. */
export const askingFor = (partitions: readonly FetchPartition[], { 'isolation.level': isolation }: Pick<ConsumerConfig, 'isolation.level'>): Extract<Body, { api: 'Fetch' }> => ({
  api: 'Fetch',
  replica: null,
  brokerEpoch: -1,
  ...(isolation === 'read_committed' ? { isolation } : {}),
  partitions,
})

export const leads = (state: Pick<State, 'metadata'>, broker: NodeId): boolean => Object.values(state.metadata).some((p) => p.leader !== null && brokerNode(p.leader) === broker)

/** From behind what is buffered, for partitions with nothing buffered. A reader that has failed on a partition leaves it alone. */
export const wantedFrom = (state: Pick<State, 'positions' | 'metadata' | 'buffered' | 'epochs' | 'failed'>, broker: NodeId): readonly FetchPartition[] =>
  Object.entries(state.positions).flatMap(([partition, fetchOffset]) => {
    const known = state.metadata[partition]
    if (!known || known.leader === null || brokerNode(known.leader) !== broker) return []
    if (state.failed.includes(partition) || state.buffered.some((r) => r.partition === partition)) return []
    return [{ partition, fetchOffset, leaderEpoch: known.leaderEpoch, lastFetchedEpoch: state.epochs[partition] ?? -1 }]
  })

/** Records behind the position only: an answer may begin inside a batch. */
export const buffer = (state: State, fetched: readonly FetchedPartition[]): State => {
  const records = fetched.flatMap(({ partition, batches }) =>
    batches.flatMap((b) => b.records.map((r, i): FetchedRecord => ({ partition, record: r.record, offset: b.baseOffset + i }))).filter((r) => r.offset >= (state.positions[r.partition] ?? 0)),
  )
  const epochs = Object.fromEntries(fetched.flatMap(({ partition, batches }) => batches.slice(-1).map((b) => [partition, b.leaderEpoch])))
  return { ...state, buffered: [...state.buffered, ...records], epochs: { ...state.epochs, ...epochs } }
}
