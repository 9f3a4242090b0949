/**
 * The ruler: ticks every 10 ms, labels where there is room.
 *
 *   0 ms   10    20  ┊30 s┊  30.150 s  .160      the first behind a fold in full
 */
import { rulerText, rulerZero } from '../../words/en/marks.ts'
import type { Span } from '../axis.ts'
import { RULER } from '../laneLayout.ts'
import { before, type Moment, START } from '../moment.ts'
import { fontWidth } from '../placement/measure.ts'
import type { Plot } from './plot.ts'
import { block, draw, textMark } from './sketch.ts'

const STEP = 10
const RULER_FONT = { family: 'code', weight: 400, size: 12 } as const

interface Tick {
  readonly at: number
  readonly text: string
}

/** The first label behind a fold is written in full; a stretch under 14 ms is labelled at its first event. */
const ticksOf = (span: Span, first: boolean, step: number): readonly Tick[] => {
  const ticks: Tick[] = []
  const begin = first
    ? 0
    : span.last - span.first < 14 && span.kind === 'busy'
      ? span.first
      : Math.ceil(span.first / step) * step
  if (first) ticks.push({ at: 0, text: rulerZero })
  else ticks.push({ at: begin, text: rulerText(begin, true) })
  for (let at = Math.ceil((begin + 1) / step) * step; at <= span.t1; at += step)
    ticks.push({ at, text: rulerText(at, at % 1000 === 0) })
  return ticks
}

const niceStep = (pxPerMs: number): number =>
  [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000].find((ms) => ms * pxPerMs >= 44) ?? 50000

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
      draw(sketch, {
        id: `tick ${tick.at}`,
        shape: 'line',
        layer: 'line',
        class: 'ruler-tick',
        from: START,
        a: { along, across: 30 },
        b: { along, across: RULER },
      })
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

const writeRuler = (
  { sketch }: Plot,
  label: RulerLabel,
  copy: string,
  window: { shows?: Moment; until?: Moment },
): void => {
  const shy = { start: label.start - HEAD, end: label.start + label.width + HEAD }
  draw(
    sketch,
    textMark({
      id: `time ${label.at}${copy}`,
      class: 'text-ink3',
      at: { along: label.start, across: 24 },
      text: label.text,
      family: 'code',
      shy,
      ...window,
    }),
  )
  if (copy === '')
    block(
      sketch,
      `time ${label.at}`,
      { along: label.start, across: 14, length: label.width, breadth: 13 },
      START,
      'label',
    )
}

/** While the playhead stands in the one label that is written in full, the next one takes that over. */
const drawSecondLabel = (
  plot: Plot,
  label: RulerLabel,
  first: RulerLabel,
  third: RulerLabel | undefined,
  edge: number,
): void => {
  const shows = before(plot.axis.atOf(first.start - HEAD))
  const until = before(plot.axis.atOf(first.start + first.width + HEAD))
  const full = rulerLabel(plot, { at: label.at, text: rulerText(label.at, true) })
  const fits = full.start + full.width + ROOM < (third?.start ?? edge)
  if (!fits) return writeRuler(plot, label, '', {})
  writeRuler(plot, label, '', { until: shows })
  writeRuler(plot, full, ' in full', { shows, until })
  writeRuler(plot, label, ' after', { shows: until })
}
