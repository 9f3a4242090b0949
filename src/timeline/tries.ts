/**
 * Rows of equal tries: of 120 refusals with one and the same code only the first and the last tell anything new.
 *
 *   try 1 ✕   try 2 ✕   try 3 ✕   …   try 119 ✕   try 120 ✕   try 121 ✓
 *   telling   └────────── quiet, counted ──────┘   telling     telling
 */
import type { PendingName } from './fromEngine.ts'
import type { MessageFact } from './messages.ts'
import { sentBatches } from './sends.ts'
import { ofKind, type Timed } from './timed.ts'

interface Try {
  readonly message: PendingName
  readonly attempt: number
  readonly key: string
  /** What became of it; tries with equal outcomes are equal. null: something of its own happened to it. */
  readonly outcome: string | null
}

export const batchKey = (records: readonly { readonly record: string; readonly send: number }[]): string => {
  const first = records[0]
  return first === undefined ? '' : `${first.record}#${first.send}`
}

const triesOf = (events: readonly Timed[]): readonly Try[] => {
  const refusals = new Map(ofKind(events, 'batch-refused').map(({ event }) => [event.message, event]))
  return sentBatches(events).map(({ event, message }) => {
    const refusal = refusals.get(message)
    const outcome = refusal === undefined || refusal.byFault ? null : `${event.broker} ${refusal.error}`
    return { message, attempt: event.attempt, key: batchKey(event.records), outcome }
  })
}

const middles = (tries: readonly Try[]): readonly Try[] =>
  tries.filter((tried, index) => {
    const earlier = tries[index - 1]
    const next = tries[index + 1]
    return tried.outcome !== null && earlier?.outcome === tried.outcome && next?.outcome === tried.outcome
  })

export interface QuietTries {
  /** Names of requests and answers that are not drawn. */
  readonly messages: ReadonlySet<string>
  /** `A#1 7`: the seventh try of A. */
  readonly tries: ReadonlySet<string>
}

export const quietTries = (events: readonly Timed[], facts: readonly MessageFact[]): QuietTries => {
  const byKey = new Map<string, Try[]>()
  for (const tried of triesOf(events)) byKey.set(tried.key, [...(byKey.get(tried.key) ?? []), tried])
  const quiet = [...byKey.values()].flatMap(middles)
  const requests = new Set<string>(quiet.map((tried) => tried.message))
  // An answer has the name and the ordinal of its request.
  const answers = facts
    .filter((fact) => fact.kind === 'error')
    .map((fact) => fact.name)
    .filter((name) => requests.has(requestOf(name)))
  return {
    messages: new Set([...requests, ...answers]),
    tries: new Set(quiet.map((tried) => `${tried.key} ${tried.attempt}`)),
  }
}

/** `ProduceResponse[C] broker-1>producer-1 #2` answers `Produce[C] producer-1>broker-1 #2`. */
export const requestOf = (answer: string): string =>
  answer.replace(
    /^(\w+?)(?:Response|Reply)(\[[^\]]*\]|@[\d,]+)? (\S+)>(\S+)/,
    (_, api: string, about: string | undefined, from: string, to: string) => `${api}${about ?? ''} ${to}>${from}`,
  )
