/**
 * What the controller decides: a dot on its lane, with words.
 *
 *   controller ──────●─────────────●──────
 *              broker 1 is out   ISR 1, 2, 3
 */
import { clusterMarks } from '../words/en/marksOfCluster.ts'
import type { Event, NodeId } from './fromEngine.ts'
import type { Moment } from './moment.ts'
import { ofKind, type Timed } from './timed.ts'

export interface Decision {
  readonly id: string
  readonly node: NodeId
  readonly moment: Moment
  /** A line each. */
  readonly lines: readonly string[]
}

/** What makes the rest of a step its consequence: nobody has to be told that the ISR is smaller by it. */
const lineOf = (event: Event, isCaused: boolean): string | null => {
  const say = clusterMarks.decided
  switch (event.kind) {
    case 'broker-fenced':
      return say.isOut(event.broker)
    case 'broker-shutting-down':
      return say.leaves(event.broker)
    case 'registration-refused':
      return say.mustWait(event.broker)
    case 'leader-elected':
      if (event.leader === null) return say.noLeader
      return event.unclean ? say.unclean(event.leader) : isCaused ? null : say.leads(event.leader)
    case 'isr-changed':
      return isCaused ? null : say.isr(event.isr)
    case 'isr-change-refused':
      return say.isrRefused
    default:
      return null
  }
}

export const decisions = (events: readonly Timed[]): readonly Decision[] => {
  const made = ofKind(
    events,
    'broker-fenced',
    'broker-shutting-down',
    'registration-refused',
    'leader-elected',
    'isr-changed',
    'isr-change-refused',
  )
  const steps = [...new Set(made.map(({ step }) => step))]
  const seen = new Map<string, number>()
  const all = steps.flatMap((step): readonly Decision[] => {
    const own = made.filter((one) => one.step === step)
    const [first] = own
    if (first === undefined) return []
    const isCaused = own.some(({ event }) => event.kind !== 'isr-changed' && event.kind !== 'isr-change-refused')
    const isMoved = own.some(({ event }) => event.kind === 'broker-fenced' || event.kind === 'broker-shutting-down')
    const lines = own.map(({ event }) => lineOf(event, event.kind === 'isr-changed' ? isCaused : isMoved))
    const base = `decided ${first.moment.at}`
    const times = (seen.get(base) ?? 0) + 1
    seen.set(base, times)
    const said = [...new Set(lines.filter((line) => line !== null))].slice(0, 3)
    return [{ id: times === 1 ? base : `${base} #${times}`, node: first.event.node, moment: first.moment, lines: said }]
  })
  return all.map((one, i) => (isSaid(one, all[i - 1]) ? { ...one, lines: [] } : one))
}

/** For each of several partitions the same is decided: said once. */
const AT_ONCE = 20
const isSaid = (one: Decision, before: Decision | undefined): boolean =>
  before !== undefined && one.moment.at - before.moment.at <= AT_ONCE && one.lines.join() === before.lines.join()
