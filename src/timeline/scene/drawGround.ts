/**
 * Everything that stands still: tints, folds, ruler, lane lines and headers.
 *
 *   ruler   0 ms   10   20        30.150 s
 *   header ────────────────┊ 30 s ┊────────
 */
import { fontWidth } from '../placement/measure.ts'
import { accessWords, foldCount, laneName, roleText, rulerText, rulerZero, spanText } from '../../words/en/marks.ts'
import type { Span } from '../axis.ts'
import type { Fold } from '../folds.ts'
import type { Lane } from '../lanes.ts'
import { RULER } from '../laneLayout.ts'
import { before, type Moment, START } from '../moment.ts'
import type { Plot } from './plot.ts'
import type { Point } from './primitive.ts'
import { anchor, block, draw, textMark } from './sketch.ts'

const FOLD_WAVE = 12

export const drawGround = (plot: Plot): void => {
  const { sketch, lanes, axis, bottom } = plot
  const width = Math.max(plot.view.width, axis.end + 6)
  const { top, bottom: end } = lanes.cluster
  draw(sketch, { id: 'cluster', shape: 'rect', layer: 'tint', class: 'cluster-tint', from: START, radius: 0, box: { along: 0, across: top, length: width, breadth: end - top } })
  for (const [id, across] of [['ruler', RULER], ['cluster-top', top], ['foot', bottom]] as const)
    draw(sketch, { id: `edge ${id}`, shape: 'line', layer: 'tint', class: 'area-line', from: START, a: { along: 0, across }, b: { along: width, across } })
  if (end < bottom - 1)
    draw(sketch, { id: 'edge cluster-end', shape: 'line', layer: 'tint', class: 'area-line', from: START, a: { along: 0, across: end }, b: { along: width, across: end } })
  for (const span of axis.spans) if (span.kind !== 'busy') drawFold(plot, span)
  for (const lane of plot.timeline.lanes.lanes) drawLane(plot, lane)
}

const zigzag = (along: number, from: number, to: number): readonly Point[] => {
  const points: Point[] = [{ along: along - 2, across: from }]
  for (let across = from; across + FOLD_WAVE <= to; across += FOLD_WAVE)
    points.push({ along: along + 2, across: across + FOLD_WAVE / 2 }, { along: along - 2, across: across + FOLD_WAVE })
  return points
}

const drawFold = ({ sketch, bottom, timeline, axis }: Plot, span: Span): void => {
  const open = span.kind === 'open-fold'
  const box = { along: span.x0, across: RULER, length: span.x1 - span.x0, breadth: bottom - RULER }
  draw(sketch, { id: span.id, shape: 'rect', layer: 'fold', class: open ? 'open-fold-fill' : 'fold-fill', from: START, radius: 0, box, name: span.id })
  for (const [side, along] of [['a', span.x0], ['b', span.x1]] as const)
    draw(sketch, { id: `${span.id} ${side}`, shape: 'polyline', layer: 'fold', class: 'fold-edge', from: START, points: zigzag(along, RULER, bottom) })
  const fold = timeline.folds.find((one) => one.id === span.id)
  if (!open || fold === undefined) return
  for (const [i, at] of fold.quietAt.slice(0, 200).entries())
    draw(sketch, { id: `${span.id} quiet ${i}`, shape: 'disc', layer: 'line', class: 'quiet-dot', from: { at, tie: 0 }, at: { along: axis.xOf(at), across: bottom - 12 }, radius: 2 })
}

// ── lanes ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const drawLane = (plot: Plot, lane: Lane): void => {
  const { sketch, timeline, lanes } = plot
  const across = lanes.lines[lane.id] ?? 0
  const several = timeline.lanes.lanes.filter((other) => other.kind === lane.kind).length > 1
  const name = laneName({ kind: lane.kind, id: lane.id, several })
  draw(sketch, textMark({ id: `lane ${lane.id}`, layer: 'line', class: 'text-ink', at: { along: 16, across: across + 1 }, text: name, weight: 650, size: 13, name: lane.node }))
  lane.roles.forEach((role, i) => {
    const until = lane.roles[i + 1]?.from
    const cls = role.role === 'down' ? 'text-loss' : 'text-ink3'
    const mark = textMark({ id: `role ${lane.id} ${i}`, layer: 'line', class: cls, at: { along: 16, across: across + 17 }, text: roleText(role), name: lane.node })
    draw(sketch, { ...mark, ...(i > 0 ? { shows: role.from } : {}), ...(until === undefined ? {} : { until }) })
  })
  for (const piece of pieces(plot, lane)) {
    const cls = piece.down ? 'lane-line-down' : lane.leads ? 'lane-line-leader' : 'lane-line'
    draw(sketch, { id: `line ${lane.id} ${piece.x0.toFixed(1)}`, shape: 'line', layer: 'line', class: cls, from: START, a: { along: piece.x0, across }, b: { along: piece.x1, across }, name: lane.node })
  }
}

interface Piece {
  readonly x0: number
  readonly x1: number
  readonly down: boolean
}
/** The ✕ of a crash stands this far right of what happened in the same millisecond. */
export const CRASH_SHIFT = 16

/** A lane's line stops at folds; while its node is down it is dotted, through folds too. */
const pieces = ({ axis, timeline }: Plot, lane: Lane): readonly Piece[] => {
  const outages = timeline.marks.crashes
    .filter((crash) => crash.node === lane.node)
    .map((crash) => ({ x0: axis.xOf(crash.moment.at) + CRASH_SHIFT, x1: crash.back === null ? axis.end : axis.xOf(crash.back.at) }))
  const found: Piece[] = []
  for (const span of axis.spans) {
    const cuts = [span.x0, span.x1, ...outages.flatMap((o) => [o.x0, o.x1])].filter((x) => x >= span.x0 && x <= span.x1).sort((a, b) => a - b)
    cuts.slice(1).forEach((x1, i) => {
      const x0 = cuts[i] ?? x1
      const middle = (x0 + x1) / 2
      const down = outages.some((o) => middle > o.x0 && middle < o.x1)
      if (x1 - x0 > 0.5 && (down || span.kind !== 'fold')) found.push({ x0, x1, down })
    })
  }
  return found
}

// ── ruler ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const STEP = 10
const RULER_FONT = { family: 'code', weight: 400, size: 12 } as const

interface Tick {
  readonly at: number
  readonly text: string
}

/** The first label behind a fold is written in full; a stretch under 14 ms is labelled at its first event. */
const ticksOf = (span: Span, first: boolean, step: number): readonly Tick[] => {
  const ticks: Tick[] = []
  const begin = first ? 0 : span.last - span.first < 14 && span.kind === 'busy' ? span.first : Math.ceil(span.first / step) * step
  if (first) ticks.push({ at: 0, text: rulerZero })
  else ticks.push({ at: begin, text: rulerText(begin, true) })
  for (let at = Math.ceil((begin + 1) / step) * step; at <= span.t1; at += step) ticks.push({ at, text: rulerText(at, at % 1000 === 0) })
  return ticks
}

const niceStep = (pxPerMs: number): number => [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000].find((ms) => ms * pxPerMs >= 44) ?? 50000

interface RulerLabel {
  readonly at: number
  readonly text: string
  readonly start: number
  readonly width: number
}
const ROOM = 8
/** The playhead's head is 14 px wide. */
const HEAD = 10

const rulerLabel = (plot: Plot, tick: Tick): RulerLabel => {
  const along = plot.axis.xOf(tick.at)
  const width = fontWidth(tick.text, RULER_FONT)
  return { ...tick, start: tick.at === 0 ? along : along - width / 2, width }
}

export const drawRuler = (plot: Plot): void => {
  const { axis, sketch } = plot
  const step = axis.pxPerMs * STEP >= 44 && axis.pxPerMs < 30 ? STEP : niceStep(axis.pxPerMs)
  const edge = Math.max(plot.view.width, axis.end + 6) - 4
  let right = -99
  axis.spans.forEach((span, index) => {
    if (span.kind === 'fold') return
    const own = span.kind === 'open-fold' ? niceStep((span.x1 - span.x0) / (span.t1 - span.t0)) : step
    const shown: RulerLabel[] = []
    for (const tick of ticksOf(span, index === 0, own)) {
      const along = axis.xOf(tick.at)
      if (along > span.x1 - 6 || along < span.x0) continue
      draw(sketch, { id: `tick ${tick.at}`, shape: 'line', layer: 'line', class: 'ruler-tick', from: START, a: { along, across: 30 }, b: { along, across: RULER } })
      const label = rulerLabel(plot, tick)
      if (label.start < right + ROOM || label.start + label.width > edge) continue
      right = label.start + label.width
      shown.push(label)
    }
    shown.forEach((label, i) => {
      const [first, third] = [shown[0], shown[2]]
      if (i === 1 && index > 0 && first !== undefined) drawSecondLabel(plot, label, first, third, edge)
      else writeRuler(plot, label, '', {})
    })
  })
}

const writeRuler = ({ sketch }: Plot, label: RulerLabel, copy: string, window: { shows?: Moment; until?: Moment }): void => {
  const shy = { start: label.start - HEAD, end: label.start + label.width + HEAD }
  draw(sketch, textMark({ id: `time ${label.at}${copy}`, class: 'text-ink3', at: { along: label.start, across: 24 }, text: label.text, family: 'code', shy, ...window }))
  if (copy === '') block(sketch, `time ${label.at}`, { along: label.start, across: 14, length: label.width, breadth: 13 }, START, 'label')
}

/** While the playhead stands in the one label that is written in full, the next one takes that over. */
const drawSecondLabel = (plot: Plot, label: RulerLabel, first: RulerLabel, third: RulerLabel | undefined, edge: number): void => {
  const shows = before(plot.axis.atOf(first.start - HEAD))
  const until = before(plot.axis.atOf(first.start + first.width + HEAD))
  const full = rulerLabel(plot, { at: label.at, text: rulerText(label.at, true) })
  const fits = full.start + full.width + ROOM < (third?.start ?? edge)
  if (!fits) return writeRuler(plot, label, '', {})
  writeRuler(plot, label, '', { until: shows })
  writeRuler(plot, full, ' in full', { shows, until })
  writeRuler(plot, label, ' after', { shows: until })
}

// ── words of folds, placed when everything else stands ─────────────────────────────────────────────────────────────

export const drawFoldWords = (plot: Plot, isFree: (box: { along: number; across: number; length: number; breadth: number }) => boolean): void => {
  for (const span of plot.axis.spans) {
    const fold = plot.timeline.folds.find((one) => one.id === span.id)
    if (span.kind === 'busy' || fold === undefined) continue
    drawFoldLength(plot, span, fold)
    drawFoldCounts(plot, span, fold, isFree)
  }
}

const drawFoldLength = ({ sketch }: Plot, span: Span, fold: Fold): void => {
  const text = spanText(fold.to - fold.from)
  const middle = (span.x0 + span.x1) / 2
  const width = fontWidth(text, { family: 'words', weight: 650, size: 12 })
  const at = { along: middle - width / 2, across: RULER + 18 }
  draw(sketch, textMark({ id: `${fold.id} length`, class: 'text-ink2', at, text, weight: 650, name: fold.id, shy: { start: at.along - 8, end: at.along + width + 8 } }))
  block(sketch, `${fold.id} length`, { along: at.along, across: RULER + 6, length: width, breadth: 14 }, START, 'label')
  anchor(sketch, fold.id, { along: span.x0, across: RULER, length: span.x1 - span.x0, breadth: 20 })
}

const drawFoldCounts = ({ sketch, bottom }: Plot, span: Span, fold: Fold, isFree: Parameters<typeof drawFoldWords>[1]): void => {
  const text = fold.counts.map(({ kind, count }) => foldCount(kind, count)).join(' · ')
  if (text === '') return
  const length = fontWidth(text, { family: 'words', weight: 400, size: 12 })
  const along = (span.x0 + span.x1) / 2 + 4
  for (let foot = bottom - 14; foot - length > RULER + 30; foot -= 4) {
    const box = { along: along - 12, across: foot - length - 4, length: 17, breadth: length + 8 }
    if (!isFree(box)) continue
    draw(sketch, textMark({ id: `${fold.id} counts`, class: 'text-ink3', at: { along, across: foot }, text, turned: true, name: fold.id, shy: { start: along - 14, end: along + 7 } }))
    block(sketch, `${fold.id} counts`, box, START, 'label')
    return
  }
}

export const foldSentence = (fold: Fold): string =>
  accessWords.fold(spanText(fold.to - fold.from), fold.counts.map(({ kind, count }) => foldCount(kind, count)).join(', '))
