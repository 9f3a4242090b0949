import type { Plan } from '../engine/index.ts'
import { aimedBefore } from './story.ts'

/*
 * Faults of calls to the world outside, and of the reader between its effect and its commit.
 */
const hour = 3_600_000
const reply = (record: string, outside: string): string => `CallReply[${record}] ${outside}>consumer-1 #1`

/** It was done, and the reader does not hear of it. */
export const replyLost = (record: string, outside: string): Plan => [
  { kind: 'reply-lost', aim: aimedBefore(reply(record, outside)) },
]

/** The reader is gone between the effect and its commit, and somebody starts it again two hours later. */
export const diesUncommittedForHours = (record: string, outside: string): Plan => {
  const fault: Plan[number] & { readonly down: number } = {
    kind: 'crash',
    node: 'consumer-1',
    aim: aimedBefore(reply(record, outside)),
    down: 2 * hour,
  }
  return [fault]
}

/** Something on the way makes the call once more. */
export const arrivesTwice = (record: string, outside: string): Plan => {
  const fault: Plan[number] & { readonly after: number } = {
    kind: 'twice',
    aim: aimedBefore(`Call[${record}] consumer-1>${outside} #1`),
    after: 40,
  }
  return [fault]
}
