import { offers } from './choices.ts'
import type { Fault, Plan } from './plan.ts'
import { run } from './run.ts'
import type { Play } from './system.ts'
import type { Trace } from './trace.ts'
import type { Kinds } from './world.ts'
import { worldAt } from './worldAt.ts'

/** What is tried: every plan of at most `faults` faults of these kinds, where `may` can leave some out. */
export interface Box {
  readonly faults: number
  readonly kinds: readonly string[]
  readonly may?: (fault: Fault) => boolean
}

export interface Visited<K extends Kinds> {
  readonly plan: Plan
  readonly trace: Trace<K>
}

/**
 * The naive search: every plan of the box by running it again from the start; no seen-set, no codec. Plans come by
 * number of faults, so the first break found has the fewest. A fault is only ever added at or behind the one before it,
 * so that no set of faults is tried in two orders. This is the judge of every faster search.
 */
export function* explore<K extends Kinds>(play: Play<K>, box: Box): Generator<Visited<K>> {
  let level: Plan[] = [[]]
  for (let k = 0; k <= box.faults; k += 1) {
    const next: Plan[] = []
    for (const plan of level) {
      const trace = run(play, plan)
      yield { plan, trace }
      if (k < box.faults) next.push(...extensions(play, box, plan, trace))
    }
    level = next
  }
}

/** The plan with one more fault, for every place behind its last fault where one of the box can strike. */
const extensions = <K extends Kinds>(play: Play<K>, box: Box, plan: Plan, trace: Trace<K>): Plan[] => {
  const lastFault = trace.steps.findLastIndex((s) => s.choice.do === 'fault')
  const found: Plan[] = []
  for (let i = lastFault + 1; i < trace.steps.length; i += 1) {
    for (const fault of offers(play, worldAt(play, trace, i), box.kinds)) {
      if (!box.may || box.may(fault)) found.push([...plan, fault])
    }
  }
  return found
}
