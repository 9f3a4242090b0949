import type { Sequence } from '../model/names.ts'
import type { BatchMetadata, ProducerStateEntry } from '../model/broker.ts'
import type { LogBatch, ProducerStamp } from '../model/record.ts'
import { incrementSequence, lastSequenceOf } from '../model/sequence.ts'

/** CFG-R07, BLOG-02: a sixth batch evicts the oldest. */
export const BATCHES_TO_RETAIN = 5

/** The broker's check of a client's batch against what its partition remembers of the producer. */
export type SequenceCheck =
  | { readonly kind: 'in-order' }
  | { readonly kind: 'duplicate'; readonly of: BatchMetadata }
  | { readonly kind: 'old-epoch'; readonly expected: number }
  | { readonly kind: 'out-of-order'; readonly expected: Sequence }

/**
 * BLOG-01, BLOG-03…09, in Kafka's order: duplicate, then epoch, then sequence.
 * No broker of today sends UNKNOWN_PRODUCER_ID or DUPLICATE_SEQUENCE_NUMBER (BLOG-10).
 * Left out: transactional producers, which must start at 0 under transaction version 2.
 */
export const checkSequence = (entry: ProducerStateEntry | undefined, stamp: ProducerStamp, records: number): SequenceCheck => {
  // BLOG-09: 1. A is refused. 2. B gets in at sequence 1, since nobody knew this producer. 3. A can never come back.
  if (!entry) return { kind: 'in-order' }
  const twin = findDuplicate(entry, stamp, records)
  if (twin) return { kind: 'duplicate', of: twin }
  if (stamp.producerEpoch < entry.producerEpoch) return { kind: 'old-epoch', expected: entry.producerEpoch }
  const expected = stamp.producerEpoch > entry.producerEpoch ? 0 : nextExpected(entry)
  return stamp.baseSequence === expected ? { kind: 'in-order' } : { kind: 'out-of-order', expected }
}

/** BLOG-03, BLOG-04: same epoch and exactly the first and last sequence of one remembered batch; content is not compared. */
const findDuplicate = (entry: ProducerStateEntry, stamp: ProducerStamp, records: number): BatchMetadata | undefined => {
  if (stamp.producerEpoch !== entry.producerEpoch) return undefined
  const last = lastSequenceOf(stamp, records)
  return entry.batches.find((b) => b.baseSequence === stamp.baseSequence && b.lastSequence === last)
}

/** BLOG-08: last + 1 (0 after 2147483647); with only an epoch remembered, 0. */
export const nextExpected = (entry: ProducerStateEntry): Sequence => {
  const last = entry.batches[entry.batches.length - 1]
  return last ? incrementSequence(last.lastSequence, 1) : 0
}

/** BLOG-02, BLOG-07, BLOG-11: what is remembered once a batch lies in the log; followers record it without any check. */
export const remember = (entry: ProducerStateEntry | undefined, batch: LogBatch): ProducerStateEntry | undefined => {
  if (!batch.stamp) return entry
  const { producerId, producerEpoch, baseSequence } = batch.stamp
  const kept = entry && entry.producerEpoch === producerEpoch ? entry.batches : []
  const added: BatchMetadata = {
    baseSequence,
    lastSequence: lastSequenceOf(batch.stamp, batch.records.length),
    baseOffset: batch.baseOffset,
    lastOffset: batch.lastOffset,
    timestamp: batch.timestamp,
  }
  return { producerId, producerEpoch, lastTimestamp: batch.timestamp, batches: [...kept, added].slice(-BATCHES_TO_RETAIN) }
}
