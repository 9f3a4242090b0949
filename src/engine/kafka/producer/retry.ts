import type { ErrorCode } from '../model/error.ts'
import type { ProducerBatch } from '../model/producer.ts'
import { hasReachedDeliveryTimeout, isIdempotent, type Desk } from './desk.ts'
import { errorFacts } from './errors.ts'
import { requestBump } from './identity.ts'
import { isNextSequence } from './sequences.ts'

/** RET-01: before its deadline, with re-enqueues left, unfinished, and for an error that qualifies. CFG-R08: `retries` = n allows n + 1 sends. */
export const canRetry = (desk: Desk, batch: ProducerBatch, error: Exclude<ErrorCode, 'NONE'>, logStartOffset: number): boolean => {
  if (hasReachedDeliveryTimeout(desk, batch) || batch.attempts >= desk.env.config.retries || batch.result !== null) return false
  return isIdempotent(desk) ? qualifiesWithSequence(desk, batch, error, logStartOffset) : errorFacts(error).retriable
}

const qualifiesWithSequence = (desk: Desk, batch: ProducerBatch, error: Exclude<ErrorCode, 'NONE'>, logStartOffset: number): boolean => {
  if (error === 'OUT_OF_ORDER_SEQUENCE_NUMBER') return retryOutOfOrder(desk, batch)
  if (error === 'UNKNOWN_PRODUCER_ID') return retryUnknownProducer(desk, batch, logStartOffset)
  return errorFacts(error).retriable
}

/**
 * RET-05. (a) Not the one right behind the last acked sequence, or rewritten since: something before it is missing and
 * will come; no bump. (b) It is the next one: the broker has lost data; bump, and nobody tells the application (FO-05). (c) Behind an unresolved sequence: bump
 * only if it directly follows it.
 */
const retryOutOfOrder = (desk: Desk, batch: ProducerBatch): true => {
  const entry = desk.state.sequences[batch.partition]
  if (!entry || !batch.stamp) return true
  const { baseSequence } = batch.stamp
  const isNext = isNextSequence(entry, baseSequence)
  if (entry.unresolved === null && (batch.rewritten || !isNext)) return true
  if (entry.unresolved === null || entry.unresolved === baseSequence) requestBump(desk, batch.partition)
  return true
}

/** RET-06: always retried; with a bump unless nothing is known of the log start or the batch was rewritten since. */
const retryUnknownProducer = (desk: Desk, batch: ProducerBatch, logStartOffset: number): true => {
  if (logStartOffset !== -1 && !batch.rewritten) requestBump(desk, batch.partition)
  return true
}
