/**
 * Places the words of marks when all marks stand: each takes the cheapest of its places, must-show words first.
 *
 *   tail-right ─▶ middle-right ─▶ middle-left ─▶ hide, unless it must show: then space is looked for around it
 */
import { RULER } from '../laneLayout.ts'
import type { Plot } from '../scene/plot.ts'
import type { Box } from '../scene/primitive.ts'
import {
  type Ask,
  anchor,
  block,
  type Candidate,
  draw,
  type LabelLine,
  type Obstacle,
  textMark,
} from '../scene/sketch.ts'
import { lengthInside, touches } from './boxes.ts'
import { fontWidth } from './measure.ts'

const LINE = 15
const SIZE = 12

export interface PlacedLabel {
  readonly id: string
  readonly text: string
  readonly box: Box
  readonly must: boolean
}
export interface Placed {
  readonly labels: readonly PlacedLabel[]
  /** Wishes that found no place. */
  readonly hidden: readonly { readonly id: string; readonly must: boolean }[]
}

const widthOf = (line: LabelLine): number =>
  fontWidth(line.text, { family: line.family, weight: line.weight, size: SIZE })

/** The box of the words themselves: from the top of the capitals to the foot of the letters. */
const boxOf = (ask: Ask, at: Candidate): Box => {
  const length = Math.max(...ask.lines.map(widthOf))
  const start = at.anchor === 'middle' ? at.along - length / 2 : at.anchor === 'end' ? at.along - length : at.along
  return { along: start, across: at.across - 10.5, length, breadth: ask.lines.length * LINE - 2 }
}

/** Words need a space beside them. */
const widened = (box: Box): Box => ({ ...box, along: box.along - 1.5, length: box.length + 3 })

interface Seat {
  readonly at: Candidate
  readonly box: Box
  readonly cost: number
  /** Nothing else stands there. */
  readonly free: boolean
}

const seatOf = (plot: Plot, ask: Ask, at: Candidate, order: number, obstacles: readonly Obstacle[]): Seat => {
  const box = boxOf(ask, at)
  let cost = order * 9
  let free = true
  for (const obstacle of obstacles) {
    const needs = obstacle.kind === 'label' || ask.must ? widened(box) : box
    if (!touches(needs, obstacle.box)) continue
    free = false
    cost += obstacle.kind === 'label' ? 900 : 400
  }
  for (const stroke of plot.sketch.strokes) {
    const weight = stroke.kind === 'replication' ? (ask.tight ? 0 : 0.6) : 1.2
    if (weight > 0) cost += lengthInside(box, stroke.a, stroke.b) * weight
  }
  const end = Math.max(plot.view.width, plot.axis.end + 6) - 4
  if (
    box.along < plot.axis.start - 5 ||
    box.along + box.length > end ||
    box.across < RULER ||
    box.across + box.breadth > plot.bottom
  ) {
    free = false
    cost += 1e5
  }
  return { at, box, cost, free }
}

const best = (seats: readonly Seat[]): Seat | null =>
  seats.reduce<Seat | null>((won, seat) => (won === null || seat.cost < won.cost ? seat : won), null)

/** Space is made for what must show: places around its first wish, nearest first. */
const RINGS = [8, 14, 20, 28, 36, 46, 58, 72]
const around = (at: Candidate): readonly Candidate[] =>
  RINGS.flatMap((r) => [
    { ...at, across: at.across + r },
    { ...at, across: at.across - r },
    { ...at, along: at.along + r },
    { ...at, along: at.along - r },
    { ...at, along: at.along + r, across: at.across + r },
    { ...at, along: at.along + r, across: at.across - r },
    { ...at, along: at.along - r, across: at.across + r },
    { ...at, along: at.along - r, across: at.across - r },
  ])

const seatFor = (plot: Plot, ask: Ask): { readonly seat: Seat; readonly untilFallback: boolean } | null => {
  const { obstacles } = plot.sketch
  const chosen = best(ask.candidates.map((at, i) => seatOf(plot, ask, at, i, obstacles)))
  if (chosen?.free && (ask.must || chosen.cost < 24)) return { seat: chosen, untilFallback: false }
  if (ask.must) {
    const wider = ask.candidates
      .slice(0, 2)
      .flatMap(around)
      .map((at, i) => seatOf(plot, ask, at, 3 + i / 8, obstacles))
    const seat = best(wider.filter((one) => one.free)) ?? chosen
    return seat === null ? null : { seat, untilFallback: false }
  }
  const fallback =
    ask.fallback?.candidates.map((at, i) => seatOf(plot, ask, at, i, obstacles)).filter((one) => one.free) ?? []
  const seat = best(fallback)
  return seat === null ? null : { seat, untilFallback: true }
}

const write = (plot: Plot, ask: Ask, seat: Seat, shows: Ask['shows'], until: Ask['until']): void => {
  const { sketch } = plot
  const inCluster = seat.at.across > plot.lanes.cluster.top && seat.at.across < plot.lanes.cluster.bottom
  ask.lines.forEach((line, i) => {
    draw(
      sketch,
      textMark({
        id: `${ask.id} ${i}`,
        layer: ask.must ? 'must' : 'label',
        class: line.class,
        from: ask.from,
        at: { along: seat.at.along, across: seat.at.across + i * LINE },
        text: line.text,
        family: line.family,
        weight: line.weight,
        anchor: seat.at.anchor,
        halo: inCluster ? 'cluster' : 'panel',
        ...(shows === undefined ? {} : { shows }),
        ...(until === undefined ? {} : { until }),
        ...(ask.name === undefined ? {} : { name: ask.name }),
        ...(ask.records === undefined ? {} : { records: ask.records }),
        ...(ask.must ? {} : { shy: { start: seat.box.along - 3, end: seat.box.along + seat.box.length + 3 } }),
      }),
    )
  })
}

export const placeLabels = (plot: Plot): Placed => {
  const labels: PlacedLabel[] = []
  const hidden: { id: string; must: boolean }[] = []
  const asks = plot.sketch.asks.filter((ask) => plot.zoom !== 'overview' || ask.isFar === true)
  const order = asks.sort(
    (a, b) => Number(b.must) - Number(a.must) || a.rank - b.rank || a.from.at - b.from.at || a.from.tie - b.from.tie,
  )
  for (const ask of order) {
    const found = seatFor(plot, ask)
    if (found === null) {
      hidden.push({ id: ask.id, must: ask.must })
      continue
    }
    const { seat } = found
    const until = found.untilFallback ? ask.fallback?.until : ask.until
    // A place that is only lent is not shown ahead of time.
    const shows = found.untilFallback ? ask.from : ask.shows
    write(plot, ask, seat, shows, until)
    block(plot.sketch, ask.id, seat.box, shows ?? ask.from, 'label', until)
    if (ask.anchor !== undefined) anchor(plot.sketch, ask.anchor, seat.box)
    labels.push({ id: ask.id, text: ask.lines.map((line) => line.text).join(' '), box: seat.box, must: ask.must })
  }
  return { labels, hidden }
}
