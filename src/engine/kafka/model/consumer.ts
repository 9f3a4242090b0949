import type { Millis, NodeId } from '../../core/world.ts'
import type { ClientLink } from './clientLink.ts'
import type { PartitionMetadata } from './message.ts'
import type { LeaderEpoch, Offset, RecordName, TopicPartition } from './names.ts'
import type { Self } from './node.ts'

export interface FetchedRecord {
  readonly partition: TopicPartition
  readonly record: RecordName
  readonly offset: Offset
}

export type Consumer = Self<
  'consumer',
  null,
  {
    readonly links: Readonly<Record<NodeId, ClientLink>>
    readonly metadata: Readonly<Record<TopicPartition, PartitionMetadata>>
    readonly positions: Readonly<Record<TopicPartition, Offset>>
    /** The leader epoch of the last record that was fetched: whether the log was cut below is asked with it (CON-04). */
    readonly epochs: Readonly<Record<TopicPartition, LeaderEpoch>>
    /** Partitions that were given up with an exception. */
    readonly failed: readonly TopicPartition[]
    /** Fetched and not handed over yet. */
    readonly buffered: readonly FetchedRecord[]
    /** Handed over by this poll and not processed yet; the first one is being worked on. */
    readonly handed: readonly FetchedRecord[]
    /** Brokers with an unanswered fetch, and when it was sent. */
    readonly fetching: Readonly<Record<NodeId, Millis>>
  }
>
