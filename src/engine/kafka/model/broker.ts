import type { ConnectionId, Millis, NodeId } from '../../core/world.ts'
import type { Eligible } from './controller.ts'
import type { ErrorCode } from './error.ts'
import type { Message } from './kinds.ts'
import type { FetchPartition, PartitionMetadata } from './message.ts'
import type { BrokerEpoch, BrokerNumber, LeaderEpoch, Offset, ProducerEpoch, ProducerId, Sequence, TopicPartition } from './names.ts'
import type { Self } from './node.ts'
import type { LogBatch, SentRecord } from './record.ts'

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
  /** The high watermark as it was written to disk, every 5 s; null: never yet (HW-R08). */
  readonly checkpoint: Offset | null
}

/** What the leader knows of a follower. */
export interface RemoteReplica {
  /** -1: unknown. */
  readonly logEndOffset: Offset
  /** When it last reached the leader's log end (ISR-R01). */
  readonly caughtUpAt: Millis
  /** Its last fetch, and the leader's log end then. */
  readonly fetchedAt: Millis
  readonly leaderEndAtFetch: Offset
  /** Of the process that fetched; null before its first fetch. */
  readonly brokerEpoch: BrokerEpoch | null
  /** The high watermark in the last answer sent to it. */
  readonly toldHighWatermark: Offset
}

export interface LeaderRole {
  readonly role: 'leader'
  readonly leaderEpoch: LeaderEpoch
  /** Its log end when it took office. */
  readonly epochStartOffset: Offset
  readonly partitionEpoch: number
  readonly replicas: readonly BrokerNumber[]
  /** As the controller committed it. */
  readonly isr: readonly BrokerNumber[]
  /** Asked of the controller and not answered yet: one at a time (ISR-R05). */
  readonly pendingIsr: { readonly change: 'expand' | 'shrink'; readonly isr: readonly BrokerNumber[] } | null
  readonly highWatermark: Offset
  readonly remotes: Readonly<Record<BrokerNumber, RemoteReplica>>
}

export interface FollowerRole {
  readonly role: 'follower'
  /** null: the partition has no leader. */
  readonly leader: BrokerNumber | null
  readonly leaderEpoch: LeaderEpoch
  readonly highWatermark: Offset
  /** Its leader knows a newer epoch: it does not fetch until it hears of that itself (LEAD-08). */
  readonly fenced: boolean
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
    readonly currentLeader?: { readonly leader: BrokerNumber; readonly leaderEpoch: LeaderEpoch }
  }[]
}

/** A request to the group coordinator whose answer waits until its log is replicated up to `needs`. */
export interface WaitingOffsets {
  readonly request: Message
  readonly needs: Offset
}

/** A fetch with nothing to bring yet. */
export interface ParkedFetch {
  readonly request: Message
  readonly replica: BrokerNumber | null
  readonly brokerEpoch: BrokerEpoch
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

export interface Broker extends BrokerSelf {
  /** KR-04: false from its restart until it is registered; until then it takes no connections. */
  readonly listens: boolean
}

type BrokerSelf = Self<
  'broker',
  {
    readonly partitions: Readonly<Record<TopicPartition, PartitionOnDisk>>
    /** The next producer id of its block (PID-02). */
    readonly nextProducerId: ProducerId
    /** How often its process has started: the epoch under which it registers. */
    readonly starts: BrokerEpoch
    /** Its last process ended in order. */
    readonly cleanlyStopped: boolean
  },
  {
    readonly roles: Readonly<Record<TopicPartition, LeaderRole | FollowerRole>>
    readonly queues: Readonly<Record<ConnectionId, RequestQueue>>
    readonly purgatory: readonly WaitingProduce[]
    readonly waitingOffsets: readonly WaitingOffsets[]
    readonly parked: readonly ParkedFetch[]
    /** Connections it dialled itself, by leader. */
    readonly links: Readonly<Record<NodeId, ConnectionId>>
    /** Requests the plan refuses once, by name, with the code. */
    readonly refuse: Readonly<Record<string, ErrorCode>>
    readonly metadata: Readonly<Record<TopicPartition, PartitionMetadata>>
    /** Unanswered fetches, by leader. */
    readonly fetching: Readonly<Record<NodeId, number>>
    /** Brokers that may join an ISR, as far as it was told. */
    readonly eligible: Eligible
    /** As which registration it speaks. */
    readonly brokerEpoch: BrokerEpoch
    /** It is being shut down in order, and comes back after `down`. */
    readonly stopping: { readonly down: Millis | null } | null
    /** It does not fetch: it has fallen behind. */
    readonly idle: boolean
  }
>
