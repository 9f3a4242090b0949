/**
 * Timers that ran: set in one step, run out or put off in another. Their marks are thin bars, from Detail on.
 *
 *   broker-1 ──┬───────────────
 *              ▔▔▔▔▔▔▔ isr-check        cancelled here, or run out
 *
 * The trace keeps the world before each step, so what stands on the agenda in one and not in the next was set or gone
 * in the step between. Of a run that is too long for that only every 256th world is kept: it shows no timers.
 */
import type { KafkaTrace, Millis, NodeId } from './fromEngine.ts'
import type { Moment } from './moment.ts'
import { momentsOfSteps } from './timed.ts'

export interface TimerFact {
  readonly id: string
  readonly node: NodeId
  /** As on the agenda, without whose it is: `isr-check`. */
  readonly what: string
  readonly from: Moment
  /** Run out, moved or cancelled; null: it still runs at the end. */
  readonly until: Moment | null
  readonly due: Millis
}

/** A wake is a step and no wait; a restart is told by the crash; what the application does next is not Kafka's. */
const UNTOLD = new Set(['wake', 'restart', 'hand-over', 'checkpoint', 'start', 'serve'])

export const timers = ({ steps, snapshots }: KafkaTrace): readonly TimerFact[] => {
  if (snapshots.length < steps.length) return []
  const moments = momentsOfSteps(steps)
  const running = new Map<string, TimerFact>()
  const found: TimerFact[] = []
  for (const { step, world } of snapshots) {
    const moment = moments[step - 1] ?? { at: 0, tie: 0 }
    const now = new Map<string, TimerFact>()
    for (const pending of world.agenda) {
      const what = /^[\w-]+/.exec(pending.name)?.[0] ?? ''
      if (pending.kind !== 'timer' || UNTOLD.has(what)) continue
      const id = `timer ${pending.to} ${pending.key} ${pending.at}`
      now.set(id, running.get(id) ?? { id, node: pending.to, what, from: moment, until: null, due: pending.at })
    }
    for (const [id, timer] of running) if (!now.has(id)) found.push({ ...timer, until: moment })
    running.clear()
    for (const [id, timer] of now) running.set(id, timer)
  }
  return numbered([...found, ...running.values()].filter(({ from, until }) => until === null || until.at > from.at))
}

/** The same timer may be set again for the same time. */
const numbered = (all: readonly TimerFact[]): readonly TimerFact[] => {
  const counts = new Map<string, number>()
  return all.map((timer) => {
    const nth = (counts.get(timer.id) ?? 0) + 1
    counts.set(timer.id, nth)
    return nth === 1 ? timer : { ...timer, id: `${timer.id} #${nth}` }
  })
}
