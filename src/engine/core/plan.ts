import type { Millis, NodeId, PendingName } from './world.ts'

/** Before the pending of that name, or before anything due at that time. */
export type Aim = { readonly before: PendingName } | { readonly at: Millis }

/** Something going wrong. A system's own faults add their parameters as further fields. */
export interface Fault {
  readonly kind: string
  readonly aim: Aim
  /** The node a fault of a node hurts; faults of a message leave it out. */
  readonly node?: NodeId
}

/** The faults of a run, in the order in which they are tried when several could strike at once. */
export type Plan = readonly Fault[]

export const isAimedAtTime = (aim: Aim): aim is { readonly at: Millis } => 'at' in aim
