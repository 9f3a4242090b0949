import type { ProducerEpoch, ProducerId, Sequence } from '../model/names.ts'
import type { BatchKey, SequenceEntry } from '../model/producer.ts'
import type { ProducerStamp } from '../model/record.ts'
import { incrementSequence } from '../model/sequence.ts'

/** A partition as the client numbers it, before its first batch. */
export const freshSequences = (producerId: ProducerId, producerEpoch: ProducerEpoch): SequenceEntry => ({
  producerId,
  producerEpoch,
  nextSequence: 0,
  lastAckedSequence: null,
  lastAckedOffset: null,
  unfinished: [],
  unresolved: null,
})

/** SEQ-02: numbers are given when a batch is drained for the first time; the next sequence grows by its record count. */
export const assignSequence = (entry: SequenceEntry, key: BatchKey, records: number): { entry: SequenceEntry; stamp: ProducerStamp } => ({
  stamp: { producerId: entry.producerId, producerEpoch: entry.producerEpoch, baseSequence: entry.nextSequence },
  entry: { ...entry, nextSequence: incrementSequence(entry.nextSequence, records), unfinished: [...entry.unfinished, key] },
})

/** SEQ-07: the last acked sequence only grows; an answer for a lower batch does not lower it. */
export const acknowledge = (entry: SequenceEntry, key: BatchKey, lastSequence: Sequence, lastOffset: number): SequenceEntry => ({
  ...entry,
  lastAckedSequence: Math.max(entry.lastAckedSequence ?? -1, lastSequence),
  lastAckedOffset: lastOffset >= 0 ? Math.max(entry.lastAckedOffset ?? -1, lastOffset) : entry.lastAckedOffset,
  unfinished: entry.unfinished.filter((k) => k !== key),
})

/** Without an answer: the batch is no longer unfinished, the numbers it used stay used. */
export const withdraw = (entry: SequenceEntry, key: BatchKey): SequenceEntry => ({ ...entry, unfinished: entry.unfinished.filter((k) => k !== key) })

/** The parts of a split batch stand where the whole stood. */
export const replaceUnfinished = (entry: SequenceEntry, key: BatchKey, parts: readonly BatchKey[]): SequenceEntry => ({
  ...entry,
  unfinished: entry.unfinished.flatMap((k) => (k === key ? parts : [k])),
})

/** "Nothing acked yet" counts as −1 (RET-05). */
export const isNextSequence = (entry: SequenceEntry, sequence: Sequence): boolean => sequence - (entry.lastAckedSequence ?? -1) === 1

/** TMO-06: a batch that expired after a re-enqueue leaves its partition unresolved up to its last sequence + 1. */
export const markUnresolved = (entry: SequenceEntry, lastSequence: Sequence): SequenceEntry => ({
  ...entry,
  unresolved: Math.max(entry.unresolved ?? 0, incrementSequence(lastSequence, 1)),
})

/** SEQ-08: the unfinished batches of a bumped partition are numbered again from 0, in order. */
export const startAtBeginning = (
  entry: SequenceEntry,
  producerId: ProducerId,
  producerEpoch: ProducerEpoch,
  recordsOf: (key: BatchKey) => number,
): { entry: SequenceEntry; stamps: readonly { key: BatchKey; stamp: ProducerStamp }[] } => {
  let next: Sequence = 0
  const stamps = entry.unfinished.map((key) => {
    const stamp = { producerId, producerEpoch, baseSequence: next }
    next = incrementSequence(next, recordsOf(key))
    return { key, stamp }
  })
  return { stamps, entry: { ...freshSequences(producerId, producerEpoch), nextSequence: next, unfinished: entry.unfinished } }
}
