import type { TopicPartition } from '../model/names.ts'
import { batchOf, note, putBatch, putSequences, update, type Desk } from './desk.ts'
import { freshSequences, isNextSequence, startAtBeginning } from './sequences.ts'

/** An epoch is a 16-bit number; behind its end a new id is asked for (PID-05). */
const LAST_EPOCH = 32767
/** Between two ids. */
const NO_PRODUCER = { producerId: -1, producerEpoch: -1 }

export const requestBump = (desk: Desk, partition: TopicPartition): void => {
  if (!desk.state.bumpFor.includes(partition)) update(desk, { bumpFor: [...desk.state.bumpFor, partition] })
}

/**
 * TMO-06: when no unfinished batch of an unresolved partition is left, either a later batch succeeded, and the mark is
 * dropped, or the numbers have a hole, and the epoch is bumped.
 */
export const resolveSequences = (desk: Desk): void => {
  for (const [partition, entry] of Object.entries(desk.state.sequences)) {
    if (entry.unresolved === null || entry.unfinished.length > 0) continue
    putSequences(desk, partition, { ...entry, unresolved: null })
    if (!isNextSequence(entry, entry.nextSequence)) requestBump(desk, partition)
  }
}

/** PID-05, SEQ-08: a plain idempotent producer bumps its epoch by itself; the partitions that asked for it are numbered again. */
export const bumpEpochIfRequested = (desk: Desk): void => {
  const { identity, bumpFor } = desk.state
  if (bumpFor.length === 0 || identity.state !== 'ready') return
  if (identity.producerEpoch >= LAST_EPOCH) return giveUpIdentity(desk)
  const producerEpoch = identity.producerEpoch + 1
  const rewritten = bumpFor.flatMap((partition) => rewrite(desk, partition, identity.producerId, producerEpoch))
  update(desk, { identity: { ...identity, producerEpoch }, bumpFor: [] })
  const records = rewritten.flatMap((key) => batchOf(desk, key)?.records ?? [])
  note(desk, { kind: 'epoch-bumped', node: desk.id, producerId: identity.producerId, producerEpoch, rewritten: records })
}

/**
 * PID-05: behind the last epoch the id itself is dropped and a new one asked for. The partitions that asked for the bump
 * start at 0 now, though under which id is known only later; the others finish under the old one.
 * Left out: Kafka sends what was rewritten here without any id, so it is no longer protected; here it gets the new one.
 */
const giveUpIdentity = (desk: Desk): void => {
  for (const partition of desk.state.bumpFor) rewrite(desk, partition, NO_PRODUCER.producerId, NO_PRODUCER.producerEpoch)
  update(desk, { identity: { state: 'uninitialized', notBefore: desk.env.now }, bumpFor: [] })
}

/** The id and epoch that a broker has handed out. */
export const adoptIdentity = (desk: Desk, producerId: number, producerEpoch: number): void => {
  const nameless = Object.keys(desk.state.sequences).filter((partition) => desk.state.sequences[partition]?.producerId === NO_PRODUCER.producerId)
  for (const partition of nameless) rewrite(desk, partition, producerId, producerEpoch)
  update(desk, { identity: { state: 'ready', producerId, producerEpoch } })
  note(desk, { kind: 'producer-id-received', node: desk.id, producerId, producerEpoch })
}

const rewrite = (desk: Desk, partition: TopicPartition, producerId: number, producerEpoch: number): readonly string[] => {
  const entry = desk.state.sequences[partition] ?? freshSequences(producerId, producerEpoch)
  const begun = startAtBeginning(entry, producerId, producerEpoch, (key) => batchOf(desk, key)?.records.length ?? 1)
  for (const { key, stamp } of begun.stamps) {
    const batch = batchOf(desk, key)
    if (batch) putBatch(desk, { ...batch, stamp, rewritten: true })
  }
  putSequences(desk, partition, begun.entry)
  return begun.stamps.map((s) => s.key)
}

/** The entry has the numbers of an older id or epoch. */
export const isStale = (desk: Desk, partition: TopicPartition): boolean => {
  const { identity, sequences } = desk.state
  const entry = sequences[partition]
  return identity.state === 'ready' && entry !== undefined && (entry.producerId !== identity.producerId || entry.producerEpoch !== identity.producerEpoch)
}

/** SEQ-08: another partition keeps the old epoch until all its batches are done, then starts at 0. */
export const catchUpWithEpoch = (desk: Desk, partition: TopicPartition): void => {
  const { identity, sequences } = desk.state
  if (identity.state !== 'ready') return
  const entry = sequences[partition]
  if (!entry || (isStale(desk, partition) && entry.unfinished.length === 0)) putSequences(desk, partition, freshSequences(identity.producerId, identity.producerEpoch))
}
