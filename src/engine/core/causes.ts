import { invariant } from './invariant.ts'
import { step } from './step.ts'
import type { Play } from './system.ts'
import type { Trace } from './trace.ts'
import type { Kinds, Pending, PendingName, World } from './world.ts'

/** Why a step came: the steps, by number, that put on the agenda what it performed, and that changed it since. */
export interface Cause {
  /** null: it was there from the start, or the step is a fault. */
  readonly made: number | null
  /** The last step that moved it: a fault that held it, the end of a pause. null: nobody. */
  readonly moved: number | null
}

const NONE: Cause = { made: null, moved: null }

/**
 * The cause of every step. A trace does not carry it: it is read off the worlds, by what is on the agenda behind a step
 * and was not before it. A timer that is set anew is made anew; a message that a fault holds keeps its maker.
 */
export const causes = <K extends Kinds>(play: Play<K>, trace: Trace<K>): readonly Cause[] => {
  const made = new Map<PendingName, Cause>()
  const found: Cause[] = []
  for (const { index, before, after } of transitions(play, trace)) {
    const { name, choice } = trace.steps[index] ?? { name: null, choice: null }
    found.push(name === null || choice?.do === 'fault' ? NONE : (made.get(name) ?? NONE))
    const known = new Set(before.agenda)
    for (const pending of after.agenda) if (!known.has(pending)) made.set(pending.name, causeOf(pending, before, made.get(pending.name), index))
  }
  return found
}

const causeOf = <K extends Kinds>(pending: Pending<K>, before: World<K>, known: Cause | undefined, index: number): Cause => {
  const { name, to } = pending
  const isWaiting = before.paused[to]?.some((one) => one.name === name) ?? false
  const isMoved = isWaiting || (pending.kind === 'deliver' && before.agenda.some((one) => one.name === name))
  return isMoved ? { made: known?.made ?? null, moved: index } : { made: index, moved: null }
}

/** Each step with the worlds around it: kept ones where there are some, else the step taken again. */
function* transitions<K extends Kinds>(play: Play<K>, trace: Trace<K>): Generator<{ index: number; before: World<K>; after: World<K> }> {
  const kept = new Map(trace.snapshots.map((one) => [one.step, one.world]))
  let before = kept.get(0) ?? play.system.begin(play.setup)
  for (const [index, { choice }] of trace.steps.entries()) {
    const after = kept.get(index + 1) ?? step(play, before, choice)?.world
    invariant(after, 'a step that was taken once can be taken again')
    yield { index, before, after }
    before = after
  }
}
