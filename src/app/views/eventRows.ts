/** The rows of the event table: who did it, with which records, and what its fault menu is about. */
import type { EventOf, KafkaKinds, NodeId, PendingName, RecordName } from '../../engine/index.ts'
import {
  cursorAfter,
  type FaultTarget,
  type Moment,
  type Timed,
  type Timeline,
  targetOf,
} from '../../timeline/index.ts'

type Event = EventOf<KafkaKinds>

export interface EventRow {
  /** Stays through a re-run that changes nothing before it. */
  readonly id: string
  readonly timed: Timed
  readonly moment: Moment
  readonly actor: NodeId
  readonly records: readonly RecordName[]
  /** Metadata, empty fetches, what another row of its step tells: shown when asked for. */
  readonly quiet: boolean
  /** What the fault menu of the row is about. */
  readonly target: FaultTarget
}

const actorOf = (event: Event): NodeId => {
  if (event.kind === 'message-sent') return event.message.from
  if (event.kind === 'message-landed') return event.to
  if ('node' in event) return event.node
  if ('from' in event && typeof event.from === 'string') return event.from
  if ('client' in event) return event.client
  if (event.kind === 'fault-struck') return event.fault.node ?? ''
  return ''
}

const nameIn = (event: Event): PendingName | null => {
  if (event.kind === 'message-sent') return event.message.name
  return 'message' in event && typeof event.message === 'string' ? event.message : null
}

/** Of which records an event speaks; those of a message by its sending. */
const recordsIn = (event: Event, about: ReadonlyMap<string, readonly RecordName[]>): readonly RecordName[] => {
  if ('records' in event) return [...new Set(event.records.map((sent) => sent.record))]
  if ('record' in event) return [event.record]
  if (event.kind === 'log-truncated') return event.removed.flatMap((batch) => batch.records.map((sent) => sent.record))
  const name = nameIn(event)
  return name === null ? [] : (about.get(name) ?? [])
}

/** What leaves or arrives is told by what it is sent for, or by what its receiver does with it. */
const isToldBy = ({ event }: Timed, other: Timed): boolean => {
  if (event.kind === 'message-sent')
    return (
      (other.event.kind === 'batch-sent' && event.message.body.api === 'Produce') ||
      (other.event.kind === 'effect-called' && event.message.body.api === 'Call')
    )
  return (
    (event.kind === 'message-landed' || event.kind === 'fault-struck') &&
    other.event.kind !== 'message-sent' &&
    other.event.kind !== 'message-landed'
  )
}

/** A message is aimed at where a row speaks of its way; else the actor, right behind what the row tells. */
const targetIn = (timeline: Timeline, { event, step }: Timed, carrier: PendingName | null): FaultTarget => {
  if (event.kind === 'fault-struck') {
    const index = timeline.pins.findIndex((pin) => pin.used && pin.fault === event.fault)
    if (index >= 0) return { kind: 'fault', index }
  }
  const isOfMessage =
    event.kind === 'message-sent' ||
    event.kind === 'message-landed' ||
    event.kind === 'message-lost' ||
    event.kind === 'message-late'
  const name = isOfMessage ? nameIn(event) : carrier
  if (name !== null) return { kind: 'message', name }
  return targetOf(actorOf(event), cursorAfter(timeline.trace, step), timeline)
}

/** The message that a batch or a call left in: a batch is noted right behind it, a call right before it. */
const carrierOf = (events: readonly Timed[], index: number): PendingName | null => {
  const kind = events[index]?.event.kind
  if (kind !== 'batch-sent' && kind !== 'effect-called') return null
  const names = (some: readonly Timed[]): readonly PendingName[] =>
    some.flatMap(({ event }) => (event.kind === 'message-sent' ? [event.message.name] : []))
  return (kind === 'batch-sent' ? names(events.slice(0, index)).at(-1) : names(events.slice(index))[0]) ?? null
}

interface Known {
  readonly timeline: Timeline
  readonly telling: ReadonlySet<Timed>
  readonly about: ReadonlyMap<string, readonly RecordName[]>
}

const rowsOfStep = (events: readonly Timed[], { timeline, telling, about }: Known): readonly EventRow[] =>
  events.map((timed, index) => {
    const told = events.some((other) => other !== timed && telling.has(other) && isToldBy(timed, other))
    return {
      id: `${timed.step} ${index}`,
      timed,
      moment: timed.moment,
      actor: actorOf(timed.event),
      records: recordsIn(timed.event, about),
      quiet: told || !telling.has(timed),
      target: targetIn(timeline, timed, carrierOf(events, index)),
    }
  })

const byStep = (events: readonly Timed[]): readonly (readonly Timed[])[] => {
  const steps: Timed[][] = []
  for (const timed of events) {
    const last = steps.at(-1)
    if (last?.[0]?.step === timed.step) last.push(timed)
    else steps.push([timed])
  }
  return steps
}

/** Every event of the run, in order. */
export const eventRows = (timeline: Timeline): readonly EventRow[] => {
  const { events } = timeline
  // What a fetch brings is known of those that are drawn; of the others, what they were sent about.
  const about = new Map<string, readonly RecordName[]>()
  for (const { event } of events) if (event.kind === 'message-sent') about.set(event.message.name, event.message.about)
  for (const { name, records } of timeline.messages) about.set(name, records)
  const known = { timeline, telling: new Set(timeline.telling), about }
  return byStep(events).flatMap((step) => rowsOfStep(step, known))
}
