/**
 * A run as a log book: one line per event that tells something, how it ended, and the hash of it all.
 *
 *       52  lost  ProduceResponse[C] broker-1>producer-1 #1   The answer to C is lost. …
 *    30037        poll producer-1                             30 seconds without an answer. …
 */
import { sayRunProblem } from '../words/en/problems.ts'
import { explainInOneLine, namesOf } from './explain.ts'
import { folded, shapeOf } from './folded.ts'
import type { Event, KafkaTrace } from './fromEngine.ts'
import { hash } from './hash.ts'
import { type Timed, timedEvents } from './timed.ts'

/** Written beside the time: what a reader's eye looks for. */
const TAGS: Partial<Record<Event['kind'], string>> = {
  'message-lost': 'lost',
  'message-late': 'late',
  'node-crashed': 'crash',
  'fault-struck': 'fault',
  'batch-failed': 'told',
}

/** What leaves and lands shows in the steps it causes, and idle fetches tell nothing. The hash counts them all the same. */
const LEFT_OUT: ReadonlySet<Event['kind']> = new Set([
  'message-sent',
  'message-landed',
  'fetch-parked',
  'fetch-answered',
])

const NAME_WIDTH = 44

interface Written {
  readonly event: Event
  readonly text: string
}

const nameIn = ({ steps }: KafkaTrace, { event, step }: Timed): string =>
  event.kind === 'message-lost' || event.kind === 'message-late' ? event.message : (steps[step]?.name ?? '')

const write = (trace: KafkaTrace, timed: Timed): string => {
  const time = String(timed.moment.at).padStart(6)
  const tag = (TAGS[timed.event.kind] ?? '').padEnd(5)
  const name = nameIn(trace, timed).padEnd(NAME_WIDTH)
  return `${time}  ${tag} ${name}  ${explainInOneLine(trace, timed)}`.trimEnd()
}

/** The log book of a run; `hash` at its end is over every event's line, also those that are left out or folded here. */
export const textTrace = (trace: KafkaTrace): string => {
  const names = namesOf(trace)
  const all = timedEvents(trace).map((timed): Written => ({ event: timed.event, text: write(trace, timed) }))
  const told = all.filter(({ event }) => !LEFT_OUT.has(event.kind)).map(({ text }) => ({ text, shape: shapeOf(text) }))
  const problems = trace.problems.map((problem) => `problem  ${sayRunProblem(problem, names)}`)
  const end = [...problems, `end  ${trace.outcome}`]
  const whole = [...all.map(({ text }) => text), ...end].join('\n')
  return `${[...folded(told), ...end, `hash  ${hash(whole)}`].join('\n')}\n`
}
