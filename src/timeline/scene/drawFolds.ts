/**
 * Folds: zigzag edges and a tint across all lanes; the length at the top, counts upright in the longest free stretch.
 *
 *   ┊30 s┊
 *   ┊    ┊
 *   ┊ 2 empty fetches (upright)
 */
import { foldCount, spanText } from '../../words/en/marks.ts'
import type { Span } from '../axis.ts'
import type { Fold } from '../folds.ts'
import { RULER } from '../laneLayout.ts'
import { START } from '../moment.ts'
import { fontWidth } from '../placement/measure.ts'
import type { Plot } from './plot.ts'
import type { Box, Point } from './primitive.ts'
import { block, draw, textMark } from './sketch.ts'

const FOLD_WAVE = 12

const zigzag = (along: number, from: number, to: number): readonly Point[] => {
  const points: Point[] = [{ along: along - 2, across: from }]
  for (let across = from; across + FOLD_WAVE <= to; across += FOLD_WAVE)
    points.push({ along: along + 2, across: across + FOLD_WAVE / 2 }, { along: along - 2, across: across + FOLD_WAVE })
  return points
}

export const drawFold = ({ sketch, bottom, timeline, axis }: Plot, span: Span): void => {
  const open = span.kind === 'open-fold'
  const box = { along: span.x0, across: RULER, length: span.x1 - span.x0, breadth: bottom - RULER }
  draw(sketch, {
    id: span.id,
    shape: 'rect',
    layer: 'fold',
    class: open ? 'open-fold-fill' : 'fold-fill',
    from: START,
    radius: 0,
    box,
    name: span.id,
  })
  for (const [side, along] of [
    ['a', span.x0],
    ['b', span.x1],
  ] as const)
    draw(sketch, {
      id: `${span.id} ${side}`,
      shape: 'polyline',
      layer: 'fold',
      class: 'fold-edge',
      from: START,
      points: zigzag(along, RULER, bottom),
    })
  const fold = timeline.folds.find((one) => one.id === span.id)
  if (!open || fold === undefined) return
  for (const [i, at] of fold.quietAt.slice(0, 200).entries())
    draw(sketch, {
      id: `${span.id} quiet ${i}`,
      shape: 'disc',
      layer: 'line',
      class: 'quiet-dot',
      from: { at, tie: 0 },
      at: { along: axis.xOf(at), across: bottom - 12 },
      radius: 2,
    })
}

export const drawFoldWords = (plot: Plot, isFree: (box: Box) => boolean): void => {
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
  draw(
    sketch,
    textMark({
      id: `${fold.id} length`,
      class: 'text-ink2',
      at,
      text,
      weight: 650,
      halo: 'panel',
      name: fold.id,
      shy: { start: at.along - 8, end: at.along + width + 8 },
    }),
  )
  block(sketch, `${fold.id} length`, { along: at.along, across: RULER + 6, length: width, breadth: 14 }, START, 'label')
}

const drawFoldCounts = (
  { sketch, bottom }: Plot,
  span: Span,
  fold: Fold,
  isFree: Parameters<typeof drawFoldWords>[1],
): void => {
  const text = fold.counts.map(({ kind, count }) => foldCount(kind, count)).join(' · ')
  if (text === '') return
  const length = fontWidth(text, { family: 'words', weight: 400, size: 12 })
  const along = (span.x0 + span.x1) / 2 + 4
  for (let foot = bottom - 14; foot - length > RULER + 30; foot -= 4) {
    const box = { along: along - 12, across: foot - length - 4, length: 17, breadth: length + 8 }
    if (!isFree(box)) continue
    draw(
      sketch,
      textMark({
        id: `${fold.id} counts`,
        class: 'text-ink3',
        at: { along, across: foot },
        text,
        turned: true,
        name: fold.id,
        shy: { start: along - 14, end: along + 7 },
      }),
    )
    block(sketch, `${fold.id} counts`, box, START, 'label')
    return
  }
}
