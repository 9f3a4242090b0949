import type { NodeId } from '../../core/world.ts'
import type { LeaderEpoch, Offset, RecordName, TopicPartition } from '../model/names.ts'
import type { KafkaEvent } from '../model/event.ts'
import type { Setup } from '../model/setup.ts'
import { brokerNode } from '../model/names.ts'
import { placed } from '../model/placed.ts'

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
  const leaders: Record<TopicPartition, NodeId> = {}
  const known = (event: { partition: TopicPartition; node: NodeId }): string => `${event.partition} ${event.node}`
  for (const event of events) {
    if (isA(event, 'leadership-taken')) leaders[event.partition] = event.node
    if (isLaid(event)) {
      const laid = cells[known(event)] ?? []
      laid.push(...cellsOf(event))
      cells[known(event)] = laid
    } else if (isHighWatermark(event)) highWatermarks[known(event)] = event.highWatermark
    else if (isA(event, 'log-truncated')) {
      cells[known(event)] = (cells[known(event)] ?? []).filter((c) => c.offset < event.to)
      highWatermarks[known(event)] = event.highWatermark
    } else if (isA(event, 'disk-lost')) {
      for (const { partition } of placed(setup)) cells[known({ partition, node: event.node })] = []
    }
  }
  return placed(setup).map(({ partition, replicas, leader }) => ({
    partition,
    leader: leaders[partition] ?? brokerNode(leader),
    logs: [...replicas].sort((a, b) => a - b).map(brokerNode).map((node) => ({ node, cells: cells[`${partition} ${node}`] ?? [], highWatermark: highWatermarks[`${partition} ${node}`] ?? 0 })),
  }))
}

interface Laid extends Seen {
  readonly node: NodeId
  readonly partition: TopicPartition
  readonly records: readonly { readonly record: RecordName; readonly send: number }[]
  readonly baseOffset: Offset
  readonly leaderEpoch: LeaderEpoch
}
const isLaid = (event: Seen): event is Laid => event.kind === 'batch-appended' || event.kind === 'batch-replicated'
const isHighWatermark = (event: Seen): event is Seen & { node: NodeId; partition: TopicPartition; highWatermark: Offset } =>
  event.kind === 'high-watermark-advanced' || event.kind === 'replica-reloaded' || event.kind === 'leadership-taken'
const isA = <K extends KafkaEvent['kind']>(event: Seen, kind: K): event is Extract<KafkaEvent, { kind: K }> => event.kind === kind

const cellsOf = ({ records, baseOffset, leaderEpoch }: Laid): LogCell[] => records.map(({ record, send }, i) => ({ record, send, offset: baseOffset + i, leaderEpoch }))
