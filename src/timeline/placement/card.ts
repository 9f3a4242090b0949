/**
 * The narrator's card: the cheapest rectangle near its mark.
 *
 *            ┌──────────────┐
 *   ✕ ───────│ The answer … │      never over a past mark or a label; over folds first, then idle lanes, then faint lines
 *            └──────────────┘
 */
import type { Cursor } from '../moment.ts'
import type { Box, Point } from '../scene/primitive.ts'
import type { Scene } from '../scene/scene.ts'
import type { Telling } from '../told.ts'
import { costOf, type Ground, groundOf, jointCost, OVER_PAST } from './cardCost.ts'
import { marksInSight, windowOf } from './cardMarks.ts'
import { around, columnOf, NEAR, nearestFirst, net, type Place, rowOf } from './cardPlaces.ts'
import { wrap } from './wrap.ts'

export interface Card {
  readonly box: Box
  readonly head: readonly string[]
  readonly body: readonly string[]
  /** From the card's edge to the mark. */
  readonly joint: { readonly a: Point; readonly b: Point } | null
}

const WIDTHS = [216, 196, 180, 236]
const PADDING = 12
const LINE = 18
const LEAST_AWAY = 14
/** What each px between a card and its mark costs. */
const PER_PX = 0.55

interface Shape {
  readonly length: number
  readonly breadth: number
  readonly head: readonly string[]
  readonly body: readonly string[]
}
/** Null: left out. */
interface Words {
  readonly head: string | null
  readonly body: string | null
}
const shapesOf = (words: Words): readonly Shape[] =>
  WIDTHS.map((length) => {
    const lines = (text: string | null, weight: 400 | 650) =>
      text === null ? [] : wrap(text, length - 2 * PADDING, weight)
    const [head, body] = [lines(words.head, 650), lines(words.body, 400)]
    return { length, breadth: 20 + (head.length + body.length) * LINE, head, body }
  })

const shortOf = ({ head, body, short }: Telling): Words =>
  short === 'head' ? { head, body: null } : { head: null, body }

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high))

/** A straight line from the card's edge to the nearest point of the mark. */
const jointOf = (card: Box, mark: Box): { readonly a: Point; readonly b: Point } => {
  const mx = mark.along + mark.length / 2
  const my = mark.across + mark.breadth / 2
  const right = card.along + card.length
  const low = card.across + card.breadth
  if (mx < card.along || mx > right) {
    const across = clamp(my, card.across + 12, low - 12)
    const before = mx < card.along
    return {
      a: { along: before ? card.along : right, across },
      b: {
        along: before ? mark.along + mark.length + 3 : mark.along - 3,
        across: clamp(across, mark.across, mark.across + mark.breadth),
      },
    }
  }
  const along = clamp(mx, card.along + 10, right - 10)
  const above = my < card.across
  return {
    a: { along, across: above ? card.across : low },
    b: {
      along: clamp(along, mark.along, mark.along + mark.length),
      across: above ? mark.across + mark.breadth + 3 : mark.across - 3,
    },
  }
}

interface Try {
  readonly cost: number
  readonly card: Card
  readonly mark: Box
  readonly shape: Shape
}

/** `place`: what the place costs for what it covers along and across. */
const tryAt = (ground: Ground, mark: Box, shape: Shape, place: Place, limit: number): Try | null => {
  const { along, across } = place
  const away = Math.sqrt(along.away * along.away + across.away * across.away)
  if (away > NEAR || away < LEAST_AWAY) return null
  const start = away * PER_PX + (along.away > 0 && across.away > 0 ? 30 : 0) + along.cost + across.cost
  if (start >= limit) return null
  const box = { along: along.from, across: across.from, length: shape.length, breadth: shape.breadth }
  const cost = costOf(ground, box, start, limit)
  if (cost >= limit) return null
  const joint = jointOf(box, mark)
  const whole = cost + jointCost(ground, joint, mark)
  if (whole >= limit) return null
  return { cost: whole, card: { box, head: shape.head, body: shape.body, joint }, mark, shape }
}

export const placeCard = (scene: Scene, telling: Telling, cursor: Cursor): Card | null => {
  const seen = windowOf(scene)
  const ground = groundOf(scene, cursor)
  const marks = marksInSight(scene, telling, seen, ground.playhead)
  if (marks.length > 0) return bestCard(ground, seen, marks, telling)
  // What is told stands where the window does not reach: then it is said beside the playhead, and tied to nothing.
  const card = bestCard(ground, seen, [{ ...seen, along: ground.playhead, length: 0 }], telling)
  return card === null ? null : { ...card, joint: null }
}

const bestCard = (ground: Ground, seen: Box, marks: readonly Box[], telling: Telling): Card | null => {
  const whole = shapesOf(telling)
  const short = telling.body === null ? [] : shapesOf(shortOf(telling))
  const best = (shapes: readonly Shape[], limit: number): Try | null => bestOf(ground, seen, marks, shapes, limit)
  // No place for all of it beside what has happened: the rest of it is in the inspector and in the event table.
  const beside = best(whole, OVER_PAST) ?? best(short, OVER_PAST)
  if (beside !== null) return beside.card
  const [over, shortOver] = [best(whole, ANY), best(short, ANY)]
  return (shortOver !== null && (over === null || shortOver.cost < over.cost) ? shortOver : over)?.card ?? null
}

const ANY = Number.POSITIVE_INFINITY

/** The cheapest place under `limit`. With one that rules most places out, those are ruled out by the first thing they touch. */
const bestOf = (
  ground: Ground,
  seen: Box,
  marks: readonly Box[],
  shapes: readonly Shape[],
  limit: number,
): Try | null => {
  let best: Try | null = null
  for (const mark of marks)
    for (const shape of shapes) {
      const under: number = best === null ? limit : best.cost
      best = nearest(ground, seen, mark, shape, under) ?? best
    }
  return settle(ground, seen, best)
}

/** The cheapest place of a coarse net. */
const nearest = (ground: Ground, seen: Box, mark: Box, shape: Shape, under: number): Try | null => {
  const { length, breadth } = shape
  const columns = net(seen.along, seen.length, mark.along, mark.length, length).map(columnOf(ground, mark, shape))
  const rows = net(seen.across, seen.breadth, mark.across, mark.breadth, breadth).map(rowOf(ground, mark, shape))
  rows.sort(nearestFirst)
  let best: Try | null = null
  for (const along of columns.sort(nearestFirst))
    for (const across of rows)
      best = tryAt(ground, mark, shape, { along, across }, best === null ? under : best.cost) ?? best
  return best
}

/** Around the best of the coarse places there may be a better one a few px away. */
const settle = (ground: Ground, seen: Box, coarse: Try | null): Try | null => {
  if (coarse === null) return null
  let best = coarse
  const { mark, shape } = coarse
  const { along, across, length, breadth } = coarse.card.box
  for (const column of around(along, length, seen.along, seen.length).map(columnOf(ground, mark, shape)))
    for (const row of around(across, breadth, seen.across, seen.breadth).map(rowOf(ground, mark, shape)))
      best = tryAt(ground, mark, shape, { along: column, across: row }, best.cost) ?? best
  return best
}
