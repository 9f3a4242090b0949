/**
 * The axis: piecewise linear both ways, so a click always maps to a time.
 *
 *   112        busy          fold    busy       fold      busy      838
 *    ├──────────────────────┤zz┤────────────┤zzzzzzzz┤──────────────┤
 *    0        px per ms      52   30.037     30.149        30.177
 */
import type { Busy, Fold } from './folds.ts'
import type { Millis } from './fromEngine.ts'

const FOLD_WIDTH = 46
const WIDEST_FOLD = 64
const OPEN_FOLD_WIDTH = 240
const BEFORE_EVENT = 18
export const MIN_STORY = 5
const MAX_STORY = 9
/** A run without a fold stretches no further. */
const MAX_UNFOLDED = 12

export interface Span {
  readonly kind: 'busy' | 'fold' | 'open-fold'
  readonly id: string
  /** Times and places of its two ends. */
  readonly t0: Millis
  readonly t1: Millis
  readonly x0: number
  readonly x1: number
  /** The telling events at its ends. */
  readonly first: Millis
  readonly last: Millis
  readonly xFirst: number
  readonly xLast: number
}

export interface Axis {
  readonly spans: readonly Span[]
  readonly pxPerMs: number
  readonly foldWidth: number
  readonly start: number
  readonly end: number
  readonly xOf: (at: Millis) => number
  readonly atOf: (x: number) => Millis
}

export interface AxisWish {
  readonly busy: readonly Busy[]
  readonly folds: readonly Fold[]
  /** Free space after the last event of a busy span, in px. */
  readonly after: readonly number[]
  readonly start: number
  readonly end: number
  readonly pxPerMs: number | 'fit'
  readonly foldWidth?: number
  readonly openFolds: readonly string[]
}

const fit = (wish: AxisWish): { pxPerMs: number; foldWidth: number } => {
  const opened = wish.folds.filter((fold) => wish.openFolds.includes(fold.id)).length
  const closed = wish.folds.length - opened
  const ms = Math.max(
    1,
    wish.busy.reduce((sum, span) => sum + span.to - span.from, 0),
  )
  const fixed =
    wish.after.reduce((sum, px) => sum + px, 0) + BEFORE_EVENT * (wish.busy.length - 1) + opened * OPEN_FOLD_WIDTH
  const best = (wish.end - wish.start - fixed - closed * FOLD_WIDTH) / ms
  const most = wish.folds.length === 0 ? MAX_UNFOLDED : MAX_STORY
  if (best <= most) return { pxPerMs: Math.max(MIN_STORY, best), foldWidth: FOLD_WIDTH }
  const spare = (best - most) * ms
  return { pxPerMs: most, foldWidth: closed === 0 ? FOLD_WIDTH : Math.min(WIDEST_FOLD, FOLD_WIDTH + spare / closed) }
}

/** In a short gap at a far zoom the margins would overlap: they keep their px and stand for less time. */
const marginMs = (px: number, pxPerMs: number, gap: Millis): Millis => Math.min(px / pxPerMs, gap * 0.4)

const spansOf = (wish: AxisWish, pxPerMs: number, foldWidth: number): Span[] => {
  const spans: Span[] = []
  let x = wish.start
  wish.busy.forEach((busy, index) => {
    const before = index === 0 ? 0 : BEFORE_EVENT
    const after = wish.after[index] ?? 40
    const next = wish.busy[index + 1]
    const gapBefore = busy.from - (wish.busy[index - 1]?.to ?? 0)
    const gapAfter = next === undefined ? Number.POSITIVE_INFINITY : next.from - busy.to
    const t0 = busy.from - marginMs(before, pxPerMs, gapBefore)
    const t1 = busy.to + marginMs(after, pxPerMs, gapAfter)
    const xFirst = x + before
    const xLast = xFirst + (busy.to - busy.from) * pxPerMs
    spans.push({
      kind: 'busy',
      id: `busy:${busy.from}`,
      t0,
      t1,
      x0: x,
      x1: xLast + after,
      first: busy.from,
      last: busy.to,
      xFirst,
      xLast,
    })
    x = xLast + after
    const fold = wish.folds[index]
    if (fold === undefined || next === undefined) return
    const open = wish.openFolds.includes(fold.id)
    const breadth = open ? OPEN_FOLD_WIDTH : foldWidth
    const t2 = next.from - marginMs(BEFORE_EVENT, pxPerMs, gapAfter)
    const kind = open ? 'open-fold' : 'fold'
    spans.push({
      kind,
      id: fold.id,
      t0: t1,
      t1: t2,
      x0: x,
      x1: x + breadth,
      first: fold.from,
      last: fold.to,
      xFirst: x,
      xLast: x + breadth,
    })
    x += breadth
  })
  return spans
}

const stretched = (spans: Span[], end: number, pxPerMs: number): Span[] => {
  const last = spans.at(-1)
  if (last === undefined || last.x1 >= end) return spans
  return [...spans.slice(0, -1), { ...last, t1: last.t1 + (end - last.x1) / pxPerMs, x1: end }]
}

interface Knot {
  readonly t: Millis
  readonly x: number
}
const knotsOf = (spans: readonly Span[]): readonly Knot[] =>
  spans
    .flatMap((span): Knot[] =>
      span.kind === 'busy'
        ? [
            { t: span.t0, x: span.x0 },
            { t: span.first, x: span.xFirst },
            { t: span.last, x: span.xLast },
            { t: span.t1, x: span.x1 },
          ]
        : [
            { t: span.t0, x: span.x0 },
            { t: span.t1, x: span.x1 },
          ],
    )
    .filter((knot, index, all) => index === 0 || knot.t > (all[index - 1]?.t ?? -1))

/** Between the two knots around it; past the ends the first and the last piece go on. */
const follow = (knots: readonly Knot[], value: number, from: 't' | 'x', to: 't' | 'x'): number => {
  let i = knots.findIndex((knot) => value <= knot[from])
  if (i < 0) i = knots.length - 1
  const b = knots[Math.max(1, i)]
  const a = knots[Math.max(1, i) - 1]
  if (a === undefined || b === undefined) return knots[0]?.[to] ?? 0
  return a[to] + ((value - a[from]) / (b[from] - a[from])) * (b[to] - a[to])
}

export const layAxis = (wish: AxisWish): Axis => {
  const fitted = fit(wish)
  const pxPerMs = wish.pxPerMs === 'fit' ? fitted.pxPerMs : wish.pxPerMs
  const foldWidth = wish.foldWidth ?? (wish.pxPerMs === 'fit' ? fitted.foldWidth : FOLD_WIDTH)
  const spans = stretched(spansOf(wish, pxPerMs, foldWidth), wish.end, pxPerMs)
  const knots = knotsOf(spans)
  return {
    spans,
    pxPerMs,
    foldWidth,
    start: wish.start,
    end: spans.at(-1)?.x1 ?? wish.end,
    xOf: (at) => follow(knots, at, 't', 'x'),
    atOf: (x) => Math.max(0, follow(knots, x, 'x', 't')),
  }
}
