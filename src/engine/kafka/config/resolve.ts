import type { Refusal, Resolved, WayOut } from './problem.ts'
import type { Explicit } from './setting.ts'
import { leadingOut } from './waysOut.ts'

/** The settings that take effect, or a refusal that nobody has thought about yet. */
export type Settled<C> =
  | { readonly ok: true; readonly config: C; readonly quiet: Extract<Resolved<C>, { outcome: 'ok' }>['quiet'] }
  | { readonly ok: false; readonly refusal: Refusal }

export const refused = (refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } => ({ ok: false, refusal })

/** Settles, and where Kafka refuses, adds the ways out that a second settling proves to lead out. */
export const resolveWith = <C>(
  explicit: Explicit,
  settle: (explicit: Explicit) => Settled<C>,
  candidates: (refusal: Refusal, explicit: Explicit) => readonly WayOut[],
): Resolved<C> => {
  const bare = (tried: Explicit): Resolved<C> => {
    const settled = settle(tried)
    return settled.ok
      ? { outcome: 'ok', effective: settled.config, quiet: settled.quiet }
      : { outcome: 'error', problem: { ...settled.refusal, waysOut: [] } }
  }
  const resolved = bare(explicit)
  if (resolved.outcome === 'ok') return resolved
  const { waysOut: _none, ...refusal } = resolved.problem
  return {
    outcome: 'error',
    problem: { ...refusal, waysOut: leadingOut(candidates(refusal, explicit), refusal, explicit, bare) },
  }
}
