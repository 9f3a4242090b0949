/** Events and their sentences, joined: the only sentences about a run, and the accessible twin of the picture. */
import { inOneLine, sayEvent } from '../words/en/events.ts'
import { type Names, namesFor } from '../words/en/names.ts'
import type { Said } from '../words/en/said.ts'
import type { KafkaTrace } from './fromEngine.ts'
import type { Timed } from './timed.ts'

export const namesOf = (trace: KafkaTrace): Names => {
  const clients = Object.entries(trace.setup.clients)
  const applications = clients.flatMap(([, client]) => (client.kind === 'producer' ? [client.application] : []))
  return namesFor([...new Set([...applications, ...clients.map(([id]) => id), ...Object.keys(trace.end.nodes)])])
}

export const explain = (trace: KafkaTrace, timed: Timed): Said => sayEvent(timed.event, namesOf(trace))
export const explainInOneLine = (trace: KafkaTrace, timed: Timed): string => inOneLine(explain(trace, timed))
