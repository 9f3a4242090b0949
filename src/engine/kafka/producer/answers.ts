import type { ErrorCode } from '../model/error.ts'
import type { PartitionProduceResult } from '../model/message.ts'
import type { InFlightRequest, ProducerBatch } from '../model/producer.ts'
import { batchOf, note, update, type Desk } from './desk.ts'
import { unmute } from './drain.ts'
import { errorFacts } from './errors.ts'
import { fail, reenqueue, succeed } from './finish.ts'
import { canRetry } from './retry.ts'
import { splitAndReenqueue } from './split.ts'

type Produce = Extract<InFlightRequest, { api: 'Produce' }>

/** Why a request that carried a batch ended: an answer of the broker, or the end of its connection (TMO-08). */
export type Ending =
  | { readonly kind: 'answered'; readonly result: PartitionProduceResult; readonly logStartOffset: number }
  | { readonly kind: 'timed-out'; readonly broker: string }
  | { readonly kind: 'disconnected'; readonly broker: string }

/** Every batch of a request ends, oldest first. One that the answer does not name stays as it is, until it expires. */
export const endRequest = (desk: Desk, request: Produce, endingOf: (partition: string) => Ending | null): void => {
  for (const sent of request.batches) {
    const ending = endingOf(sent.partition)
    if (!ending) continue
    const batch = batchOf(desk, sent.key)
    if (batch) endBatch(desk, batch, ending)
    unmute(desk, sent.partition)
  }
}

const errorOf = (ending: Ending): ErrorCode => {
  switch (ending.kind) {
    case 'answered':
      return ending.result.error
    case 'timed-out':
      return 'REQUEST_TIMED_OUT'
    case 'disconnected':
      return 'NETWORK_EXCEPTION'
  }
}

const endBatch = (desk: Desk, batch: ProducerBatch, ending: Ending): void => {
  const error = errorOf(ending)
  const answer = ending.kind === 'answered' ? ending : null
  if (error === 'NONE' || error === 'DUPLICATE_SEQUENCE_NUMBER') {
    // RET-07: a duplicate that is only reported as such is a success with unknown offset.
    const baseOffset = error === 'NONE' ? (answer?.result.baseOffset ?? -1) : -1
    return succeed(desk, batch, baseOffset, 'answered')
  }
  if (error === 'MESSAGE_TOO_LARGE' && batch.records.length > 1 && batch.result === null) {
    splitAndReenqueue(desk, batch)
    return
  }
  endInError(desk, batch, error, ending)
  if (errorFacts(error).refreshesMetadata) refreshMetadata(desk, answer?.result)
}

const endInError = (desk: Desk, batch: ProducerBatch, error: Exclude<ErrorCode, 'NONE'>, ending: Ending): void => {
  const logStartOffset = ending.kind === 'answered' ? ending.logStartOffset : -1
  if (canRetry(desk, batch, error, logStartOffset)) {
    reenqueue(desk, batch, error, ending.kind === 'answered' ? 'refused' : ending.kind)
  } else if (batch.result !== null) {
    note(desk, { kind: 'late-answer-ignored', node: desk.id, partition: batch.partition, records: batch.records, error, baseOffset: -1 })
  } else {
    // RET-08: without a bump once `retries` are exhausted; TMO-04: an error read at or after the deadline bumps.
    fail(desk, batch, errorFacts(error).exception, textOf(error, ending), batch.attempts < desk.env.config.retries)
  }
}

const textOf = (error: ErrorCode, ending: Ending): string => {
  const node = ending.kind === 'answered' ? '' : ending.broker.replace('broker-', '')
  if (ending.kind === 'timed-out') return `Disconnected from node ${node} due to timeout`
  if (ending.kind === 'disconnected') return `Disconnected from node ${node}`
  return error
}

/** RET-10: a named current leader with a newer epoch is adopted at once; without one the metadata is asked for. */
const refreshMetadata = (desk: Desk, result: PartitionProduceResult | undefined): void => {
  const known = result ? desk.state.metadata[result.partition] : undefined
  const named = result?.currentLeader
  if (result && known && named && named.leaderEpoch > known.leaderEpoch) {
    update(desk, { metadata: { ...desk.state.metadata, [result.partition]: { partition: result.partition, ...named } } })
  }
  update(desk, { metadataWanted: true })
}
