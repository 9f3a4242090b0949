/**
 * From where marks stood to where they stand now: zoom, fit, an opened fold, a new lane. Per mark one transform, moved by
 * the same loop as the playhead.
 *
 *   stood  ├──A──┤              ├────B────┤
 *   now        ├────A────┤                    ├──────B──────┤
 */
import { bandOf, type Point, type Primitive, type Scene, shapeEnds } from '../../timeline/index.ts'

export const GLIDE_TAKES = 200

/** How far the window itself was scrolled on in between. */
export interface Shift {
  readonly along: number
  readonly across: number
}

interface Way {
  readonly element: Element
  readonly from: readonly [Point, Point]
  readonly to: readonly [Point, Point]
}

export interface Glide {
  /** Puts everything where it is after a part of the way, 0 to 1; at 1 the marks stand by themselves again. */
  readonly put: (part: number) => void
  /** Where a place along is seen after a part of the way: the playhead goes with the marks. */
  readonly seen: (along: number, part: number) => number
}

const easeOut = (part: number): number => 1 - (1 - part) ** 3
const between = (a: number, b: number, part: number): number => a + (b - a) * part
const isNear = (a: Point, b: Point): boolean => Math.abs(a.along - b.along) + Math.abs(a.across - b.across) < 0.5

/** What stays at an edge of the window is not moved by scrolling towards it. */
const shifted = (mark: Primitive, { along, across }: Point, shift: Shift): Point => {
  const band = bandOf(mark)
  return {
    along: along + (band === 'header' ? 0 : shift.along),
    across: across + (band === 'ruler' ? 0 : shift.across),
  }
}

/** Of a mark that was not there: where its time stood. */
const stoodAt = (from: Scene, to: Scene, { along, across }: Point): Point => ({
  along: from.axis.xOf(to.axis.atOf(along)),
  across,
})

export const glideOf = (
  from: Scene,
  to: Scene,
  shift: Shift,
  elements: readonly { readonly mark: Primitive; readonly element: Element }[],
): Glide | null => {
  const old = new Map(from.primitives.map((mark) => [mark.id, mark]))
  const sameRun = from.timeline === to.timeline
  const ways = elements.flatMap(({ mark, element }): Way[] => {
    const now = shapeEnds(mark)
    const before = old.get(mark.id)
    if (before === undefined && !sameRun) return []
    const then = before === undefined ? now.map((point) => stoodAt(from, to, point)) : shapeEnds(before)
    const [a, b] = then.map((point) => shifted(mark, point, shift))
    if (a === undefined || b === undefined || (isNear(a, now[0]) && isNear(b, now[1]))) return []
    return [{ element, from: [a, b], to: now }]
  })
  if (ways.length === 0) return null
  return {
    put: (part) => {
      const eased = easeOut(part)
      for (const way of ways) {
        if (part >= 1) way.element.removeAttribute('transform')
        else way.element.setAttribute('transform', transformOf(way, eased))
      }
    },
    seen: (along, part) => {
      const stood = sameRun ? from.axis.xOf(to.axis.atOf(along)) + shift.along : along
      return between(stood, along, easeOut(part))
    },
  }
}

const transformOf = ({ from, to }: Way, part: number): string => {
  const [x, sx] = fitted(from, to, part, 'along')
  const [y, sy] = fitted(from, to, part, 'across')
  return `translate(${x.toFixed(2)} ${y.toFixed(2)}) scale(${sx.toFixed(4)} ${sy.toFixed(4)})`
}

/** Moved and stretched so that both ends lie on their ways. */
const fitted = (from: Way['from'], to: Way['to'], part: number, key: keyof Point): readonly [number, number] => {
  const a = between(from[0][key], to[0][key], part)
  const b = between(from[1][key], to[1][key], part)
  const length = to[1][key] - to[0][key]
  const scale = Math.abs(length) < 1 ? 1 : (b - a) / length
  return [a - to[0][key] * scale, scale]
}
