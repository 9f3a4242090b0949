/**
 * Which part of the picture stays in sight while the rest is scrolled.
 *
 *   ┌────────┬──────────── ruler: stays at the top ─┐
 *   │ header │ lanes: scroll both ways              │
 *   │ stays  │                                      │
 */
import type { Primitive } from './primitive.ts'

export type Band = 'ruler' | 'header' | 'lanes'

/** Of a mark, by what it is: ticks, times and pins of faults; names and roles of lanes; all others. */
export const bandOf = (mark: Primitive): Band => {
  if (/^(?:lane |role |cluster name$)/.test(mark.id)) return 'header'
  return /^(?:tick |time |pin |edge ruler$)/.test(mark.id) ? 'ruler' : 'lanes'
}

/** How the picture lies in its window: what is larger than it is scrolled. */
export interface Overflow {
  readonly along: boolean
  readonly across: boolean
}
interface Laid {
  readonly length: number
  readonly breadth: number
  readonly view: { readonly width: number; readonly height: number }
}
export const overflowOf = ({ length, breadth, view }: Laid): Overflow => ({
  along: length > view.width + 1,
  across: breadth > view.height + 1,
})
