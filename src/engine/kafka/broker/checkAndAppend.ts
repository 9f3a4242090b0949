import type { ErrorCode } from '../model/error.ts'
import type { LeaderEpoch, Offset } from '../model/names.ts'
import type { BatchMetadata, PartitionOnDisk } from '../model/broker.ts'
import type { LogBatch, RecordBatch } from '../model/record.ts'
import { appendToLog } from './log.ts'
import { checkSequence, remember, type SequenceCheck } from './producerState.ts'

export type Appended =
  | { readonly kind: 'appended'; readonly disk: PartitionOnDisk; readonly batch: LogBatch }
  | { readonly kind: 'duplicate'; readonly of: BatchMetadata }
  | { readonly kind: 'refused'; readonly error: ErrorCode; readonly check: SequenceCheck | null }

/**
 * BLOG-01 behind leadership and min ISR: size, base sequence, duplicate, epoch, sequence, append. Any failure leaves log
 * and state untouched; a batch is appended whole or not at all.
 * @param maxMessageBytes `max.message.bytes` of the topic
 */
export const checkAndAppend = (disk: PartitionOnDisk, batch: RecordBatch, leaderEpoch: LeaderEpoch, maxMessageBytes: number): Appended => {
  if (batch.bytes > maxMessageBytes) return { kind: 'refused', error: 'MESSAGE_TOO_LARGE', check: null }
  if (!batch.stamp) return append(disk, batch, leaderEpoch)
  // BLOG-14
  if (batch.stamp.baseSequence < 0) return { kind: 'refused', error: 'INVALID_RECORD', check: null }
  const check = checkSequence(disk.producers[batch.stamp.producerId], batch.stamp, batch.records.length)
  switch (check.kind) {
    case 'duplicate':
      return check
    case 'old-epoch':
      return { kind: 'refused', error: 'INVALID_PRODUCER_EPOCH', check }
    case 'out-of-order':
      return { kind: 'refused', error: 'OUT_OF_ORDER_SEQUENCE_NUMBER', check }
    case 'in-order':
      return append(disk, batch, leaderEpoch)
  }
}

const append = (disk: PartitionOnDisk, batch: RecordBatch, leaderEpoch: LeaderEpoch): Appended => {
  const baseOffset: Offset = disk.log.logEndOffset
  const { records, stamp, timestamp } = batch
  const laid: LogBatch = { baseOffset, lastOffset: baseOffset + records.length - 1, leaderEpoch, records, stamp, timestamp }
  return { kind: 'appended', batch: laid, disk: layDown(disk, laid) }
}

/** BLOG-11: puts a batch into log and producer state, whoever checked it before. */
export const layDown = (disk: PartitionOnDisk, batch: LogBatch): PartitionOnDisk => {
  const id = batch.stamp?.producerId
  const entry = id === undefined ? undefined : remember(disk.producers[id], batch)
  return { ...disk, log: appendToLog(disk.log, batch), producers: id !== undefined && entry ? { ...disk.producers, [id]: entry } : disk.producers }
}
