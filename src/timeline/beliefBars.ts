/**
 * What the producer alone was told about each batch, as stretches of time.
 *
 *   hands over   sends        refused       sends again     acked
 *   ├─ waiting ──┤▨▨▨ doubt ▨▨├── waiting ──┤▨▨▨ doubt ▨▨▨✓│
 *   Rows: the first that is free when the batch is handed over.
 *
 * Made of events of the application and its producer only; it cannot see a log.
 */
import { foldBeliefs } from '../engine/index.ts'
import type { Event, NodeId, RecordName } from './fromEngine.ts'
import { compareMoments, keyOf, type Moment } from './moment.ts'
import type { Timed } from './timed.ts'
import { batchKey } from './tries.ts'

export type BeliefState = 'waiting' | 'doubt' | 'refused'
export type BeliefEnd = 'acked' | 'success' | 'failed' | 'forgotten' | 'open'

export interface Stretch {
  readonly state: BeliefState
  readonly from: Moment
  /** null: to the end of the run. */
  readonly until: Moment | null
  readonly attempt: number
}
export interface Handed {
  readonly record: RecordName
  readonly at: Moment
}
export interface BeliefBar {
  /** `C#1`: record and send of the first in the batch. */
  readonly key: string
  readonly node: NodeId
  readonly records: readonly RecordName[]
  /** When each of them was handed over. */
  readonly handed: readonly Handed[]
  readonly send: number
  readonly row: number
  readonly from: Moment
  readonly stretches: readonly Stretch[]
  readonly end: BeliefEnd
  readonly endsAt: Moment | null
  /** With `failed`: the exception the application was given. */
  readonly exception: string | null
}

interface Draft {
  readonly node: NodeId
  readonly key: string
  records: readonly RecordName[]
  handed: readonly Handed[]
  send: number
  from: Moment
  stretches: Stretch[]
  end: BeliefEnd
  endsAt: Moment | null
  exception: string | null
  readonly told: AtProducer[]
}

const close = (draft: Draft, at: Moment): void => {
  const open = draft.stretches.at(-1)
  if (open === undefined || open.until !== null) return
  draft.stretches.pop()
  if (keyOf(open.from) < keyOf(at)) draft.stretches.push({ ...open, until: at })
}
const begin = (draft: Draft, state: BeliefState, at: Moment, attempt: number): void => {
  const open = draft.stretches.at(-1)
  if (open?.until === null && open.state === state) return
  close(draft, at)
  draft.stretches.push({ state, from: at, until: null, attempt })
}
const finish = (draft: Draft, end: BeliefEnd, at: Moment): void => {
  close(draft, at)
  draft.end = end
  draft.endsAt = at
}

/** By type only what application and producer noted; what a broker knows does not come in here. */
const note = (drafts: Map<string, Draft>, event: Event, at: Moment): void => {
  if (event.kind === 'node-crashed') {
    for (const draft of drafts.values())
      if (draft.node === event.node && draft.endsAt === null) finish(draft, 'forgotten', at)
    return
  }
  if (event.kind === 'record-handed-over') {
    for (const sent of event.records) {
      const key = batchKey([sent])
      const draft: Draft = {
        node: event.node,
        key,
        records: [sent.record],
        handed: [{ record: sent.record, at }],
        send: sent.send,
        from: at,
        stretches: [],
        end: 'open',
        endsAt: null,
        exception: null,
        told: [],
      }
      begin(draft, 'waiting', at, 0)
      drafts.set(key, draft)
    }
    return
  }
  if (!('records' in event) || !isAtProducer(event)) return
  const draft = drafts.get(batchKey(event.records as never))
  if (draft === undefined) return
  apply(draft, event, at, drafts)
}

type AtProducer = Extract<
  Event,
  { kind: 'batch-sent' | 'batch-acked' | 'batch-counted-as-sent' | 'batch-will-be-retried' | 'batch-failed' }
>
const isAtProducer = (event: Event): event is AtProducer =>
  ['batch-sent', 'batch-acked', 'batch-counted-as-sent', 'batch-will-be-retried', 'batch-failed'].includes(event.kind)

/** The engine's own belief, made of what this producer was told about these records. */
const isRefused = ({ told, records }: Draft): boolean =>
  foldBeliefs(told)[records[0] ?? '']?.belief === 'refused, will retry'

const apply = (draft: Draft, event: AtProducer, at: Moment, drafts: Map<string, Draft>): void => {
  draft.told.push(event)
  switch (event.kind) {
    case 'batch-sent':
      gather(draft, event, drafts)
      if (event.acks === 0) return
      return begin(draft, 'doubt', at, event.attempt)
    case 'batch-counted-as-sent':
      return finish(draft, 'success', at)
    case 'batch-acked':
      return finish(draft, 'acked', at)
    case 'batch-will-be-retried':
      // A refusal says that nothing was stored; a lost connection or a time-out leaves it open, and so do some errors.
      if (isRefused(draft)) begin(draft, 'refused', at, event.attempt)
      return
    case 'batch-failed':
      draft.exception = event.exception
      return finish(draft, 'failed', at)
  }
}

/** Records that travel in one batch share one bar, that of the first. */
const gather = (draft: Draft, event: AtProducer, drafts: Map<string, Draft>): void => {
  draft.records = event.records.map((sent) => sent.record)
  for (const sent of event.records) {
    const key = batchKey([sent])
    if (key === draft.key) continue
    draft.handed = [...draft.handed, ...(drafts.get(key)?.handed ?? [])]
    drafts.delete(key)
  }
}

const byStart = (a: Draft, b: Draft): number => compareMoments(a.from, b.from)
/** A ✓ under a chip needs a little room. */
const SUCCESS_MS = 3

export const beliefBars = (
  events: readonly Timed[],
  quietTries: ReadonlySet<string> = new Set(),
): readonly BeliefBar[] => {
  const drafts = new Map<string, Draft>()
  // Of a row of equal refusals only the first and the last are drawn: between them the batch waits.
  const isQuiet = (event: Event): boolean =>
    (event.kind === 'batch-sent' || event.kind === 'batch-will-be-retried') &&
    quietTries.has(`${batchKey(event.records)} ${event.attempt}`)
  for (const { event, moment } of events) if (!isQuiet(event)) note(drafts, event, moment)
  const rows: (Moment | null)[] = []
  return [...drafts.values()].sort(byStart).map((draft) => {
    // What ends in the millisecond in which another begins is out of its way.
    let row = rows.findIndex((until) => until !== null && until.at <= draft.from.at)
    if (row < 0) row = rows.length
    const tail = draft.end === 'success' ? SUCCESS_MS : 0
    rows[row] = draft.endsAt === null ? null : { at: draft.endsAt.at + tail, tie: draft.endsAt.tie }
    const { told: _, ...bar } = draft
    return { ...bar, row }
  })
}
