import type { BatchKey, ProducerBatch } from '../model/producer.ts'
import { batchOf, hasReachedDeliveryTimeout, isIdempotent, note, putQueue, putSequences, queueOf, type Desk } from './desk.ts'
import { fail } from './finish.ts'
import { lastSequenceOf } from '../model/sequence.ts'
import { markUnresolved } from './sequences.ts'

/**
 * TMO-02: queued or in flight, muted or not. A batch drained in this very turn is reported failed and still sent
 * (ACC-R07). Both kinds are found first and failed then, the queued ones before those in flight. Answers are read later in
 * the turn, so one that lies there at the deadline comes too late (TMO-03).
 */
export const failExpired = (desk: Desk): void => {
  const queues = Object.values(desk.state.queues)
  const queued = new Set(queues.flat())
  const inFlight = Object.values(desk.state.batches).filter((b) => b.result === null && !queued.has(b.key))
  const expired = [...queues.flatMap((queue) => expiredAtHead(desk, queue)), ...inFlight.filter((b) => hasReachedDeliveryTimeout(desk, b))]
  for (const batch of expired) expire(desk, batch)
}

/** A queue is looked through from its head, as far as the batches have expired: an older one behind a younger head (SEQ-06) has to wait. */
const expiredAtHead = (desk: Desk, queue: readonly BatchKey[]): readonly ProducerBatch[] => {
  const batches = queue.flatMap((key) => batchOf(desk, key) ?? [])
  const alive = batches.findIndex((b) => !hasReachedDeliveryTimeout(desk, b))
  return alive < 0 ? batches : batches.slice(0, alive)
}

const expire = (desk: Desk, batch: ProducerBatch): void => {
  const age = desk.env.now - batch.createdAt
  const text = `Expiring ${batch.records.length} record(s) for ${batch.partition}:${age} ms has passed since batch creation. The request has not been sent, or no server response has been received yet.`
  putQueue(desk, batch.partition, queueOf(desk, batch.partition).filter((key) => key !== batch.key))
  fail(desk, batch, 'TimeoutException', text, false)
  // TMO-06: only a batch that was re-enqueued at least once. TMO-07: in the first attempt nothing is marked; TMO-05: before it there is nothing to mark.
  if (isIdempotent(desk) && batch.attempts > 0) leaveUnresolved(desk, batch)
}

/** TMO-06: the next new batch waits until it is known what became of this one. */
export const leaveUnresolved = (desk: Desk, batch: ProducerBatch): void => {
  const entry = desk.state.sequences[batch.partition]
  if (!entry || !batch.stamp) return
  const marked = markUnresolved(entry, lastSequenceOf(batch.stamp, batch.records.length))
  putSequences(desk, batch.partition, marked)
  note(desk, { kind: 'sequence-unresolved', node: desk.id, partition: batch.partition, nextSequence: marked.unresolved ?? 0 })
}
