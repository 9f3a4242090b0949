import type { Fault } from './plan.ts'
import type { Play } from './system.ts'
import type { Choice } from './trace.ts'
import type { Kinds, World } from './world.ts'

/** Every fault that could strike now, of all kinds or of some. */
export const offers = <K extends Kinds>(play: Play<K>, world: World<K>, kinds?: readonly string[]): readonly Fault[] => {
  const next = world.agenda[0]
  if (!next) return []
  return Object.values(play.system.faults)
    .filter((rule) => !kinds || kinds.includes(rule.kind))
    .flatMap((rule) => rule.offers(play.setup, world, next))
}

/** What could happen next: the next pending first; with `everything` any delivery out of turn; then every fault on offer. */
export const choices = <K extends Kinds>(play: Play<K>, world: World<K>, mode: 'faults' | 'everything'): readonly Choice[] => {
  const [next, ...later] = world.agenda
  if (!next) return []
  const outOfTurn = mode === 'everything' ? later.filter((p) => p.kind === 'deliver').map((p): Choice => ({ do: 'deliver', name: p.name })) : []
  return [{ do: 'next' }, ...outOfTurn, ...offers(play, world).map((fault): Choice => ({ do: 'fault', fault }))]
}
