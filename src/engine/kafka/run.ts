import type { Fault, Plan } from '../core/plan.ts'
import { causes as causesCore, type Cause } from '../core/causes.ts'
import { run as runCore } from '../core/run.ts'
import type { RunProblem } from '../core/trace.ts'
import type { World as CoreWorld } from '../core/world.ts'
import { worldAt as worldAtCore } from '../core/worldAt.ts'
import { checkFault } from './checkFault.ts'
import { begin } from './begin.ts'
import type { KafkaKinds, KafkaTrace } from './model/kinds.ts'
import type { Setup } from './model/setup.ts'
import { resolvedOf } from './model/resolved.ts'
import { play } from './system.ts'

const EMPTY: CoreWorld<KafkaKinds> = { now: 0, nodes: {}, connections: {}, agenda: [], paused: {}, cuts: [], book: {} }

/**
 * The whole run of a setup under a plan. Settings that Kafka refuses give a trace without steps and a `setup-refused`
 * problem; faults that are malformed, never come up or do not fit stand in `unused` with the reason. Never throws.
 */
export const run = (setup: Setup, plan: Plan): KafkaTrace => {
  const { problems } = resolvedOf(setup)
  if (problems.length > 0) return refused(setup, plan)
  const bad = new Map(plan.flatMap((fault) => unusable(fault)))
  const trace = runCore(play(setup), plan.filter((f) => !bad.has(f)))
  const unused = plan.filter((f) => bad.has(f) || trace.unused.includes(f))
  return { ...trace, plan, unused, problems: [...trace.problems, ...bad.values()] }
}

/** Why a fault cannot be tried at all; nothing when it can. */
const unusable = (fault: Fault): readonly (readonly [Fault, RunProblem])[] => {
  const checked = checkFault(fault)
  if (checked.ok) return []
  return [[fault, { problem: 'fault-unused', fault, reason: checked.why === 'unknown-kind' ? 'unknown-kind' : 'malformed' }]]
}

const refused = (setup: Setup, plan: Plan): KafkaTrace => ({
  setup,
  plan,
  steps: [],
  snapshots: [],
  end: EMPTY,
  outcome: 'undecided',
  unused: plan,
  problems: [{ problem: 'setup-refused', texts: resolvedOf(setup).problems.map((p) => p.problem.text) }],
})

/** The world before step `index`; behind the last step for any index past it. */
export const worldAt = (trace: KafkaTrace, index: number): CoreWorld<KafkaKinds> =>
  trace.steps.length === 0 && trace.end === EMPTY ? EMPTY : worldAtCore(play(trace.setup), trace, index)

/** Why each step came: the step that made what it performed, and the last one that moved it. */
export const causesOf = (trace: KafkaTrace): readonly Cause[] => causesCore(play(trace.setup), trace)

/** The world a setup begins with. */
export const worldAtStart = (setup: Setup): CoreWorld<KafkaKinds> => begin(setup)
