import type { ProducerBatch } from '../model/producer.ts'
import { hasReachedDeliveryTimeout, isIdempotent, putQueue, putSequences, queueOf, type Desk } from './desk.ts'
import { fail } from './finish.ts'
import { lastSequenceOf } from '../model/sequence.ts'
import { markUnresolved } from './sequences.ts'

/** TMO-02: queued or in flight, muted or not. A batch drained in this very turn is reported failed and still sent (ACC-R07). */
export const failExpired = (desk: Desk): void => {
  const queued = Object.values(desk.state.queues).flat()
  const isQueued = (batch: ProducerBatch): boolean => queued.includes(batch.key)
  const expired = Object.values(desk.state.batches).filter((b) => b.result === null && hasReachedDeliveryTimeout(desk, b))
  for (const batch of [...expired.filter((b) => !isQueued(b)), ...expired.filter(isQueued)]) expire(desk, batch)
}

const expire = (desk: Desk, batch: ProducerBatch): void => {
  const age = desk.env.now - batch.createdAt
  const text = `Expiring ${batch.records.length} record(s) for ${batch.partition}:${age} ms has passed since batch creation. The request has not been sent, or no server response has been received yet.`
  putQueue(desk, batch.partition, queueOf(desk, batch.partition).filter((key) => key !== batch.key))
  fail(desk, batch, 'TimeoutException', text, false)
  // TMO-06: only a batch that was re-enqueued at least once. TMO-07: in the first attempt nothing is marked.
  if (isIdempotent(desk) && batch.attempts > 0) leaveUnresolved(desk, batch)
}

const leaveUnresolved = (desk: Desk, batch: ProducerBatch): void => {
  const entry = desk.state.sequences[batch.partition]
  if (entry && batch.stamp) putSequences(desk, batch.partition, markUnresolved(entry, lastSequenceOf(batch.stamp, batch.records.length)))
}
