import type { Fault, Plan } from '../engine/index.ts'
import { aimedBefore } from './story.ts'

/*
 * Several faults in a row, as recordings of a real cluster had them: always between the producer and broker 1.
 */
const request = (record: string): string => `Produce[${record}] producer-1>broker-1 #1`
const answer = (record: string, ordinal = 1): string => `ProduceResponse[${record}] broker-1>producer-1 #${ordinal}`
const late = (name: string, by: number): Fault & { readonly by: number } => ({
  kind: 'late',
  aim: aimedBefore(name),
  by,
})
const corrupt = (record: string): Fault & { readonly error: string } => ({
  kind: 'refuse',
  aim: aimedBefore(request(record)),
  error: 'CORRUPT_MESSAGE',
})

/** The request is held until others are in the air behind it; then the connection breaks, and all are gone (A5, A15b). */
export const breaksWithOthersBehind = (record: string): Plan => [
  late(request(record), 500),
  { kind: 'break', aim: aimedBefore(request(record)) },
]
/** The same, and refused instead of lost: what is behind it comes to a broker that does not know it (A5c). */
export const refusedWithOthersBehind = (record: string): Plan => [late(request(record), 500), corrupt(record)]
/** The first one refused, the next one written and its answer lost with the connection (A13). */
export const refusedThenAnswerLost = (refused: string, written: string): Plan => [
  corrupt(refused),
  { kind: 'break', aim: aimedBefore(answer(written)) },
]
/** The answer to one is late, so that the next one starts late; and that one never arrives (A11c). */
export const lateAnswerThenSilence = (answered: string, gone: string): Plan => [
  late(answer(answered), 1_000),
  { kind: 'silent', aim: aimedBefore(request(gone)) },
]
/** Nothing gets through from this request on, and the connection stays open (A16d). */
export const silentFrom = (record: string): Plan => [{ kind: 'silent', aim: aimedBefore(request(record)) }]
/** The first try is lost with the connection, the answer to the second one is late (A21). */
export const lostThenAnswerLate = (record: string): Plan => [
  { kind: 'break', aim: aimedBefore(request(record)) },
  late(answer(record, 2), 1_500),
]
