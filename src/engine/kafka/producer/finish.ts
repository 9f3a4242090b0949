import type { ErrorCode, ExceptionClass } from '../model/error.ts'
import type { ProducerBatch } from '../model/producer.ts'
import { backoff } from '../clients/backoff.ts'
import { batchOf, isIdempotent, note, putBatch, putQueue, putSequences, queueOf, update, type Desk } from './desk.ts'
import { isFatal } from './errors.ts'
import { requestBump } from './identity.ts'
import { lastSequenceOf } from '../model/sequence.ts'
import { insertBySequence } from './order.ts'
import { acknowledge, withdraw } from './sequences.ts'

const who = (desk: Desk, batch: ProducerBatch) => ({ node: desk.id, partition: batch.partition, records: batch.records })

/** A success answer; with acks=0 the bytes were merely written. For a batch the application has already been told about it only raises the last acked sequence (TMO-02, SEQ-07). */
export const succeed = (desk: Desk, batch: ProducerBatch, baseOffset: number, how: 'answered' | 'written'): void => {
  const entry = desk.state.sequences[batch.partition]
  if (entry && batch.stamp) {
    const lastSequence = lastSequenceOf(batch.stamp, batch.records.length)
    putSequences(desk, batch.partition, acknowledge(entry, batch.key, lastSequence, baseOffset < 0 ? -1 : baseOffset + batch.records.length - 1))
  }
  if (batch.result !== null) {
    note(desk, { kind: 'late-answer-ignored', ...who(desk, batch), error: 'NONE', baseOffset })
  } else {
    putBatch(desk, { ...batch, result: { kind: 'acked', baseOffset } })
    tellSuccess(desk, batch, baseOffset, how)
  }
}

const tellSuccess = (desk: Desk, batch: ProducerBatch, baseOffset: number, how: 'answered' | 'written'): void => {
  if (how === 'written') note(desk, { kind: 'batch-counted-as-sent', ...who(desk, batch) })
  else note(desk, { kind: 'batch-acked', ...who(desk, batch), baseOffset })
  desk.commands.push({ do: 'call', to: desk.env.application, call: { call: 'acked', records: batch.records, baseOffset } })
}

/**
 * The application is told that the batch failed; what became of it in the log is another matter (MYTH-11).
 * @param adjustSequences the numbers it used leave a hole unless the epoch rises (RET-08)
 */
export const fail = (desk: Desk, batch: ProducerBatch, exception: ExceptionClass, text: string, adjustSequences: boolean): void => {
  if (batch.result !== null) return
  if (isIdempotent(desk)) settleSequences(desk, batch, exception, adjustSequences)
  tellFailure(desk, batch, exception, text)
}

const tellFailure = (desk: Desk, batch: ProducerBatch, exception: ExceptionClass, text: string): void => {
  putBatch(desk, { ...batch, result: { kind: 'failed', exception, text } })
  note(desk, { kind: 'batch-failed', ...who(desk, batch), exception, text, everSent: batch.everSent })
  desk.commands.push({ do: 'call', to: desk.env.application, call: { call: 'failed', records: batch.records, exception, text } })
}

/** RET-09, PID-04: every batch that nobody was told about fails; the epoch stays. */
export const abortBatches = (desk: Desk, exception: ExceptionClass, text: string): void => {
  for (const batch of Object.values(desk.state.batches)) {
    if (batch.result !== null) continue
    const entry = desk.state.sequences[batch.partition]
    if (entry) putSequences(desk, batch.partition, withdraw(entry, batch.key))
    tellFailure(desk, batch, exception, text)
  }
  if (Object.values(desk.state.queues).some((queue) => queue.length > 0)) update(desk, { queues: {} })
}

/** RET-08, RET-09: an idempotent producer bumps its epoch after a final failure, or is finished altogether. */
const settleSequences = (desk: Desk, batch: ProducerBatch, exception: ExceptionClass, adjustSequences: boolean): void => {
  const entry = desk.state.sequences[batch.partition]
  if (entry) putSequences(desk, batch.partition, withdraw(entry, batch.key))
  if (isFatal(exception)) return update(desk, { identity: { state: 'fatal', exception } })
  // Out of order means that there is a hole in the log, even when no retry is left; an unknown producer is a kind of it.
  const hasHole = exception === 'OutOfOrderSequenceException' || exception === 'UnknownProducerIdException'
  if (hasHole || adjustSequences) requestBump(desk, batch.partition)
}

/** SEQ-06: with idempotence by sequence order, without at the front, so that a lost connection brings batches back reversed. */
export const reenqueue = (desk: Desk, batch: ProducerBatch, error: Exclude<ErrorCode, 'NONE'>, because: 'refused' | 'timed-out' | 'disconnected'): void => {
  const { now, config } = desk.env
  const again: ProducerBatch = { ...batch, attempts: batch.attempts + 1, lastAttemptAt: now }
  putBatch(desk, again)
  const queue = queueOf(desk, batch.partition)
  putQueue(desk, batch.partition, isIdempotent(desk) ? insertBySequence((key) => batchOf(desk, key)?.stamp ?? null, queue, again.key) : [again.key, ...queue])
  const notBefore = now + backoff(config['retry.backoff.ms'], config['retry.backoff.max.ms'], again.attempts, desk.env.jitter(again.attempts * 31 + again.createdAt))
  note(desk, { kind: 'batch-will-be-retried', ...who(desk, batch), error, because, attempt: again.attempts, notBefore })
}
