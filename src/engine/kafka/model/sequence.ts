import type { Sequence } from './names.ts'
import type { ProducerStamp } from './record.ts'

/** After 2147483647 comes 0 (SEQ-01). */
export const incrementSequence = (sequence: Sequence, by: number): Sequence => {
  const sum = sequence + by
  return sum > 2147483647 ? sum - 2147483648 : sum
}

/** Record k of a batch has first sequence + k (SEQ-01). */
export const lastSequenceOf = (stamp: ProducerStamp, records: number): Sequence => incrementSequence(stamp.baseSequence, records - 1)
