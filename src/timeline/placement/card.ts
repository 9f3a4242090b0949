/**
 * The narrator's card: the cheapest rectangle near its mark.
 *
 *            ┌──────────────┐
 *   ✕ ───────│ The answer … │      never over a past mark or a label; over folds first, then idle lanes, then faint lines
 *            └──────────────┘
 */
import { RULER } from '../laneLayout.ts'
import { type Cursor, isDone } from '../moment.ts'
import type { Telling } from '../narrator.ts'
import type { Box, Point } from '../scene/primitive.ts'
import type { Scene } from '../scene/scene.ts'
import { lengthInside, linesCross, overlapOf, touches } from './boxes.ts'
import { fontWidth } from './measure.ts'

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
const STEP = 8

const wrap = (text: string, width: number, weight: 400 | 650): readonly string[] => {
  const lines: string[] = []
  for (const word of text.split(' ').filter((one) => one !== '')) {
    const open = lines.at(-1)
    const longer = `${open} ${word}`
    if (open !== undefined && fontWidth(longer, { family: 'words', weight, size: 13 }) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

interface Shape {
  readonly length: number
  readonly breadth: number
  readonly head: readonly string[]
  readonly body: readonly string[]
}
const shapes = (telling: Telling): readonly Shape[] =>
  WIDTHS.map((length) => {
    const head = wrap(telling.head, length - 2 * PADDING, 650)
    const body = telling.body === null ? [] : wrap(telling.body, length - 2 * PADDING, 400)
    return { length, breadth: 20 + (head.length + body.length) * LINE, head, body }
  })

/** What the costs are made of, sorted out once per card. */
interface Ground {
  readonly past: readonly Box[]
  readonly labels: readonly Box[]
  readonly ahead: readonly Box[]
  readonly strokes: readonly { readonly a: Point; readonly b: Point; readonly weight: number }[]
  readonly folds: readonly (readonly [number, number])[]
  readonly lanes: readonly number[]
  readonly playhead: number
}

const groundOf = (scene: Scene, cursor: Cursor): Ground => {
  const shown = scene.obstacles.filter((one) => one.until === undefined || !isDone(one.until, cursor))
  const hidesFuture = scene.view.future === 'hidden'
  const happened = (one: { from: Cursor }): boolean => isDone(one.from, cursor)
  return {
    labels: shown.filter((one) => one.kind === 'label').map((one) => one.box),
    past: shown.filter((one) => one.kind !== 'label' && happened(one)).map((one) => one.box),
    ahead: hidesFuture ? [] : shown.filter((one) => one.kind !== 'label' && !happened(one)).map((one) => one.box),
    strokes: scene.strokes
      .filter((one) => !hidesFuture || happened(one))
      .map((one) => ({ a: one.a, b: one.b, weight: (happened(one) ? 1 : 0.2) * (one.kind === 'replication' ? 0.8 : 1.6) })),
    folds: scene.axis.spans.filter((span) => span.kind === 'fold').map((span) => [span.x0, span.x1] as const),
    lanes: Object.values(scene.lanes.lines),
    playhead: scene.axis.xOf(cursor.at),
  }
}

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
      b: { along: before ? mark.along + mark.length + 3 : mark.along - 3, across: clamp(across, mark.across, mark.across + mark.breadth) },
    }
  }
  const along = clamp(mx, card.along + 10, right - 10)
  const above = my < card.across
  return {
    a: { along, across: above ? card.across : low },
    b: { along: clamp(along, mark.along, mark.along + mark.length), across: above ? mark.across + mark.breadth + 3 : mark.across - 3 },
  }
}

const gap = (card: Box, mark: Box): { readonly distance: number; readonly askew: boolean } => {
  const dx = Math.max(0, mark.along - card.along - card.length, card.along - mark.along - mark.length)
  const dy = Math.max(0, mark.across - card.across - card.breadth, card.across - mark.across - mark.breadth)
  return { distance: Math.hypot(dx, dy), askew: dx > 0 && dy > 0 }
}

const OVER_PAST = 1000
const costOf = (ground: Ground, box: Box, start: number, limit: number): number => {
  let cost = start
  for (const one of ground.past) if (touches(box, one, 5)) cost += OVER_PAST + overlapOf(box, one)
  if (cost >= limit) return cost
  for (const one of ground.labels) if (touches(box, one, 6)) cost += OVER_PAST + overlapOf(box, one)
  if (cost >= limit) return cost
  for (const one of ground.ahead) if (touches(box, one, 5)) cost += 90 + overlapOf(box, one) * 0.05
  for (const [x0, x1] of ground.folds) cost -= 0.35 * Math.max(0, Math.min(box.along + box.length, x1) - Math.max(box.along, x0))
  for (const lane of ground.lanes)
    if (lane > box.across - 9 && lane < box.across + box.breadth + 9) cost += lane > box.across + 14 && lane < box.across + box.breadth - 14 ? 16 : 34
  if (box.along < ground.playhead + 10 && box.along + box.length > ground.playhead - 10) cost += 180
  if (cost >= limit) return cost
  for (const { a, b, weight } of ground.strokes) {
    const inside = lengthInside(box, a, b)
    if (inside > 0) cost += (inside * 0.9 + 12) * weight
  }
  return cost
}

const grown = (box: Box, by: number): Box => ({ along: box.along - by, across: box.across - by, length: box.length + 2 * by, breadth: box.breadth + 2 * by })

const jointCost = (ground: Ground, joint: { a: Point; b: Point }, mark: Box): number => {
  let cost = 0
  for (const label of ground.labels) if (label !== mark && lengthInside(grown(label, 2), joint.a, joint.b) > 0) cost += 90
  for (const box of ground.past) if (box !== mark && overlapOf(box, mark) < 1 && lengthInside(box, joint.a, joint.b) > 0) cost += 60
  for (const { a, b, weight } of ground.strokes) if (linesCross(joint.a, joint.b, a, b)) cost += weight > 0.5 ? 9 : 3
  return cost
}

/** Only where the person looks: the part of the picture that is scrolled into view. */
const windowOf = (scene: Scene): Box => ({
  along: scene.view.scrollAlong + scene.axis.start - 4,
  across: RULER + 8,
  length: scene.view.width - scene.axis.start - 4,
  breadth: scene.bottom - RULER - 14,
})

export const placeCard = (scene: Scene, telling: Telling, cursor: Cursor): Card | null => {
  const seen = windowOf(scene)
  const inView = (keys: readonly string[]): readonly Box[] => keys.flatMap((key) => scene.anchors.get(key) ?? []).filter((mark) => touches(mark, seen, 0))
  const own = inView(telling.marks)
  const marks = own.length > 0 ? own : inView(telling.otherwise)
  if (marks.length === 0) return null
  const ground = groundOf(scene, cursor)
  let best: { readonly cost: number; readonly card: Card } | null = null
  for (const mark of marks)
    for (const shape of shapes(telling))
      for (const box of seats(seen, mark, shape)) {
        const { distance, askew } = gap(box, mark)
        if (distance > NEAR || distance < 14) continue
        const limit = best?.cost ?? Number.POSITIVE_INFINITY
        let cost = costOf(ground, box, distance * 0.55 + (askew ? 30 : 0), limit)
        if (cost >= limit) continue
        const joint = jointOf(box, mark)
        cost += jointCost(ground, joint, mark)
        if (cost < limit) best = { cost, card: { box, head: shape.head, body: shape.body, joint } }
      }
  return best?.card ?? null
}

function* seats(seen: Box, mark: Box, shape: Shape): Generator<Box> {
  const right = Math.min(seen.along + seen.length - shape.length, mark.along + mark.length + NEAR)
  const low = Math.min(seen.across + seen.breadth - shape.breadth, mark.across + mark.breadth + NEAR)
  const top = Math.max(seen.across, mark.across - NEAR - shape.breadth)
  for (let along = Math.max(seen.along, mark.along - NEAR - shape.length); along <= right; along += STEP)
    for (let across = top; across <= low; across += STEP) yield { along, across, length: shape.length, breadth: shape.breadth }
}
