import type { ConnectionId, Millis, NodeId } from '../../core/world.ts'
import type { ExceptionClass } from './error.ts'
import type { Message } from './kinds.ts'
import type { ClientLink } from './clientLink.ts'
import type { PartitionMetadata } from './message.ts'
import type { LeaderEpoch, Offset, ProducerEpoch, ProducerId, Sequence, TopicPartition } from './names.ts'
import type { Self } from './node.ts'
import type { ProducerStamp, SentRecord } from './record.ts'

/** `B#1`: a batch's identity, kept through rewrites of its sequence (DET-04). Its first record and send. */
export type BatchKey = string

export type BatchResult =
  | { readonly kind: 'acked'; readonly baseOffset: Offset }
  | { readonly kind: 'failed'; readonly exception: ExceptionClass; readonly text: string }

export interface ProducerBatch {
  readonly key: BatchKey
  readonly partition: TopicPartition
  readonly records: readonly SentRecord[]
  readonly createdAt: Millis
  readonly bytes: number
  /** Re-enqueues so far. */
  readonly attempts: number
  readonly lastAttemptAt: Millis
  /** Was drained at least once. */
  readonly everSent: boolean
  /** Set at the first drain (SEQ-02). */
  readonly stamp: ProducerStamp | null
  /** A bump rewrote its sequence since its last send (RET-05). */
  readonly rewritten: boolean
  /** The leader epoch known at the last attempt (RET-04). */
  readonly leaderEpochAtAttempt: LeaderEpoch | null
  /** Closed to further records: full, drained once or split. */
  readonly closed: boolean
  readonly result: BatchResult | null
}

/** One unanswered request. Answers of a connection come in order, so the oldest one is always the one answered. */
export type InFlightRequest =
  | { readonly api: 'Produce'; readonly connection: ConnectionId; readonly sentAt: Millis; readonly batches: readonly SentBatch[] }
  | { readonly api: 'Metadata' | 'InitProducerId'; readonly connection: ConnectionId; readonly sentAt: Millis }

/** What a request carried: the batch as it was when it left, however it is rewritten since. */
export interface SentBatch {
  readonly key: BatchKey
  readonly partition: TopicPartition
  readonly stamp: ProducerStamp | null
}

/** Sequences of one partition (SEQ-01…08). */
export interface SequenceEntry {
  readonly producerId: ProducerId
  readonly producerEpoch: ProducerEpoch
  readonly nextSequence: Sequence
  /** null: nothing acked yet, counts as -1. */
  readonly lastAckedSequence: Sequence | null
  readonly lastAckedOffset: Offset | null
  /** Batches that have a sequence and no final answer, by sequence. */
  readonly unfinished: readonly BatchKey[]
  /** Next expected sequence after a batch whose fate is open (TMO-06); null: resolved. */
  readonly unresolved: Sequence | null
}

/** What waits to be looked at in the last phase of a turn. */
export type InboxItem =
  /** `logStartOffset`: the answer names it; only RET-06 cares, for a code that no broker of today sends. */
  | { readonly kind: 'answer'; readonly message: Message; readonly logStartOffset?: Offset }
  | { readonly kind: 'disconnected'; readonly peer: NodeId; readonly connection: ConnectionId | null }
  | { readonly kind: 'connected'; readonly peer: NodeId; readonly connection: ConnectionId }

export type Producer = Self<
  'producer',
  null,
  {
    readonly inbox: readonly InboxItem[]
    readonly batches: Readonly<Record<BatchKey, ProducerBatch>>
    /** Per partition, head first. */
    readonly queues: Readonly<Record<TopicPartition, readonly BatchKey[]>>
    readonly muted: readonly TopicPartition[]
    /** Per broker, oldest first. */
    readonly inFlight: Readonly<Record<NodeId, readonly InFlightRequest[]>>
    readonly links: Readonly<Record<NodeId, ClientLink>>
    readonly sequences: Readonly<Record<TopicPartition, SequenceEntry>>
    readonly identity:
      | { readonly state: 'none' }
      | { readonly state: 'uninitialized'; readonly notBefore: Millis }
      | { readonly state: 'ready'; readonly producerId: ProducerId; readonly producerEpoch: ProducerEpoch }
      | { readonly state: 'fatal'; readonly exception: ExceptionClass }
    readonly bumpFor: readonly TopicPartition[]
    readonly metadata: Readonly<Record<TopicPartition, PartitionMetadata>>
    readonly metadataWanted: boolean
    readonly metadataAskedAt: Millis
  }
>
