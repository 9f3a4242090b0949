/**
 * The group coordinator: a role of a broker, on a lane of its own where its messages are drawn.
 *
 *   Coordinator ─────●────✕┄┄┄┄┄○──────     from Detail on; at Story as well, when a fault has to do with it
 *   group, broker 3
 */
import { brokerNumber, coordinatorAtStart, type NodeId, type Setup } from './fromEngine.ts'
import type { HowFar } from './howFar.ts'
import type { Lane } from './lanes.ts'
import type { MessageFact } from './messages.ts'
import { isDone, type Moment, START } from './moment.ts'
import type { CrashMark } from './outages.ts'
import { type Role, role } from './roles.ts'
import { ofKind, type Timed } from './timed.ts'

export const COORDINATOR = 'group-coordinator'

/** What a coordinator hears and says as such; the rest of it is a broker like any other. */
export const isForCoordinator = (name: string): boolean => /^Offset(?:Commit|Fetch)/.test(name)

interface Term {
  readonly node: NodeId
  readonly from: Moment
  /** null: to the end of the run. */
  readonly until: Moment | null
  /** Its process was gone before the term was over. */
  readonly died: Moment | null
}

const terms = (first: NodeId, events: readonly Timed[], crashes: readonly CrashMark[]): readonly Term[] => {
  const later = ofKind(events, 'coordinator-took-over').map(({ event, moment }) => ({ node: event.node, from: moment }))
  const all = [{ node: first, from: START }, ...later]
  return all.map(({ node, from }, i) => {
    const until = all[i + 1]?.from ?? null
    const crash = crashes.find((one) => one.node === node && isDone(from, one.moment) && isBefore(one.moment, until))
    return { node, from, until, died: crash?.moment ?? null }
  })
}
const isBefore = (a: Moment, b: Moment | null): boolean => b === null || !isDone(b, a)

/** null: no reader keeps its offsets. */
export const coordinatorLane = (
  events: readonly Timed[],
  setup: Setup,
  facts: readonly MessageFact[],
  crashes: readonly CrashMark[],
  far: readonly HowFar[],
): Lane | null => {
  const first = coordinatorAtStart(setup)
  if (first === null) return null
  const all = terms(first, events, crashes)
  const backOf = ({ node, died, until }: Term): Moment | null =>
    until ?? crashes.find((one) => one.node === node && one.moment === died)?.back ?? null
  return {
    id: COORDINATOR,
    kind: 'coordinator',
    node: first,
    partition: null,
    leads: [],
    down: all.flatMap((term) => (term.died === null ? [] : [{ from: term.died, until: backOf(term) }])),
    lags: [],
    roles: all.flatMap((term) => rolesOf(term, backOf(term))),
    far,
    isNear: all.length === 1 && !facts.some((fact) => isForCoordinator(fact.name) && (fact.aimed || fact.lateBy > 0)),
  }
}

const rolesOf = ({ node, from, died, until }: Term, back: Moment | null): readonly Role[] => {
  const broker = brokerNumber(node)
  const leads = role('coordinator', from, { broker })
  if (died === null) return [leads]
  const down = role('down', died, { broker })
  return back === null || back === until ? [leads, down] : [leads, down, { ...leads, from: back }]
}
