import type { ProducerBatch } from '../model/producer.ts'
import type { ProducerStamp } from '../model/record.ts'
import { incrementSequence } from '../model/sequence.ts'
import { BATCH_OVERHEAD, newBatch } from './accumulator.ts'
import { batchOf, putBatch, putQueue, putSequences, queueOf, update, type Desk } from './desk.ts'
import { insertBySequence } from './order.ts'
import { replaceUnfinished } from './sequences.ts'

/**
 * RET-03: a batch of several records that is too large goes back in parts, which nobody has tried yet; their delivery
 * clock runs on from the whole (TMO-01). With idempotence the parts share out the numbers the whole had, so that no hole
 * is left. Simplified: a batch that is no larger than `batch.size` is halved at once; Kafka first tries it unchanged.
 */
export const splitAndReenqueue = (desk: Desk, batch: ProducerBatch): void => {
  const parts = partsOf(desk, batch)
  const { [batch.key]: _, ...others } = desk.state.batches
  update(desk, { batches: others })
  for (const part of parts) putBatch(desk, part)
  const entry = desk.state.sequences[batch.partition]
  if (entry && batch.stamp) putSequences(desk, batch.partition, replaceUnfinished(entry, batch.key, parts.map((p) => p.key)))
  for (const part of [...parts].reverse()) {
    const queue = queueOf(desk, batch.partition)
    putQueue(desk, batch.partition, part.stamp ? insertBySequence((key) => batchOf(desk, key)?.stamp ?? null, queue, part.key) : [part.key, ...queue])
  }
}

const partsOf = (desk: Desk, batch: ProducerBatch): readonly ProducerBatch[] => {
  const bytesEach = Math.round((batch.bytes - BATCH_OVERHEAD) / batch.records.length)
  const perPart = recordsPerPart(desk.env.config['batch.size'], batch, bytesEach)
  const parts: ProducerBatch[] = []
  let at = 0
  while (at < batch.records.length) {
    const records = batch.records.slice(at, at + perPart)
    const part = newBatch(desk, records, batch.partition, BATCH_OVERHEAD + bytesEach * records.length, batch.createdAt)
    parts.push({ ...part, closed: true, stamp: stampFrom(batch.stamp, at) })
    at += records.length
  }
  return parts
}

const recordsPerPart = (batchSize: number, batch: ProducerBatch, bytesEach: number): number => {
  const target = batch.bytes <= batchSize ? Math.floor(batch.bytes / 2) : batchSize
  return Math.max(1, Math.floor((target - BATCH_OVERHEAD) / bytesEach))
}

/** SEQ-01: record k of the whole has its first sequence + k. */
const stampFrom = (stamp: ProducerStamp | null, at: number): ProducerStamp | null => stamp && { ...stamp, baseSequence: incrementSequence(stamp.baseSequence, at) }
