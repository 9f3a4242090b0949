/**
 * Where cells stand under a lane line, and how high they are.
 *
 *   ──●──────    ──●──────    ──●──────
 *     ┌───┐        ┌───┐        ╹         a line: in the Overview, and where partitions are folded
 *     │ A │        └─A─┘
 *     └───┘        lanes that shrank
 */
import type { Plot } from './plot.ts'

export interface CellSize {
  readonly top: number
  readonly height: number
  /** How much shorter than a leader's. */
  readonly less: number
}
const LEADER: CellSize = { top: 12, height: 28, less: 0 }
const FOLLOWER: CellSize = { top: 9, height: 24, less: 3 }
/** Under a cell and over the next lane. */
const LEAST_AIR = 6
const LOW_TOP = 6

/** A lane of so little height has ticks in place of cells. */
export const isThin = (plot: Plot, line: number): boolean => plot.zoom === 'overview' || plot.lanes.roomUnder(line) < 30

export const sizeIn = ({ lanes }: Plot, line: number, role: 'leader' | 'follower' = 'leader'): CellSize => {
  const size = role === 'leader' ? LEADER : FOLLOWER
  const room = lanes.roomUnder(line)
  if (room >= size.top + size.height + 2 * LEAST_AIR) return size
  return { ...size, top: LOW_TOP, height: Math.min(size.height, room - LOW_TOP - LEAST_AIR) }
}

/** Two cells closer than their width: the later shifts right, with a hairline to its true time. */
export const seat = (rights: Map<number, number>, line: number, along: number, length: number): number => {
  const right = rights.get(line)
  const x = right !== undefined && right > along - 2 ? right + 3 : along
  rights.set(line, x + length)
  return x
}
