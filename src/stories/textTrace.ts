/**
 * A run as a log book: one line per event that tells something, how it ended, and the hash of it all.
 *
 *       52  lost  ProduceResponse[C] broker-1>producer-1 #1   The answer to C is lost. …
 *    30037        poll producer-1                             30 seconds without an answer. …
 */
import type { EventOf, KafkaKinds, KafkaTrace, Step } from '../engine/index.ts'
import { inOneLine, type Names, namesFor, sayEvent, sayRunProblem } from '../words/index.ts'
import { folded, shapeOf } from './folded.ts'
import { hash } from './hash.ts'

type Event = EventOf<KafkaKinds>

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

const nameOf = (step: Step, event: Event): string =>
  event.kind === 'message-lost' || event.kind === 'message-late' ? event.message : (step.name ?? '')

const write = (step: Step, event: Event, names: Names): string => {
  const time = String(step.at).padStart(6)
  const tag = (TAGS[event.kind] ?? '').padEnd(5)
  return `${time}  ${tag} ${nameOf(step, event).padEnd(NAME_WIDTH)}  ${inOneLine(sayEvent(event, names))}`.trimEnd()
}

/** The log book of a run; `hash` at its end is over every event's line, also those that are left out or folded here. */
export const textTrace = (trace: KafkaTrace): string => {
  const names = namesFor(Object.keys(trace.end.nodes))
  const all = trace.steps.flatMap((step) =>
    step.events.map((event): Written => ({ event, text: write(step, event, names) })),
  )
  const told = all.filter(({ event }) => !LEFT_OUT.has(event.kind)).map(({ text }) => ({ text, shape: shapeOf(text) }))
  const problems = trace.problems.map((problem) => `problem  ${sayRunProblem(problem, names)}`)
  const end = [...problems, `end  ${trace.outcome}`]
  const whole = [...all.map(({ text }) => text), ...end].join('\n')
  return `${[...folded(told), ...end, `hash  ${hash(whole)}`].join('\n')}\n`
}
