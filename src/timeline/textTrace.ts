/**
 * A run as a log book: one line per telling event, then the hash of it all.
 *
 *       52  lost  ProduceResponse[C] broker-1>producer-1 #1   The answer to C is lost. …
 *    30037        poll producer-1                              The producer has waited 30 seconds for C. …
 */
import { explainInOneLine } from './explain.ts'
import type { KafkaTrace } from './fromEngine.ts'
import { hash } from './hash.ts'
import { type Timed, timedEvents } from './timed.ts'

/** Written beside the time: what a reader's eye looks for. */
const TAGS: Readonly<Record<string, string>> = {
  'message-lost': 'lost',
  'node-crashed': 'crash',
  'fault-struck': 'fault',
  'batch-failed': 'told',
}
/** Of the core's own events the book keeps those that change something; what is sent and lands shows in the steps. */
const LEFT_OUT = new Set<string>(['message-sent', 'message-landed', 'fetch-parked', 'fetch-answered', 'produce-waits-for-replicas', 'produce-answered', 'connection-silent'])
/** These say themselves what was done to them. */
const TELLS_ITSELF = new Set<string>(['silent', 'break', 'crash', 'late'])
const isLeftOut = ({ event }: Timed): boolean => LEFT_OUT.has(event.kind) || (event.kind === 'fault-struck' && TELLS_ITSELF.has(event.fault.kind))
const NAME_WIDTH = 44

const nameOf = (trace: KafkaTrace, { event, step }: Timed): string =>
  event.kind === 'message-lost' || event.kind === 'message-late' ? event.message : (trace.steps[step]?.name ?? '')

const lineOf = (trace: KafkaTrace, timed: Timed): string => {
  const time = String(timed.moment.at).padStart(6)
  const tag = (TAGS[timed.event.kind] ?? '').padEnd(5)
  return `${time}  ${tag} ${nameOf(trace, timed).padEnd(NAME_WIDTH)}  ${explainInOneLine(trace, timed)}`.trimEnd()
}

export const textTrace = (trace: KafkaTrace): string => {
  const lines = timedEvents(trace)
    .filter((timed) => !isLeftOut(timed))
    .map((timed) => lineOf(trace, timed))
  const unused = trace.problems.map((problem) => `problem ${JSON.stringify(problem)}`)
  const text = `${[...lines, ...unused, `end ${trace.outcome}`].join('\n')}\n`
  return `${text}hash ${hash(text)}\n`
}
