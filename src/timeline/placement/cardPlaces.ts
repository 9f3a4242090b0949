/**
 * Where a card may lie: a net of columns and rows around its mark, and a finer one around a place that was found.
 *
 *   · · · · ·
 *   · · ✕ · ·     each column and each row knows how far from the mark it is, and what it costs by itself
 *   · · · · ·
 */
import type { Box } from '../scene/primitive.ts'
import { costAcross, costAlong, type Ground } from './cardCost.ts'

/** No card lies further from its mark, in px. */
export const NEAR = 240
/** First a coarse net, then a fine one around its best place. */
const COARSE = 15
const FINE = 5

type Size = Pick<Box, 'length' | 'breadth'>

/** From a mark to a card that covers so much of one direction. */
const awayFrom = (mark: number, extent: number, from: number, size: number): number =>
  Math.max(0, mark - from - size, from - mark - extent)

/** A column, or a row, of places: where it begins, how far it is from the mark, and what it costs by itself. */
export interface Line {
  readonly from: number
  readonly away: number
  readonly cost: number
}
/** Where a card may lie. */
export interface Place {
  readonly along: Line
  readonly across: Line
}

export const columnOf =
  (ground: Ground, mark: Box, { length }: Size) =>
  (from: number): Line => ({
    from,
    away: awayFrom(mark.along, mark.length, from, length),
    cost: costAlong(ground, from, length),
  })

export const rowOf =
  (ground: Ground, mark: Box, { breadth }: Size) =>
  (from: number): Line => ({
    from,
    away: awayFrom(mark.across, mark.breadth, from, breadth),
    cost: costAcross(ground, from, breadth),
  })

/** The sooner a cheap place is found, the more others are seen to be dearer without a look at what lies there. */
export const nearestFirst = (a: Line, b: Line): number => a.away - b.away

/** In one direction, the places of a card near a mark and in the window. */
export const net = (low: number, room: number, mark: number, extent: number, size: number): readonly number[] => {
  const last = Math.min(low + room - size, mark + extent + NEAR)
  const places: number[] = []
  for (let from = Math.max(low, mark - NEAR - size); from <= last; from += COARSE) places.push(from)
  return places
}

/** In one direction, the places next to a found one. */
export const around = (from: number, size: number, low: number, room: number): readonly number[] => {
  const places: number[] = []
  for (let by = -COARSE; by <= COARSE; by += FINE)
    if (from + by >= low && from + by + size <= low + room) places.push(from + by)
  return places
}
