import type { ClusterState } from './controller.ts'
import type { ErrorCode } from './error.ts'
import type { BrokerEpoch, BrokerNumber, LeaderEpoch, Offset, ProducerEpoch, ProducerId, RecordName, TopicPartition } from './names.ts'
import type { Protection } from './protection.ts'
import type { LogBatch, RecordBatch } from './record.ts'

/** As on the wire: -1 is `all`. */
export type Acks = -1 | 0 | 1

export interface PartitionProduceResult {
  readonly partition: TopicPartition
  readonly error: ErrorCode
  /** -1 where there is none. */
  readonly baseOffset: Offset
  /** Named with NOT_LEADER_OR_FOLLOWER (RET-10). */
  readonly currentLeader?: { readonly leader: BrokerNumber; readonly leaderEpoch: LeaderEpoch }
}

export interface FetchPartition {
  readonly partition: TopicPartition
  readonly fetchOffset: Offset
  readonly leaderEpoch: LeaderEpoch
  /** Of the last batch the asker has; -1 without any (LEAD-07). */
  readonly lastFetchedEpoch: LeaderEpoch
}

export interface FetchedPartition {
  readonly partition: TopicPartition
  readonly error: ErrorCode
  readonly highWatermark: Offset
  readonly batches: readonly LogBatch[]
  /** The logs differ: the asker cuts its own (LEAD-07). */
  readonly diverging?: { readonly epoch: LeaderEpoch; readonly endOffset: Offset }
  /** With OFFSET_OUT_OF_RANGE: where the log begins and ends, which a real client asks for (ListOffsets). */
  readonly reaches?: { readonly from: Offset; readonly to: Offset }
}

export interface PartitionMetadata {
  readonly partition: TopicPartition
  /** null: no leader. */
  readonly leader: BrokerNumber | null
  readonly leaderEpoch: LeaderEpoch
}

/** `isolation.level` of a reader; left out where it is Kafka's default, `read_uncommitted`, and by followers. */
export type Isolation = 'read_committed'

export interface PartitionOffset {
  readonly partition: TopicPartition
  readonly offset: Offset
}

/** -1 with an error. */
export interface ListedOffset extends PartitionOffset {
  readonly error: ErrorCode
}

/** What travels, named as in the protocol; and calls to the world outside Kafka. */
export type Body =
  // Without a leader epoch: a leader that was replaced accepts until it hears of it (ACK-11).
  | { readonly api: 'Produce'; readonly acks: Acks; readonly timeoutMs: number; readonly batches: readonly RecordBatch[] }
  | { readonly api: 'ProduceResponse'; readonly results: readonly PartitionProduceResult[] }
  | { readonly api: 'Fetch'; readonly replica: BrokerNumber | null; readonly brokerEpoch: BrokerEpoch; readonly isolation?: Isolation; readonly partitions: readonly FetchPartition[] }
  | { readonly api: 'FetchResponse'; readonly asked: readonly FetchPartition[]; readonly partitions: readonly FetchedPartition[] }
  | { readonly api: 'Metadata' }
  | { readonly api: 'MetadataResponse'; readonly partitions: readonly PartitionMetadata[] }
  | { readonly api: 'InitProducerId' }
  | { readonly api: 'InitProducerIdResponse'; readonly error: ErrorCode; readonly producerId: ProducerId; readonly producerEpoch: ProducerEpoch }
  | { readonly api: 'ControlledShutdown' }
  | { readonly api: 'ControlledShutdownResponse' }
  | { readonly api: 'AlterPartition'; readonly partition: TopicPartition; readonly leaderEpoch: LeaderEpoch; readonly partitionEpoch: number; readonly isr: readonly BrokerNumber[] }
  | { readonly api: 'AlterPartitionResponse'; readonly partition: TopicPartition; readonly error: ErrorCode }
  /** What the controller has decided, as brokers read it from the metadata log. */
  | { readonly api: 'MetadataUpdate'; readonly cluster: ClusterState }
  /** A reader asks any broker which one keeps its group's offsets. */
  | { readonly api: 'FindCoordinator'; readonly group: string }
  | { readonly api: 'FindCoordinatorResponse'; readonly error: ErrorCode; readonly coordinator: BrokerNumber | null }
  | { readonly api: 'OffsetCommit'; readonly group: string; readonly offsets: readonly PartitionOffset[] }
  | { readonly api: 'OffsetCommitResponse'; readonly error: ErrorCode }
  | { readonly api: 'OffsetFetch'; readonly group: string; readonly partitions: readonly TopicPartition[] }
  /** -1: nothing is committed. */
  | { readonly api: 'OffsetFetchResponse'; readonly error: ErrorCode; readonly offsets: readonly PartitionOffset[] }
  | { readonly api: 'ListOffsets'; readonly which: 'earliest' | 'latest'; readonly partitions: readonly { readonly partition: TopicPartition; readonly leaderEpoch: LeaderEpoch }[] }
  | { readonly api: 'ListOffsetsResponse'; readonly results: readonly ListedOffset[] }
  /** Where the record lies tells the calls for two copies of it apart. */
  | { readonly api: 'Call'; readonly record: RecordName; readonly effect: EffectKind; readonly partition: TopicPartition; readonly offset: Offset; readonly guard: Protection | null }
  | { readonly api: 'CallReply'; readonly record: RecordName; readonly effect: EffectKind; readonly partition: TopicPartition; readonly offset: Offset; readonly outcome: CallOutcome }

/**
 * What a call is told: done; left undone, because it was known as a repeat or would have changed nothing; refused, because
 * its key stands (EXT-03); or that it failed and nothing was done.
 */
export type CallOutcome = 'done' | 'repeat' | 'refused' | 'failed'

export type EffectKind = 'card' | 'e-mail' | 'row' | 'counter' | 'frame' | 'typing'
export type Api = Body['api']
