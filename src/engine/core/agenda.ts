import type { Kinds, NodeId, Pending } from './world.ts'

/** Earlier first; inside a millisecond by rank; among equals in order of insertion. */
const isAfter = (a: Pending, b: Pending): boolean => a.at > b.at || (a.at === b.at && a.rank > b.rank)

/** The agenda with one more thing on it. */
export const insert = <K extends Kinds>(agenda: readonly Pending<K>[], pending: Pending<K>): readonly Pending<K>[] => {
  let place = agenda.length
  while (place > 0) {
    const before = agenda[place - 1]
    if (!before || !isAfter(before, pending)) break
    place -= 1
  }
  return [...agenda.slice(0, place), pending, ...agenda.slice(place)]
}

/** A node's timer under the key it gave it. */
export const isTimerOf =
  (node: NodeId, key: string) =>
  (p: Pending): boolean =>
    p.kind === 'timer' && p.to === node && p.key === key
