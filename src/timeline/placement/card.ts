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
const NEAR = 240
const LEAST_AWAY = 14
/** What each px between a card and its mark costs. */
const PER_PX = 0.55
/** First a coarse net, then a fine one around its best place. */
const COARSE = 15
const FINE = 5

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

const gap = (card: Box, mark: Box): { readonly distance: number; readonly askew: boolean } => {
  const dx = Math.max(0, mark.along - card.along - card.length, card.along - mark.along - mark.length)
  const dy = Math.max(0, mark.across - card.across - card.breadth, card.across - mark.across - mark.breadth)
  return { distance: Math.hypot(dx, dy), askew: dx > 0 && dy > 0 }
}

interface Try {
  readonly cost: number
  readonly card: Card
  readonly mark: Box
  readonly shape: Shape
}

const tryAt = (ground: Ground, mark: Box, shape: Shape, box: Box, limit: number): Try | null => {
  const { distance, askew } = gap(box, mark)
  if (distance > NEAR || distance < LEAST_AWAY) return null
  const start = distance * PER_PX + (askew ? 30 : 0)
  if (start - 0.35 * box.length >= limit) return null
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
  const whole = bestOf(ground, seen, marks, shapesOf(telling))
  if (telling.body === null || (whole !== null && whole.cost < OVER_PAST)) return whole?.card ?? null
  // No place for all of it beside what has happened: the rest of it is in the inspector and in the event table.
  const short = bestOf(ground, seen, marks, shapesOf(shortOf(telling)))
  return (short !== null && (whole === null || short.cost < whole.cost) ? short : whole)?.card ?? null
}

const bestOf = (ground: Ground, seen: Box, marks: readonly Box[], shapes: readonly Shape[]): Try | null => {
  let best: Try | null = null
  for (const mark of marks) for (const shape of shapes) best = nearest(ground, seen, mark, shape, best)
  return settle(ground, seen, best)
}

/** A near place is cheap: from some distance on none can be cheaper than what is found, and the rest needs no look. */
const nearest = (ground: Ground, seen: Box, mark: Box, shape: Shape, before: Try | null): Try | null => {
  let best = before
  for (const { along, across, away } of places(seen, mark, shape, before?.cost ?? Number.POSITIVE_INFINITY)) {
    const limit = best?.cost ?? Number.POSITIVE_INFINITY
    if (leastCost(away, shape.length) >= limit) break
    const box = { along, across, length: shape.length, breadth: shape.breadth }
    best = tryAt(ground, mark, shape, box, limit) ?? best
  }
  return best
}

/** Folds under a card make its place cheaper by at most this much of its length. */
const leastCost = (distance: number, length: number): number => distance * PER_PX - 0.35 * length

/** Around the best of the coarse places there may be a better one a few px away. */
const settle = (ground: Ground, seen: Box, coarse: Try | null): Try | null => {
  if (coarse === null) return null
  let best = coarse
  const { along, across } = coarse.card.box
  for (let dx = -COARSE; dx <= COARSE; dx += FINE)
    for (let dy = -COARSE; dy <= COARSE; dy += FINE) {
      const box = { ...coarse.card.box, along: along + dx, across: across + dy }
      if (!contains(seen, box)) continue
      best = tryAt(ground, coarse.mark, coarse.shape, box, best.cost) ?? best
    }
  return best
}

const contains = (outer: Box, box: Box): boolean =>
  box.along >= outer.along &&
  box.across >= outer.across &&
  box.along + box.length <= outer.along + outer.length &&
  box.across + box.breadth <= outer.across + outer.breadth

interface Place extends Point {
  readonly away: number
}
/** A net of places around a mark, nearest first. There are thousands: only those that may win are written down. */
const places = (seen: Box, mark: Box, shape: Shape, limit: number): readonly Place[] => {
  const right = Math.min(seen.along + seen.length - shape.length, mark.along + mark.length + NEAR)
  const low = Math.min(seen.across + seen.breadth - shape.breadth, mark.across + mark.breadth + NEAR)
  const top = Math.max(seen.across, mark.across - NEAR - shape.breadth)
  const found: Place[] = []
  for (let along = Math.max(seen.along, mark.along - NEAR - shape.length); along <= right; along += COARSE) {
    const dx = Math.max(0, mark.along - along - shape.length, along - mark.along - mark.length)
    for (let across = top; across <= low; across += COARSE) {
      const dy = Math.max(0, mark.across - across - shape.breadth, across - mark.across - mark.breadth)
      const away = Math.sqrt(dx * dx + dy * dy)
      if (away > NEAR || away < LEAST_AWAY || leastCost(away, shape.length) >= limit) continue
      found.push({ along, across, away })
    }
  }
  return found.sort((a, b) => a.away - b.away)
}
