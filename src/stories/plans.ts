import type { Fault, Plan } from '../engine/index.ts'
import { aimedBefore } from './story.ts'

/*
 * Faults as the stories use them: on the way between the producer and the leader of the one partition.
 */
const request = (record: string): string => `Produce[${record}] producer-1>broker-1 #1`
const answer = (record: string): string => `ProduceResponse[${record}] broker-1>producer-1 #1`
const refusal: Pick<Fault, 'kind'> & { readonly error: string } = { kind: 'refuse', error: 'NOT_ENOUGH_REPLICAS' }
const crash: Pick<Fault, 'kind' | 'node'> & { readonly down: number } = {
  kind: 'crash',
  node: 'producer-1',
  down: 1_000,
}

/** The answer to the first try is lost, and nothing after it gets through. */
export const answerLost = (record: string): Plan => [{ kind: 'silent', aim: aimedBefore(answer(record)) }]
/** The connection breaks with the answer in the air. */
export const breaksOnAnswer = (record: string): Plan => [{ kind: 'break', aim: aimedBefore(answer(record)) }]
/** The connection breaks with the request in the air. */
export const breaksOnRequest = (record: string): Plan => [{ kind: 'break', aim: aimedBefore(request(record)) }]
/** The leader refuses the first try, once. */
export const refusedOnce = (record: string): Plan => [{ ...refusal, aim: aimedBefore(request(record)) }]
/** The producer is gone before it reads the answer, and back after a second. */
export const crashBeforeAnswer = (record: string): Plan => [{ ...crash, aim: aimedBefore(answer(record)) }]
