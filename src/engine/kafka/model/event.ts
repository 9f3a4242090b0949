import type { ConnectionId, Millis, NodeId, PendingName } from '../../core/world.ts'
import type { ErrorCode, ExceptionClass } from './error.ts'
import type { CommitReason } from './consumer.ts'
import type { Acks, CallOutcome, EffectKind, PartitionOffset } from './message.ts'
import type { BrokerNumber, LeaderEpoch, Offset, ProducerEpoch, ProducerId, RecordName, Sequence, TopicPartition } from './names.ts'
import type { Protection } from './protection.ts'
import type { ProducerStamp, SentRecord } from './record.ts'

interface AtProducer {
  readonly node: NodeId
  readonly partition: TopicPartition
  readonly records: readonly SentRecord[]
}
interface AtBroker {
  readonly node: NodeId
  readonly partition: TopicPartition
}

interface Effect {
  readonly node: NodeId
  readonly record: RecordName
  readonly effect: EffectKind
}

/** What happened, in the past tense. Enough for every count, mark and sentence; nothing here was guessed by a reader. */
export type KafkaEvent =
  // application and producer: all that belief may be made of
  | (AtProducer & { readonly kind: 'record-handed-over'; readonly application: NodeId })
  | (AtProducer & {
      /** Noted right behind the `message-sent` of its request. */
      readonly kind: 'batch-sent'
      readonly broker: NodeId
      readonly attempt: number
      readonly acks: Acks
      readonly stamp: ProducerStamp | null
    })
  | (AtProducer & { readonly kind: 'batch-acked'; readonly baseOffset: Offset })
  | (AtProducer & { readonly kind: 'batch-counted-as-sent' })
  | (AtProducer & {
      readonly kind: 'batch-will-be-retried'
      readonly error: ErrorCode
      /** What the error leaves open: a refusal says that nothing was stored, a lost connection says nothing. */
      readonly because: 'refused' | 'timed-out' | 'disconnected'
      readonly attempt: number
      readonly notBefore: Millis
    })
  | (AtProducer & { readonly kind: 'batch-failed'; readonly exception: ExceptionClass; readonly text: string; readonly everSent: boolean })
  /** An answer that came after the application had been told (TMO-02). */
  | (AtProducer & { readonly kind: 'late-answer-ignored'; readonly error: ErrorCode; readonly baseOffset: Offset })
  | { readonly kind: 'request-timed-out'; readonly node: NodeId; readonly connection: ConnectionId; readonly records: readonly SentRecord[]; readonly waited: Millis }
  | { readonly kind: 'producer-id-received'; readonly node: NodeId; readonly producerId: ProducerId; readonly producerEpoch: ProducerEpoch }
  | { readonly kind: 'epoch-bumped'; readonly node: NodeId; readonly producerId: ProducerId; readonly producerEpoch: ProducerEpoch; readonly rewritten: readonly SentRecord[] }
  | { readonly kind: 'sequence-unresolved'; readonly node: NodeId; readonly partition: TopicPartition; readonly nextSequence: Sequence }
  | { readonly kind: 'application-sends-again'; readonly node: NodeId; readonly records: readonly SentRecord[] }
  | { readonly kind: 'application-gave-up'; readonly node: NodeId; readonly records: readonly SentRecord[] }
  // broker
  | (AtBroker & { readonly kind: 'request-waits'; readonly message: PendingName; readonly records: readonly SentRecord[]; readonly behind: readonly SentRecord[] })
  | (AtBroker & {
      readonly kind: 'batch-appended'
      readonly records: readonly SentRecord[]
      readonly baseOffset: Offset
      readonly leaderEpoch: LeaderEpoch
      readonly logEndOffset: Offset
      readonly stamp: ProducerStamp | null
      readonly message: PendingName
    })
  | (AtBroker & {
      readonly kind: 'batch-replicated'
      readonly records: readonly SentRecord[]
      readonly baseOffset: Offset
      readonly leaderEpoch: LeaderEpoch
      readonly logEndOffset: Offset
      readonly message: PendingName
    })
  | (AtBroker & { readonly kind: 'high-watermark-advanced'; readonly highWatermark: Offset; readonly role: 'leader' | 'follower' })
  | (AtBroker & {
      readonly kind: 'duplicate-recognised'
      readonly records: readonly SentRecord[]
      readonly baseOffset: Offset
      readonly stamp: ProducerStamp
      readonly message: PendingName
      /** It is answered only when the high watermark covers the first copy (BLOG-05). */
      readonly waits: boolean
    })
  | (AtBroker & {
      readonly kind: 'batch-refused'
      readonly records: readonly SentRecord[]
      readonly error: ErrorCode
      readonly message: PendingName
      /** True when a fault of the plan refused it. */
      readonly byFault: boolean
      /** With OUT_OF_ORDER_SEQUENCE_NUMBER and INVALID_PRODUCER_EPOCH: what came and what was expected. */
      readonly came?: ProducerStamp
      readonly expected?: { readonly producerEpoch: ProducerEpoch; readonly sequence: Sequence | null }
    })
  | (AtBroker & { readonly kind: 'produce-waits-for-replicas'; readonly records: readonly SentRecord[]; readonly until: Offset })
  | (AtBroker & { readonly kind: 'produce-answered'; readonly records: readonly SentRecord[]; readonly error: ErrorCode; readonly baseOffset: Offset; readonly message: PendingName })
  | (AtBroker & { readonly kind: 'fetch-parked'; readonly from: NodeId; readonly offset: Offset })
  | (AtBroker & { readonly kind: 'fetch-answered'; readonly from: NodeId; readonly offset: Offset; readonly records: readonly SentRecord[]; readonly highWatermark: Offset })
  /** The group coordinator has appended a commit to its log (CGR-09: whatever it is told). */
  | (AtBroker & { readonly kind: 'offset-stored'; readonly group: string; readonly offset: Offset; readonly message: PendingName })
  /** It leads the log of committed offsets now, so it is the group coordinator. */
  | { readonly kind: 'coordinator-took-over'; readonly node: NodeId }
  | (AtBroker & { readonly kind: 'connection-closed-instead'; readonly connection: ConnectionId; readonly error: ErrorCode; readonly records: readonly SentRecord[] })
  // replication and leadership
  | (AtBroker & { readonly kind: 'isr-change-asked'; readonly isr: readonly BrokerNumber[] })
  | (AtBroker & { readonly kind: 'leadership-taken'; readonly leaderEpoch: LeaderEpoch; readonly logEndOffset: Offset; readonly highWatermark: Offset })
  | (AtBroker & { readonly kind: 'follows'; readonly leader: NodeId | null; readonly leaderEpoch: LeaderEpoch })
  | (AtBroker & {
      readonly kind: 'log-truncated'
      readonly to: Offset
      readonly removed: readonly { readonly records: readonly SentRecord[]; readonly baseOffset: Offset; readonly leaderEpoch: LeaderEpoch }[]
      readonly highWatermark: Offset
    })
  | (AtBroker & { readonly kind: 'replica-reloaded'; readonly logEndOffset: Offset; readonly highWatermark: Offset })
  | { readonly kind: 'disk-lost'; readonly node: NodeId }
  /** Its process ends in order, with everything on its disk (KR-02); `backAt` is null: it does not come back. */
  | { readonly kind: 'broker-stopped'; readonly node: NodeId; readonly backAt: Millis | null }
  | { readonly kind: 'fell-behind'; readonly node: NodeId; readonly until: Millis | null }
  | { readonly kind: 'fetches-again'; readonly node: NodeId }
  // controller
  | { readonly kind: 'broker-fenced'; readonly node: NodeId; readonly broker: NodeId }
  | { readonly kind: 'broker-unfenced'; readonly node: NodeId; readonly broker: NodeId }
  | { readonly kind: 'broker-shutting-down'; readonly node: NodeId; readonly broker: NodeId }
  | { readonly kind: 'registration-refused'; readonly node: NodeId; readonly broker: NodeId }
  | { readonly kind: 'leader-elected'; readonly node: NodeId; readonly partition: TopicPartition; readonly leader: NodeId | null; readonly leaderEpoch: LeaderEpoch; readonly isr: readonly BrokerNumber[]; readonly unclean: boolean }
  | { readonly kind: 'isr-changed'; readonly node: NodeId; readonly partition: TopicPartition; readonly isr: readonly BrokerNumber[]; readonly elr: readonly BrokerNumber[] }
  | { readonly kind: 'isr-change-refused'; readonly node: NodeId; readonly partition: TopicPartition; readonly error: ErrorCode }
  // reader and the world outside
  | (AtBroker & { readonly kind: 'record-delivered'; readonly record: RecordName; readonly offset: Offset })
  | (AtBroker & { readonly kind: 'position-moved'; readonly from: Offset; readonly to: Offset; readonly because: 'truncated' | 'out-of-range' })
  /** Where a reader that starts begins: at its committed offset, or, with none, where `auto.offset.reset` says (CGR-06). */
  | (AtBroker & { readonly kind: 'position-found'; readonly offset: Offset; readonly because: 'committed' | 'reset' })
  | { readonly kind: 'commit-sent'; readonly node: NodeId; readonly because: CommitReason; readonly attempt: number; readonly offsets: readonly PartitionOffset[] }
  /** The coordinator has answered: a restart begins there, whatever became of the records before. */
  | (AtBroker & { readonly kind: 'offsets-committed'; readonly offset: Offset; readonly because: CommitReason })
  | { readonly kind: 'commit-failed'; readonly node: NodeId; readonly because: CommitReason; readonly error: ErrorCode; readonly retried: boolean }
  | (AtBroker & { readonly kind: 'reader-failed'; readonly exception: ExceptionClass })
  | (Effect & { readonly kind: 'effect-called'; readonly attempt: number })
  | (Effect & {
      readonly kind: 'effect-happened'
      /** How often it has happened by now for this record. */
      readonly times: number
      readonly guard: Protection | null
    })
  /** What was called for was left undone: it was known as a repeat, would have changed nothing, or its key stood. */
  | (Effect & { readonly kind: 'effect-skipped'; readonly because: Protection['kind'] })
  /** A fault: the outside did nothing, and says so or says nothing. */
  | (Effect & { readonly kind: 'effect-failed'; readonly said: boolean })
  | (Effect & { readonly kind: 'effect-confirmed'; readonly outcome: Exclude<CallOutcome, 'failed'> })
  /** The reader was told that nothing was done, and calls again at `again`. */
  | (Effect & { readonly kind: 'effect-call-failed'; readonly attempt: number; readonly again: Millis })
  /** The reader cannot know whether it was done, and calls again. */
  | (Effect & { readonly kind: 'effect-in-doubt'; readonly attempt: number; readonly because: 'no-answer' | 'disconnected' })
