/** Events and their sentences, joined: the only sentences about a run, and the accessible twin of the picture. */
import { inOneLine, sayEvent } from '../words/en/events.ts'
import { sayCut, sayDiskKept, sayNewLeader } from '../words/en/inContext.ts'
import { type Names, namesFor } from '../words/en/names.ts'
import type { Said } from '../words/en/said.ts'
import { aroundCut, aroundNewLeader } from './context.ts'
import type { KafkaTrace } from './fromEngine.ts'
import type { Timed } from './timed.ts'

export const namesOf = (trace: KafkaTrace): Names => {
  const clients = Object.entries(trace.setup.clients)
  const applications = clients.flatMap(([, client]) => (client.kind === 'producer' ? [client.application] : []))
  return namesFor([...new Set([...applications, ...clients.map(([id]) => id), ...Object.keys(trace.end.nodes)])])
}

/** A few events mean nothing without the rest of the run: who was promised what a new leader does not have? */
export const explain = (trace: KafkaTrace, { event, step }: Timed): Said => {
  const names = namesOf(trace)
  const plain = sayEvent(event, names)
  if (event.kind === 'leadership-taken') return sayNewLeader(event, names, aroundNewLeader(trace, event, step), plain)
  if (event.kind === 'log-truncated' && event.removed.length > 0) return sayCut(plain, aroundCut(trace, event, step))
  const isWithDisk = trace.steps[step]?.events.some(({ kind }) => kind === 'disk-lost') ?? false
  return event.kind === 'node-crashed' && event.node.startsWith('broker-') && !isWithDisk ? sayDiskKept(plain) : plain
}
export const explainInOneLine = (trace: KafkaTrace, timed: Timed): string => inOneLine(explain(trace, timed))
