/**
 * Where messages start, end and stop.
 *
 *   ──[D][E]─────     chips that would stand on each other stand 2 px apart,
 *      ╲ ╲
 *   ────▶─▶──────     the arrows of one ms land 10 px apart
 */
import { batchName } from '../../words/en/batchName.ts'
import { COORDINATOR, isForCoordinator } from '../coordinator.ts'
import { isFrom, type NodeId } from '../fromEngine.ts'
import type { MessageFact, MessageKind } from '../messages.ts'
import { BAR } from './barEnds.ts'
import { chipHalf } from './drawChips.ts'
import type { Plot } from './plot.ts'
import type { Point } from './primitive.ts'

/** A connection breaks at this part of the lines in the air on it; a message is lost in the middle of its line. */
const BREAKS_AT = 0.7
const LOST_AT = 0.5
const COPIED_AT = 0.7

export const isRequest = (kind: MessageKind): boolean => kind === 'produce' || kind === 'retry'
export const isReplication = (kind: MessageKind): boolean => kind === 'replication' || kind === 'replication-fetch'

/** The later of two chips shifts right, with the tail of its arrow; only as far as the arrow still goes forward in time. */
const chipSeat = (plot: Plot, rights: Map<string, number>, fact: MessageFact, isSameMs: boolean): number => {
  const half = plot.zoom === 'overview' ? 11 : chipHalf(batchName(fact.records))
  const time = plot.x(fact.leaves)
  const free = Math.max(time, (rights.get(fact.from) ?? Number.NEGATIVE_INFINITY) + 2 + half)
  const along = isSameMs ? free : Math.max(time, Math.min(free, plot.x(fact.lands)))
  rights.set(fact.from, along + half)
  return along
}

/** A coordinator has a lane beside that of its broker. */
const lineOf = (plot: Plot, { name, partition }: MessageFact, node: NodeId): number | null =>
  isFrom('broker', node) && isForCoordinator(name)
    ? (plot.lanes.lines[COORDINATOR] ?? null)
    : plot.line(node, partition)

/** Where each message starts and ends; requests whose chips would stand on each other are set apart. */
export const placesOf = (
  plot: Plot,
  facts: readonly MessageFact[],
): ReadonlyMap<string, { readonly a: Point; readonly b: Point }> => {
  const taken = new Map<string, number>()
  const rights = new Map<string, number>()
  const places = new Map<string, { a: Point; b: Point }>()
  for (const fact of facts) {
    const from = lineOf(plot, fact, fact.from)
    const to = lineOf(plot, fact, fact.to)
    if (from === null || to === null) continue
    const key = `${fact.from} ${fact.leaves.at}`
    const shift = isRequest(fact.kind) ? (taken.get(key) ?? 0) : 0
    if (isRequest(fact.kind)) taken.set(key, shift + 1)
    const original = fact.copyOf === null ? undefined : places.get(fact.copyOf)
    if (original !== undefined) {
      // The network made it of the other: it leaves that one's line.
      places.set(fact.name, { a: on(original.a, original.b, COPIED_AT), b: { along: plot.x(fact.lands), across: to } })
      continue
    }
    places.set(fact.name, {
      a: { along: isRequest(fact.kind) ? chipSeat(plot, rights, fact, shift > 0) : plot.x(fact.leaves), across: from },
      b: { along: plot.x(fact.lands) + shift * 10, across: to },
    })
  }
  return places
}

export const on = (a: Point, b: Point, f: number): Point => ({
  along: a.along + (b.along - a.along) * f,
  across: a.across + (b.across - a.across) * f,
})

/** The ✕ keeps off the bars of belief, as long as it stays this far from either end of its line. */
const OFF_BARS = 12
const OFF_ENDS = 14

/** The part of the way after which it is gone; null: it arrives. */
export const stopsAt = (plot: Plot, fact: MessageFact, a: Point, b: Point): number | null => {
  if (fact.fate === 'lands') return null
  if (fact.fate !== 'broken') return besideBars(plot, { a, b, at: LOST_AT, most: 1 })
  const way = fact.lands.at - fact.leaves.at
  const flown = fact.lostAt === null || way <= 0 ? 1 : (fact.lostAt.at - fact.leaves.at) / way
  // It breaks no further on than it had come by then.
  return besideBars(plot, { a, b, at: Math.min(BREAKS_AT, Math.max(0.15, flown)), most: flown })
}

interface Stop {
  readonly a: Point
  readonly b: Point
  /** The usual part of the way. */
  readonly at: number
  readonly most: number
}
/** A message is lost in the middle of its line, or, where that is on a bar of belief, right under the bar. */
const besideBars = (plot: Plot, { a, b, at, most }: Stop): number => {
  const { timeline, lanes, x, rows } = plot
  const usual = on(a, b, at)
  const lowest = Math.max(a.across, b.across) - OFF_ENDS
  const partAt = (across: number): number => (across - a.across) / (b.across - a.across)
  // Silence goes on from there, level: it stays off the bars of all that is sent meanwhile.
  const all = lanes.barTop(rows - 1) + BAR + OFF_BARS
  const isBeside = usual.across > lanes.barTop(0) - OFF_BARS && usual.across < all
  if (isBeside && all <= lowest && partAt(all) > 0 && partAt(all) <= most) return partAt(all)
  const feet = timeline.bars
    .filter((bar) => x(bar.from) < usual.along && (bar.endsAt === null || x(bar.endsAt) > usual.along - OFF_BARS))
    .map((bar) => lanes.barTop(bar.row) + BAR)
    .filter((foot) => usual.across < foot + OFF_BARS && usual.across > foot - BAR - OFF_BARS)
  if (feet.length === 0) return at
  const part = Math.max(0, Math.min(1, partAt(Math.min(lowest, Math.max(...feet) + OFF_BARS))))
  return part <= most ? part : at
}
