/**
 * The part of the run that is in the window, on the overview's strip, and back.
 *
 *   strip    │ ││ [▓▓▓▓▓▓▓▓▓]  │  ⋯  │ │     0 … 1
 *   picture        └─ along ─┘               px
 */
import { type Overview, windowOn } from '../../timeline/index.ts'
import type { Seen } from '../timeline/sight.ts'

export const partOf = (overview: Overview, { scene, along }: Seen): { readonly from: number; readonly to: number } =>
  windowOn(overview, { ...scene, view: { ...scene.view, scrollAlong: along } })

/** How far the picture is scrolled when the window begins at a place of the strip. */
export const alongFor = (overview: Overview, { scene }: Seen, place: number): number =>
  clamp(scene.axis.xOf(overview.atOf(Math.max(0, Math.min(1, place)))) - scene.axis.start, scene)

/** How far it is scrolled after a turn by a part of the window. */
export const turnBy = ({ scene, along }: Seen, part: number): number =>
  clamp(along + part * (scene.view.width - scene.axis.start), scene)

const clamp = (along: number, { length, view }: Seen['scene']): number =>
  Math.max(0, Math.min(along, length - view.width))
