import type { Fault, Plan } from './plan.ts'
import type { EventOf } from './system.ts'
import type { Kinds, Millis, PendingName, World } from './world.ts'

/** What happens next: the earliest pending, a named delivery out of turn, or a fault. */
export type Choice = { readonly do: 'next' } | { readonly do: 'deliver'; readonly name: PendingName } | { readonly do: 'fault'; readonly fault: Fault }

/** One step of a run, as it is kept: worlds are looked up, not carried. */
export interface Step<K extends Kinds = Kinds> {
  readonly at: Millis
  /** The pending that was performed, or before which a fault struck; null for a fault at a time. */
  readonly name: PendingName | null
  readonly choice: Choice
  readonly events: readonly EventOf<K>[]
}

/** How a run ended. `undecided`: a bound was reached first. */
export type Outcome = 'settled' | 'undecided'

/** Why a fault of the plan is left over. */
export type UnusedReason = 'name-never-came' | 'does-not-fit' | 'after-the-end' | 'unknown-kind' | 'malformed'

/** What was wrong with what came in, or which bound was reached. Never an exception, never silence. */
export type RunProblem =
  | { readonly problem: 'fault-unused'; readonly fault: Fault; readonly reason: UnusedReason }
  | { readonly problem: 'horizon-reached'; readonly at: Millis }
  | { readonly problem: 'too-many-events'; readonly at: Millis; readonly loop: readonly string[] }
  /** The system's own settings refuse the setup; with its texts. */
  | { readonly problem: 'setup-refused'; readonly texts: readonly string[] }
  | { readonly problem: 'engine-error'; readonly at: Millis; readonly message: string }

export interface Trace<K extends Kinds = Kinds> {
  readonly setup: K['setup']
  readonly plan: Plan
  readonly steps: readonly Step<K>[]
  /** worlds[i] is the world before step i; every 256th in a long run, all of them under 5,000 steps. */
  readonly snapshots: readonly { readonly step: number; readonly world: World<K> }[]
  readonly end: World<K>
  readonly outcome: Outcome
  readonly unused: Plan
  readonly problems: readonly RunProblem[]
}
