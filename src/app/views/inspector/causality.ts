/**
 * Why a step came and what came of it, as places to jump to. Steps that say nothing (a sender waking up, a queue being
 * looked at) are passed through: what is linked always has a sentence.
 *
 *   answer to C lands ─▶ poll ─▶ D is sent        because of D: "C is acked"; followed from C's answer: "D is sent"
 */
import type { Cause, EventOf, KafkaKinds, PendingName } from '../../../engine/index.ts'
import {
  type Cursor,
  cursorAfter,
  explainInOneLine,
  loudestOf,
  type Timed,
  type Timeline,
} from '../../../timeline/index.ts'
import { atTime } from '../../../words/index.ts'

type Event = EventOf<KafkaKinds>

/** A link that moves the playhead: to right behind a step. */
export interface Jump {
  readonly step: number
  readonly cursor: Cursor
  readonly when: string
  readonly text: string
  /** The message that this step is the arrival or the loss of: selected with the jump, so that a chain can be walked. */
  readonly message: PendingName | null
}

export interface Causality {
  readonly timeline: Timeline
  readonly why: readonly Cause[]
  /** By step, the steps that performed what it put on the agenda. */
  readonly follows: ReadonlyMap<number, readonly number[]>
  readonly byStep: ReadonlyMap<number, readonly Timed[]>
  readonly telling: ReadonlySet<Timed>
  /** By name: how each message left, landed, was lost or held. */
  readonly journeys: ReadonlyMap<string, Journey>
}

type Of<K extends Event['kind']> = Timed<Extract<Event, { readonly kind: K }>>
export interface Journey {
  readonly sent: Of<'message-sent'>
  landed: Of<'message-landed'> | null
  lost: Of<'message-lost'> | null
  late: Of<'message-late'> | null
}

/** How many silent steps a link passes through, and how many links are shown. */
const HOPS = 8
const MOST_LINKS = 6

const grouped = <K, V>(pairs: readonly (readonly [K, V])[]): ReadonlyMap<K, readonly V[]> => {
  const groups = new Map<K, V[]>()
  for (const [key, value] of pairs) groups.set(key, [...(groups.get(key) ?? []), value])
  return groups
}

const journeysOf = ({ events }: Timeline): ReadonlyMap<string, Journey> => {
  const found = new Map<string, Journey>()
  for (const { event, moment, step } of events) {
    if (event.kind === 'message-sent')
      found.set(event.message.name, { sent: { event, moment, step }, landed: null, lost: null, late: null })
    if (!('message' in event) || typeof event.message !== 'string') continue
    const journey = found.get(event.message)
    if (journey === undefined) continue
    if (event.kind === 'message-landed') journey.landed = { event, moment, step }
    if (event.kind === 'message-lost') journey.lost = { event, moment, step }
    if (event.kind === 'message-late') journey.late = { event, moment, step }
  }
  return found
}

export const causality = (timeline: Timeline, why: readonly Cause[]): Causality => ({
  timeline,
  why,
  follows: grouped(why.flatMap(({ made }, step) => (made === null ? [] : [[made, step] as const]))),
  byStep: grouped(timeline.events.map((timed) => [timed.step, timed] as const)),
  telling: new Set(timeline.telling),
  journeys: journeysOf(timeline),
})

const told = ({ byStep, telling }: Causality, step: number, isMeant: (timed: Timed) => boolean): Timed | null =>
  loudestOf((byStep.get(step) ?? []).filter((timed) => telling.has(timed) && isMeant(timed)))

const jumpTo = ({ timeline: { trace }, journeys }: Causality, timed: Timed): Jump => {
  const name = trace.steps[timed.step]?.name ?? null
  return {
    step: timed.step,
    cursor: cursorAfter(trace, timed.step),
    when: atTime(timed.moment.at),
    text: explainInOneLine(trace, timed),
    message: name !== null && journeys.has(name) ? name : null,
  }
}

const every = (): boolean => true

/** The steps before this one that made and moved it, each the nearest that says something. Empty: set up from the start. */
export const whyOf = (of: Causality, step: number): readonly Jump[] => {
  const { made, moved } = of.why[step] ?? { made: null, moved: null }
  return [made, moved].flatMap((from) => {
    const timed = from === null ? null : firstToldBehind(of, from, every)
    return timed === null ? [] : [jumpTo(of, timed)]
  })
}

const firstToldBehind = (of: Causality, from: number, isMeant: (timed: Timed) => boolean): Timed | null => {
  let step: number | null = from
  for (let hops = 0; step !== null && hops < HOPS; hops += 1) {
    const timed = told(of, step, hops === 0 ? isMeant : every)
    if (timed !== null) return timed
    step = of.why[step]?.made ?? null
  }
  return null
}

/** Why something was done in this step: what happened in it, or before it. `isMeant` leaves out the doing itself. */
export const whyIn = (of: Causality, step: number, isMeant: (timed: Timed) => boolean): readonly Jump[] => {
  const timed = firstToldBehind(of, step, isMeant)
  return timed === null ? [] : [jumpTo(of, timed)]
}

/** What came of a step, in order of time: what else happened in it, then what it put on the agenda. */
export const followsOf = (of: Causality, step: number, did: Timed | null): readonly Jump[] => {
  const here = (of.byStep.get(step) ?? []).filter(
    (timed) => timed !== did && of.telling.has(timed) && loudestOf([timed]) !== null,
  )
  const later = reached(of, step, 0)
    .map((next) => told(of, next, every))
    .filter((timed) => timed !== null)
    .toSorted((a, b) => a.step - b.step)
  return [...here, ...later].slice(0, MOST_LINKS).map((timed) => jumpTo(of, timed))
}

/** The steps that say something and come of this one, through those that do not. */
const reached = (of: Causality, step: number, hops: number): readonly number[] =>
  (of.follows.get(step) ?? []).flatMap((next) =>
    told(of, next, every) !== null || hops >= HOPS ? [next] : reached(of, next, hops + 1),
  )

/** What was noticed later of what was lost: the end of its connection, by whoever waited. */
export const noticedAfter = (of: Causality, step: number, connection: string | null): readonly Jump[] => {
  if (connection === null) return []
  const found = of.timeline.events.find(
    ({ event, step: at }) =>
      at > step &&
      (event.kind === 'request-timed-out' || event.kind === 'connection-ended') &&
      event.connection === connection,
  )
  return found === undefined ? [] : [jumpTo(of, found)]
}
