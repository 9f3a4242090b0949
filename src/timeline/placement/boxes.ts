/** Boxes and lines: do they touch, and how long is the piece of a line inside a box. */
import type { Box, Point } from '../scene/primitive.ts'

export const touches = (a: Box, b: Box, space = 1): boolean =>
  a.along < b.along + b.length + space &&
  b.along < a.along + a.length + space &&
  a.across < b.across + b.breadth + space &&
  b.across < a.across + a.breadth + space

export const overlapOf = (a: Box, b: Box): number => {
  const along = Math.min(a.along + a.length, b.along + b.length) - Math.max(a.along, b.along)
  const across = Math.min(a.across + a.breadth, b.across + b.breadth) - Math.max(a.across, b.across)
  return along > 0 && across > 0 ? along * across : 0
}

/** Liang and Barsky: the length of the line from a to b that lies inside the box. */
export const lengthInside = (box: Box, a: Point, b: Point): number => {
  const dx = b.along - a.along
  const dy = b.across - a.across
  let t0 = 0
  let t1 = 1
  const clip = (p: number, q: number): boolean => {
    if (p === 0) return q >= 0
    const t = q / p
    if (p < 0) t0 = Math.max(t0, t)
    else t1 = Math.min(t1, t)
    return t0 < t1
  }
  const inside =
    clip(-dx, a.along - box.along) &&
    clip(dx, box.along + box.length - a.along) &&
    clip(-dy, a.across - box.across) &&
    clip(dy, box.across + box.breadth - a.across)
  return inside ? (t1 - t0) * Math.hypot(dx, dy) : 0
}

const side = (p: Point, q: Point, r: Point): number =>
  (q.along - p.along) * (r.across - p.across) - (q.across - p.across) * (r.along - p.along)
export const linesCross = (a: Point, b: Point, c: Point, d: Point): boolean =>
  side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
