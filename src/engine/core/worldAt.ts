import { invariant } from './invariant.ts'
import { step } from './step.ts'
import type { Play } from './system.ts'
import type { Trace } from './trace.ts'
import type { Kinds, World } from './world.ts'

/** The world before step `index` (after the last one for index = number of steps), replayed from the nearest snapshot. */
export const worldAt = <K extends Kinds>(play: Play<K>, trace: Trace<K>, index: number): World<K> => {
  if (index >= trace.steps.length) return trace.end
  const snapshot = nearestBefore(trace, index)
  if (!snapshot) return play.system.begin(play.setup)
  let world = snapshot.world
  for (const { choice } of trace.steps.slice(snapshot.step, index)) {
    const stepped = step(play, world, choice)
    invariant(stepped, 'a step that was taken once can be taken again')
    world = stepped.world
  }
  return world
}

/** Snapshots are in order of steps: the last one not behind `index`. */
const nearestBefore = <K extends Kinds>(trace: Trace<K>, index: number): Trace<K>['snapshots'][number] | undefined => {
  let [low, high] = [0, trace.snapshots.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((trace.snapshots[middle]?.step ?? Number.POSITIVE_INFINITY) <= index) low = middle + 1
    else high = middle
  }
  return trace.snapshots[low - 1]
}
