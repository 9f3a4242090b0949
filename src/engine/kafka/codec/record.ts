import type { Codec } from '../../core/codec/bytes.ts'
import { codec, int, list, nullable, optional, text, unread } from '../../core/codec/fields.ts'
import type { LogBatch, ProducerStamp, RecordBatch, SentRecord, StoredOffset } from '../model/record.ts'

export const sentRecord: Codec<SentRecord> = codec({ record: text, send: int })

export const producerStamp: Codec<ProducerStamp> = codec({ producerId: int, producerEpoch: int, baseSequence: int })

/** No rule reads when a batch was made. */
export const recordBatch: Codec<RecordBatch> = codec({
  partition: text,
  records: list(sentRecord),
  stamp: nullable(producerStamp),
  bytes: int,
  timestamp: unread(0),
})

const storedOffset: Codec<StoredOffset> = codec({ group: text, partition: text, offset: int })

export const logBatch: Codec<LogBatch> = codec<LogBatch>({
  commits: optional(list(storedOffset)),
  baseOffset: int,
  lastOffset: int,
  leaderEpoch: int,
  records: list(sentRecord),
  stamp: nullable(producerStamp),
  timestamp: unread(0),
})
