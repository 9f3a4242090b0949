/**
 * What it costs a card to lie somewhere: dear over what has happened and over words, cheap over folds and idle lanes.
 */
import { type Cursor, isDone } from '../moment.ts'
import type { Box, Point } from '../scene/primitive.ts'
import type { Scene } from '../scene/scene.ts'
import { lengthInside, linesCross, overlapOf, touches } from './boxes.ts'

/** A line with the box around it: most lines are nowhere near a card, which the box tells quickly. */
interface Weighed {
  readonly a: Point
  readonly b: Point
  readonly weight: number
  readonly around: Box
}
const aroundLine = (a: Point, b: Point): Box => ({
  along: Math.min(a.along, b.along),
  across: Math.min(a.across, b.across),
  length: Math.abs(a.along - b.along),
  breadth: Math.abs(a.across - b.across),
})

/** What the costs are made of, sorted out once per card. */
export interface Ground {
  readonly past: readonly Box[]
  readonly labels: readonly Box[]
  /** Faint words of what is to come: they are read once it has. */
  readonly wordsAhead: readonly Box[]
  readonly ahead: readonly Box[]
  readonly strokes: readonly Weighed[]
  readonly folds: readonly (readonly [number, number])[]
  readonly lanes: readonly number[]
  readonly playhead: number
}

export const groundOf = (scene: Scene, cursor: Cursor): Ground => {
  const shown = scene.obstacles.filter((one) => one.until === undefined || !isDone(one.until, cursor))
  const hidesFuture = scene.view.future === 'hidden'
  const happened = (one: { from: Cursor }): boolean => isDone(one.from, cursor)
  return {
    labels: shown.filter((one) => one.kind === 'label' && happened(one)).map((one) => one.box),
    wordsAhead: hidesFuture ? [] : shown.filter((one) => one.kind === 'label' && !happened(one)).map((one) => one.box),
    past: shown.filter((one) => one.kind !== 'label' && happened(one)).map((one) => one.box),
    ahead: hidesFuture ? [] : shown.filter((one) => one.kind !== 'label' && !happened(one)).map((one) => one.box),
    strokes: scene.strokes
      .filter((one) => !hidesFuture || happened(one))
      .map((one) => ({
        a: one.a,
        b: one.b,
        around: aroundLine(one.a, one.b),
        weight: (happened(one) ? 1 : 0.2) * (one.kind === 'replication' ? 0.8 : 1.6),
      })),
    folds: scene.axis.spans.filter((span) => span.kind === 'fold').map((span) => [span.x0, span.x1] as const),
    lanes: Object.values(scene.lanes.lines),
    playhead: scene.axis.xOf(cursor.at),
  }
}

/** A place that costs as much lies on something that has happened, or on its words. */
export const OVER_PAST = 1000
const OVER_WORDS_AHEAD = 300

/** What a card costs over the time that it covers, wherever it stands above or below. */
export const costAlong = ({ folds, playhead }: Ground, along: number, length: number): number => {
  let cost = along < playhead + 10 && along + length > playhead - 10 ? 180 : 0
  for (const [x0, x1] of folds) cost -= 0.35 * Math.max(0, Math.min(along + length, x1) - Math.max(along, x0))
  return cost
}

/** What a card costs over the lanes that it covers, at whatever time. */
export const costAcross = ({ lanes }: Ground, across: number, breadth: number): number => {
  let cost = 0
  for (const lane of lanes)
    if (lane > across - 9 && lane < across + breadth + 9)
      cost += lane > across + 14 && lane < across + breadth - 14 ? 16 : 34
  return cost
}

/** What it costs to lie on single things, on top of `start`. Past `limit` it is not added up. */
export const costOf = (ground: Ground, box: Box, start: number, limit: number): number => {
  let cost = start
  for (const one of ground.past) {
    if (!touches(box, one, 5)) continue
    cost += OVER_PAST + overlapOf(box, one)
    if (cost >= limit) return cost
  }
  for (const one of ground.labels) {
    if (!touches(box, one, 6)) continue
    cost += OVER_PAST + overlapOf(box, one)
    if (cost >= limit) return cost
  }
  for (const one of ground.wordsAhead) if (touches(box, one, 6)) cost += OVER_WORDS_AHEAD + overlapOf(box, one) * 0.2
  for (const one of ground.ahead) if (touches(box, one, 5)) cost += 90 + overlapOf(box, one) * 0.05
  if (cost >= limit) return cost
  for (const { a, b, weight, around } of ground.strokes) {
    if (!touches(box, around)) continue
    const inside = lengthInside(box, a, b)
    if (inside > 0) cost += (inside * 0.9 + 12) * weight
  }
  return cost
}

const grown = (box: Box, by: number): Box => ({
  along: box.along - by,
  across: box.across - by,
  length: box.length + 2 * by,
  breadth: box.breadth + 2 * by,
})

/** A line through words strikes them out: most other places are better, and faint words are read later. */
const THROUGH_WORDS = 400
const THROUGH_FAINT = 120
const THROUGH_MARK = 250
/** A line that runs along the playhead is not seen. */
const ON_PLAYHEAD = 100
const BESIDE_PLAYHEAD = 5
/** However a line goes: for its sake no card is shortened. */
const MOST_OF_A_LINE = 400

/** What the line between a card and its mark costs for what it crosses. */
export const jointCost = (ground: Ground, joint: { a: Point; b: Point }, mark: Box): number => {
  let cost = 0
  const { a: from, b: to } = joint
  const way = aroundLine(from, to)
  const strikes = (label: Box): boolean =>
    label !== mark && touches(way, label, 3) && lengthInside(grown(label, 2), from, to) > 0
  for (const label of ground.labels) if (strikes(label)) cost += THROUGH_WORDS
  for (const label of ground.wordsAhead) if (strikes(label)) cost += THROUGH_FAINT
  const isOnPlayhead = [from, to].every(({ along }) => Math.abs(along - ground.playhead) < BESIDE_PLAYHEAD)
  if (isOnPlayhead) cost += ON_PLAYHEAD
  for (const box of ground.past)
    if (box !== mark && touches(way, box) && overlapOf(box, mark) < 1 && lengthInside(box, from, to) > 0)
      cost += THROUGH_MARK
  for (const box of ground.ahead)
    if (touches(way, box) && overlapOf(box, mark) < 1 && lengthInside(box, from, to) > 0) cost += 40
  for (const { a, b, weight, around } of ground.strokes)
    if (touches(way, around) && linesCross(from, to, a, b)) cost += weight > 0.5 ? 9 : 3
  return Math.min(cost, MOST_OF_A_LINE)
}
