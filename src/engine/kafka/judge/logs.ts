import type { NodeId } from '../../core/world.ts'
import type { LeaderEpoch, Offset, RecordName, TopicPartition } from '../model/names.ts'
import type { Setup } from '../model/setup.ts'
import { brokerNode, topicPartition } from '../model/names.ts'

/** One record as it lies in a replica's log. */
export interface LogCell {
  readonly record: RecordName
  readonly send: number
  readonly offset: Offset
  readonly leaderEpoch: LeaderEpoch
}

/** A replica's log and the high watermark it knows: a fold over events, so that no reader needs a world. */
export interface LogView {
  readonly node: NodeId
  readonly cells: readonly LogCell[]
  readonly highWatermark: Offset
}
export interface PartitionView {
  readonly partition: TopicPartition
  readonly leader: NodeId
  readonly logs: readonly LogView[]
}

type Seen = { readonly kind: string }

/** Every replica's log, per partition in order of the setup. */
export const foldLogs = (events: Iterable<Seen>, setup: Setup): readonly PartitionView[] => {
  const cells: Record<string, LogCell[]> = {}
  const highWatermarks: Record<string, Offset> = {}
  for (const event of events) {
    if (isLaid(event)) {
      const key = `${event.partition} ${event.node}`
      const laid = cells[key] ?? []
      laid.push(...cellsOf(event))
      cells[key] = laid
    } else if (isHighWatermark(event)) {
      highWatermarks[`${event.partition} ${event.node}`] = event.highWatermark
    }
  }
  return replicas(setup).map(({ partition, brokers, leader }) => ({
    partition,
    leader,
    logs: brokers.map((node) => ({ node, cells: cells[`${partition} ${node}`] ?? [], highWatermark: highWatermarks[`${partition} ${node}`] ?? 0 })),
  }))
}

const replicas = ({ cluster }: Setup): readonly { partition: TopicPartition; brokers: readonly NodeId[]; leader: NodeId }[] =>
  Object.entries(cluster.topics).flatMap(([topic, { replicas: of }]) =>
    of.map((numbers, p) => {
      const leader = numbers.find((b) => cluster.isrAtStart?.includes(b) ?? true) ?? numbers[0] ?? 1
      return { partition: topicPartition(topic, p), brokers: [...numbers].sort((a, b) => a - b).map(brokerNode), leader: brokerNode(leader) }
    }),
  )

interface Laid extends Seen {
  readonly node: NodeId
  readonly partition: TopicPartition
  readonly records: readonly { readonly record: RecordName; readonly send: number }[]
  readonly baseOffset: Offset
  readonly leaderEpoch: LeaderEpoch
}
const isLaid = (event: Seen): event is Laid => event.kind === 'batch-appended' || event.kind === 'batch-replicated'
const isHighWatermark = (event: Seen): event is Seen & { node: NodeId; partition: TopicPartition; highWatermark: Offset } => event.kind === 'high-watermark-advanced'

const cellsOf = ({ records, baseOffset, leaderEpoch }: Laid): LogCell[] => records.map(({ record, send }, i) => ({ record, send, offset: baseOffset + i, leaderEpoch }))
