import type { EventOf, KafkaKinds, KafkaTrace, Ledger, RecordName, Verdict, World } from '../../engine/index.ts'
import { type SumFacts, sumOf } from '../../words/index.ts'
import { readerOf } from '../setupEdits.ts'
import type { IsGone } from './finality.ts'
import { heldIn } from './held.ts'

type Event = EventOf<KafkaKinds>

interface Moment {
  readonly trace: KafkaTrace
  readonly steps: number
  readonly at: number
  readonly world: World
  /** Of the run up to here. */
  readonly verdict: Verdict
}

/** What happened up to a moment, as far as one sentence about it needs to know. */
interface Past {
  /** Since when each record is in a leader's log; only the first copy counts. */
  readonly stored: Map<RecordName, number>
  /** Refused at a broker, with nothing stored and the answer still on its way. */
  readonly refused: Set<RecordName>
  /** Lost on the way with nothing stored. */
  readonly lost: Set<RecordName>
  readonly retried: Set<RecordName>
  readonly about: Map<string, readonly string[]>
  /** Done outside, and the reply was lost. */
  readonly unheard: Set<RecordName>
  wentWrong: boolean
}

const WRONG: readonly Event['kind'][] = [
  'message-lost',
  'batch-refused',
  'node-crashed',
  'node-paused',
  'cut-began',
  'fell-behind',
]

const note = (past: Past, event: Event, at: number): void => {
  if (WRONG.includes(event.kind)) past.wentWrong = true
  if (event.kind === 'message-sent') {
    past.about.set(event.message.name, event.message.about)
    if (event.message.body.api === 'Produce') for (const record of event.message.about) past.lost.delete(record)
  }
  if (event.kind === 'message-lost') for (const record of past.about.get(event.message) ?? []) past.lost.add(record)
  noteReply(past, event)
  if (!('records' in event)) return
  for (const { record } of event.records) {
    if (event.kind === 'batch-appended' && !past.stored.has(record)) past.stored.set(record, at)
    if (event.kind === 'batch-will-be-retried') past.retried.add(record)
    if (event.kind === 'batch-refused') past.refused.add(record)
    if (event.kind === 'batch-appended' || event.kind === 'batch-sent') past.refused.delete(record)
  }
}

const noteReply = ({ unheard, about }: Past, event: Event): void => {
  if (event.kind === 'effect-confirmed') unheard.delete(event.record)
  if (event.kind !== 'message-lost' || !event.message.startsWith('CallReply')) return
  for (const record of about.get(event.message) ?? []) unheard.add(record)
}

const pastOf = ({ trace, steps }: Moment): Past => {
  const past: Past = {
    stored: new Map(),
    refused: new Set(),
    lost: new Set(),
    retried: new Set(),
    about: new Map(),
    unheard: new Set(),
    wentWrong: false,
  }
  for (const step of trace.steps.slice(0, steps)) for (const event of step.events) note(past, event, step.at)
  return past
}

const factsOf = (now: Ledger, isGone: IsGone, moment: Moment, idempotent: boolean): SumFacts => {
  const past = pastOf(moment)
  const names = (is: (row: Ledger['rows'][number]) => boolean): readonly RecordName[] =>
    now.rows.filter(is).map((row) => row.record)
  const doubt = now.rows.filter((row) => row.belief.belief === 'in doubt')
  const nowhere = doubt.filter((row) => row.inLog === 0).map((row) => row.record)
  const stored = doubt.filter((row) => row.inLog > 0)
  return {
    idempotent,
    storedFor: Math.floor(
      stored.reduce((ms, { record }) => Math.max(ms, moment.at - (past.stored.get(record) ?? moment.at)), 0),
    ),
    gone: names((row) => isGone(row, 'inLog')),
    everInDoubt: [...past.retried],
    outOfOrder: moment.verdict.outOfOrder,
    refusedUnheard: nowhere.filter((record) => past.refused.has(record)),
    lostUnheard: nowhere.filter((record) => past.lost.has(record)),
    wentWrong: past.wentWrong,
    effect: readerOf(moment.trace.setup)?.client.effect ?? null,
    effectUnheard: [...past.unheard],
    held: heldIn(moment.world),
  }
}

/** The one line below the table: the most telling difference between what is true and what is believed. */
export const sumLine = (now: Ledger, isGone: IsGone, moment: Moment, idempotent: boolean): string =>
  sumOf(now, factsOf(now, isGone, moment, idempotent))
