import type { EventOf, KafkaKinds, KafkaTrace, Millis, NodeId, RecordName } from '../engine/index.ts'
import { partsOfName } from '../words/index.ts'

type Event = EventOf<KafkaKinds>
type EventKind = Event['kind']

/** An event of a run by what it is, never by when it is: what a sentence stands beside. */
export interface Anchor {
  readonly kind: EventKind
  /** The record it is about, alone or among others. */
  readonly record?: RecordName
  /** Whose doing it is, or whom it befalls. */
  readonly node?: NodeId
  /** 1: the first of these in the run. */
  readonly nth: number
}

/** An event where it stands in a run. */
export interface Found {
  readonly event: Event
  /** The step of the trace it belongs to, and its place among the events of that step. */
  readonly step: number
  readonly index: number
  readonly at: Millis
}

type Which = Omit<Anchor, 'kind' | 'nth'> & { readonly nth?: number }
type Word = RecordName | NodeId | number

/** `on('batch-appended', 'C', 'broker-1', 2)`: the second time broker 1 stores C. Nodes carry a number, records do not. */
export const on = (kind: EventKind, ...which: readonly Word[]): Anchor => ({
  kind,
  nth: 1,
  ...Object.assign({}, ...which.map(meaning)),
})

const meaning = (word: Word): Which =>
  typeof word === 'number' ? { nth: word } : /-\d+$/.test(word) ? { node: word } : { record: word }

const recordsOf = (event: Event): readonly RecordName[] => {
  if ('records' in event) return event.records.map(({ record }) => record)
  if ('record' in event) return [event.record]
  if (event.kind === 'log-truncated') return event.removed.flatMap(({ records }) => records.map(({ record }) => record))
  if (event.kind === 'message-sent') return partsOfName(event.message.name)?.records ?? []
  return 'message' in event ? (partsOfName(event.message)?.records ?? []) : []
}

/** A decision of the controller's is about a broker; a message is its sender's. */
const nodesOf = (event: Event): readonly (NodeId | null)[] => {
  if (event.kind === 'message-sent') return [event.message.from]
  if (event.kind === 'leader-elected') return [event.leader]
  if ('broker' in event && event.kind !== 'batch-sent') return [event.broker]
  if ('node' in event) return [event.node]
  return 'from' in event ? [event.from] : []
}

const fits = (event: Event, { kind, record, node }: Anchor): boolean =>
  event.kind === kind &&
  (record === undefined || recordsOf(event).includes(record)) &&
  (node === undefined || nodesOf(event).includes(node))

/** All events of a run that an anchor could mean, in order; which of them it means says `nth`. */
export const occurrences = ({ steps }: KafkaTrace, anchor: Anchor): readonly Found[] =>
  steps.flatMap(({ at, events }, step) =>
    events.flatMap((event, index) => (fits(event, anchor) ? [{ event, step, index, at }] : [])),
  )

/** null: it does not happen in this run. */
export const find = (trace: KafkaTrace, anchor: Anchor): Found | null =>
  occurrences(trace, anchor)[anchor.nth - 1] ?? null
