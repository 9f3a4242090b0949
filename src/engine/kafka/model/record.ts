import type { Millis } from '../../core/world.ts'
import type { LeaderEpoch, Offset, ProducerEpoch, ProducerId, RecordName, Sequence, TopicPartition } from './names.ts'

/** One handing over of a record: A sent again by the application is A, send 2. */
export interface SentRecord {
  readonly record: RecordName
  readonly send: number
}

/** Who numbers a batch, and from where. null on a batch of a producer without idempotence. */
export interface ProducerStamp {
  readonly producerId: ProducerId
  readonly producerEpoch: ProducerEpoch
  readonly baseSequence: Sequence
}

/** A batch as it travels. */
export interface RecordBatch {
  readonly partition: TopicPartition
  readonly records: readonly SentRecord[]
  readonly stamp: ProducerStamp | null
  /** Size on the wire: a batch of one record is about 68 bytes plus its value. */
  readonly bytes: number
  readonly timestamp: Millis
}

/** A committed offset as the group coordinator stores it. */
export interface StoredOffset {
  readonly group: string
  readonly partition: TopicPartition
  readonly offset: Offset
}

/** A batch as it lies in a log. */
export interface LogBatch {
  readonly baseOffset: Offset
  readonly lastOffset: Offset
  readonly leaderEpoch: LeaderEpoch
  readonly records: readonly SentRecord[]
  readonly stamp: ProducerStamp | null
  readonly timestamp: Millis
  /** In the coordinator's log, in place of records. */
  readonly commits?: readonly StoredOffset[]
}
