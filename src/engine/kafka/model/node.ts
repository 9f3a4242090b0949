import type { ConnectionId, Message as CoreMessage, Millis, NodeId, PendingName } from '../../core/world.ts'
import type { ErrorCode, ExceptionClass } from './error.ts'
import type { KafkaKinds } from './kinds.ts'
import type { EffectKind, FetchPartition, PartitionMetadata } from './message.ts'
import type { BrokerNumber, LeaderEpoch, Offset, ProducerEpoch, ProducerId, RecordName, Sequence, TopicPartition } from './names.ts'
import type { LogBatch, ProducerStamp, SentRecord } from './record.ts'

type Message = CoreMessage<KafkaKinds>

/** A crash keeps what is durable and resets what is volatile: one rule for every node. */
interface Self<Kind extends string, Durable, Volatile> {
  readonly kind: Kind
  readonly id: NodeId
  readonly up: boolean
  readonly durable: Durable
  readonly volatile: Volatile
}

// ── application ────────────────────────────────────────────────────────────────────────────────────────────────────

export type ToldFate = 'waiting' | 'acked' | 'success-no-ack' | 'failed'

/** What an application knows of one of its sends. */
export interface Handover {
  readonly record: RecordName
  readonly send: number
  readonly fate: ToldFate
}

/** It outlives its producer: nothing of it is volatile, because no fault of ours kills it. */
export type Application = Self<
  'application',
  {
    /** Sends in order; the last one of a record is the one that counts. */
    readonly handovers: readonly Handover[]
    /** How many records of the workload were handed over. */
    readonly next: number
    /** Waits for the producer to come back. */
    readonly held: readonly SentRecord[]
    readonly producerUp: boolean
    readonly lastHandoverAt: Millis
  },
  null
>

// ── producer ───────────────────────────────────────────────────────────────────────────────────────────────────────

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

/** The client's end of a connection to one broker. */
export interface ClientLink {
  readonly state: 'connected' | 'connecting' | 'disconnected'
  readonly connection: ConnectionId | null
  /** Not to be dialled before (TMO-09). */
  readonly notBefore: Millis
  /** Failed tries and lost connections in a row. */
  readonly failures: number
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
  | { readonly kind: 'answer'; readonly message: Message }
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

// ── broker ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A list of frozen chunks of at most 64 batches, so that an append copies a chunk, not a log. */
export interface Log {
  readonly chunks: readonly (readonly LogBatch[])[]
  readonly logStartOffset: Offset
  readonly logEndOffset: Offset
}

/** One of the remembered batches of a producer. */
export interface BatchMetadata {
  readonly baseSequence: Sequence
  readonly lastSequence: Sequence
  readonly baseOffset: Offset
  readonly lastOffset: Offset
  readonly timestamp: Millis
}

/** What a partition remembers of one producer: at most the last five batches (BLOG-02). */
export interface ProducerStateEntry {
  readonly producerId: ProducerId
  readonly producerEpoch: ProducerEpoch
  readonly lastTimestamp: Millis
  readonly batches: readonly BatchMetadata[]
}

export interface PartitionOnDisk {
  readonly log: Log
  /** By producer id, as text. */
  readonly producers: Readonly<Record<string, ProducerStateEntry>>
  readonly leaderEpochs: readonly { readonly epoch: LeaderEpoch; readonly startOffset: Offset }[]
}

/** What the leader knows of a follower. */
export interface RemoteReplica {
  /** -1: unknown. */
  readonly logEndOffset: Offset
  /** The high watermark in the last answer sent to it. */
  readonly toldHighWatermark: Offset
}

export interface LeaderRole {
  readonly role: 'leader'
  readonly leaderEpoch: LeaderEpoch
  readonly replicas: readonly BrokerNumber[]
  readonly isr: readonly BrokerNumber[]
  readonly highWatermark: Offset
  readonly remotes: Readonly<Record<BrokerNumber, RemoteReplica>>
}

export interface FollowerRole {
  readonly role: 'follower'
  readonly leader: BrokerNumber
  readonly leaderEpoch: LeaderEpoch
  readonly highWatermark: Offset
}

/** A produce request whose answer waits for the high watermark (ACK-05), with what each partition needs. */
export interface WaitingProduce {
  readonly request: Message
  readonly expiresAt: Millis
  readonly partitions: readonly {
    readonly partition: TopicPartition
    readonly records: readonly SentRecord[]
    readonly baseOffset: Offset
    /** Answered when the high watermark has reached it. */
    readonly needs: Offset
    readonly error: ErrorCode
  }[]
}

/** A fetch with nothing to bring yet. */
export interface ParkedFetch {
  readonly request: Message
  readonly replica: BrokerNumber | null
  readonly partitions: readonly FetchPartition[]
  readonly arrivedAt: Millis
}

/** The requests of one connection: one is served at a time, the others wait here (NET-01). */
export interface RequestQueue {
  /** Its connection has ended: what has landed is still served, the answers go nowhere (recording A17). */
  readonly closed: boolean
  readonly serving: Message | null
  readonly waiting: readonly Message[]
}

export type Broker = Self<
  'broker',
  {
    readonly partitions: Readonly<Record<TopicPartition, PartitionOnDisk>>
    /** The next producer id of its block (PID-02). */
    readonly nextProducerId: ProducerId
  },
  {
    readonly roles: Readonly<Record<TopicPartition, LeaderRole | FollowerRole>>
    readonly queues: Readonly<Record<ConnectionId, RequestQueue>>
    readonly purgatory: readonly WaitingProduce[]
    readonly parked: readonly ParkedFetch[]
    /** Connections it dialled itself, by leader. */
    readonly links: Readonly<Record<NodeId, ConnectionId>>
    /** Requests the plan refuses once, by name, with the code. */
    readonly refuse: Readonly<Record<string, ErrorCode>>
    readonly metadata: Readonly<Record<TopicPartition, PartitionMetadata>>
    /** It does not fetch: it has fallen behind. */
    readonly idle: boolean
  }
>

// ── reader and outside ─────────────────────────────────────────────────────────────────────────────────────────────

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
    /** Fetched and not handed over yet. */
    readonly buffered: readonly FetchedRecord[]
    /** Handed over by this poll and not processed yet; the first one is being worked on. */
    readonly handed: readonly FetchedRecord[]
    /** Brokers with an unanswered fetch, and when it was sent. */
    readonly fetching: Readonly<Record<NodeId, Millis>>
  }
>

export type Outside = Self<'outside', { readonly effects: readonly { readonly record: RecordName; readonly effect: EffectKind }[] }, null>

export type Node = Application | Producer | Broker | Consumer | Outside
