/**
 * Where a run is stopped when it is not over. What is set up takes its time first, and then the setup's own horizon is what is left:
 *
 *   0 ──── last hand-over, start, fault at a time ────┤ all waits of the plan, one behind another ├──── setup.horizon ────┤
 *
 * So a reader that is down for hours is back, and done, before the run is stopped; no run goes on past a week. The steps of a run
 * are bounded by themselves.
 */
import { isAimedAtTime, type Fault, type Plan } from '../core/plan.ts'
import type { Millis } from '../core/world.ts'
import { faultRegistry, type FaultKind } from './faults/index.ts'
import { LATEST } from './model/limits.ts'
import type { Setup, Workload } from './model/setup.ts'

const lastHandover = ({ script, records, startMs, everyMs }: Workload): Millis =>
  script ? Math.max(0, ...script.map(({ at }) => at)) : startMs + Math.max(0, records - 1) * everyMs

/** For how long it holds something up, at most: down, behind, late. For ever is nothing to wait for. */
const waitOf = (fault: Fault): Millis => {
  const rule = Object.hasOwn(faultRegistry, fault.kind) ? faultRegistry[fault.kind as FaultKind] : undefined
  const lengths = (rule?.params ?? []).flatMap((param): readonly unknown[] => {
    if (param.type !== 'millis') return []
    const given = Object.entries(fault).find(([key]) => key === param.key)
    return [given === undefined ? param.default : given[1]]
  })
  return lengths.reduce<number>((sum, length) => sum + (typeof length === 'number' && length > 0 ? length : 0), 0)
}

/** The last time a run with this setup and plan may come to. */
export const horizonOf = (setup: Setup, plan: Plan): Millis => {
  const begins = Object.values(setup.clients).map(({ startsAt = 0 }) => startsAt)
  const strikes = plan.map(({ aim }) => (isAimedAtTime(aim) ? aim.at : 0))
  const held = plan.reduce((sum, fault) => sum + waitOf(fault), 0)
  return Math.min(LATEST, Math.max(lastHandover(setup.workload), ...begins, ...strikes) + held + setup.horizon)
}
