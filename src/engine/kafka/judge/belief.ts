import type { ErrorCode, ExceptionClass } from '../model/error.ts'
import type { KafkaEvent } from '../model/event.ts'
import type { RecordName } from '../model/names.ts'
import type { Belief, Told } from './types.ts'

/**
 * The only events a belief may be made of: those of the application and its producer. By type, nothing a broker did can
 * get in here (model.md section 9).
 */
export type ToldEvent = Extract<
  KafkaEvent,
  | { kind: 'record-handed-over' }
  | { kind: 'batch-sent' }
  | { kind: 'batch-acked' }
  | { kind: 'batch-counted-as-sent' }
  | { kind: 'batch-will-be-retried' }
  | { kind: 'batch-failed' }
  | { kind: 'application-sends-again' }
>

const TOLD: Readonly<Record<ToldEvent['kind'], true>> = {
  'record-handed-over': true,
  'batch-sent': true,
  'batch-acked': true,
  'batch-counted-as-sent': true,
  'batch-will-be-retried': true,
  'batch-failed': true,
  'application-sends-again': true,
}

export const isTold = (event: { readonly kind: string }): event is ToldEvent => Object.hasOwn(TOLD, event.kind)

/** A belief, and whether a try was ever left without an answer: later refusals do not make up for that. */
interface Mind {
  readonly belief: Belief
  readonly doubted: boolean
}
const BLANK: Mind = { belief: { belief: 'not sent' }, doubted: false }

/** MYTH-11: errors that do not say whether the record was stored; any other answer of a broker says that it was not. */
const LEAVES_OPEN: { readonly codes: readonly ErrorCode[]; readonly exceptions: readonly ExceptionClass[] } = {
  codes: ['REQUEST_TIMED_OUT', 'NETWORK_EXCEPTION', 'NOT_LEADER_OR_FOLLOWER', 'NOT_ENOUGH_REPLICAS_AFTER_APPEND'],
  exceptions: ['TimeoutException', 'NetworkException', 'NotLeaderOrFollowerException', 'NotEnoughReplicasAfterAppendException', 'KafkaException'],
}

const sure = (belief: Belief): Mind => ({ belief, doubted: false })

/** What one of these events makes the producer believe of the records it names. */
const mindAfter = ({ belief, doubted }: Mind, event: ToldEvent): Mind => {
  switch (event.kind) {
    case 'record-handed-over':
    case 'application-sends-again':
      return { belief: { belief: 'waiting' }, doubted }
    case 'batch-sent':
      return { belief: { belief: 'in doubt', attempt: event.attempt }, doubted }
    case 'batch-acked':
      return sure({ belief: 'acked' })
    case 'batch-counted-as-sent':
      return sure({ belief: 'success, no ack' })
    case 'batch-will-be-retried':
      // A refusal says that this try stored nothing; what an earlier try without an answer did stays in doubt.
      return event.because === 'refused' && !LEAVES_OPEN.codes.includes(event.error) && !doubted
        ? { belief: { belief: 'refused, will retry', attempt: event.attempt }, doubted }
        : { belief: { belief: 'in doubt', attempt: event.attempt }, doubted: true }
    case 'batch-failed':
      return { belief: { belief: 'gave up', exception: event.exception, inDoubt: doubted || (belief.belief === 'in doubt' && LEAVES_OPEN.exceptions.includes(event.exception)) }, doubted }
  }
}

/** A belief per record, folded over what the producer was told. */
export const foldBeliefs = (events: Iterable<{ readonly kind: string }>): Readonly<Record<RecordName, Belief>> => {
  const minds: Record<RecordName, Mind> = {}
  for (const event of events) {
    if (!isTold(event)) continue
    for (const { record } of event.records) minds[record] = mindAfter(minds[record] ?? BLANK, event)
  }
  return Object.fromEntries(Object.entries(minds).map(([record, { belief }]) => [record, belief]))
}

/** For the verdict a belief is one of three. A failed send may have been written unless it never left or was refused outright (MYTH-11). */
export const toldOf = (belief: Belief): Told => {
  switch (belief.belief) {
    case 'acked':
    case 'success, no ack':
      return 'acked'
    case 'not sent':
      return 'not written'
    case 'gave up':
      return belief.inDoubt ? 'unknown' : 'not written'
    case 'waiting':
    case 'in doubt':
    case 'refused, will retry':
      return 'unknown'
  }
}
