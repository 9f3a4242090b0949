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
import { touches } from '../placement/boxes.ts'
import { fontWidth } from '../placement/measure.ts'
import type { Plot } from './plot.ts'
import type { Box, Point } from './primitive.ts'
import { block, draw, type Sketch, textMark } from './sketch.ts'

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

const foldsOf = ({ axis, timeline }: Plot): readonly (readonly [Span, Fold])[] =>
  axis.spans.flatMap((span) => {
    const fold = timeline.folds.find((one) => one.id === span.id)
    return span.kind === 'busy' || fold === undefined ? [] : [[span, fold] as const]
  })

/** They have one place each, so other words go round them. */
export const keepFoldLengths = (plot: Plot): void => {
  for (const [span, fold] of foldsOf(plot)) {
    const { id, box } = lengthOf(span, fold)
    block(plot.sketch, id, box, START, 'label')
  }
}

/** Where something that must show found no other place, a length makes way: the ruler says it too. */
export const drawFoldLengths = (plot: Plot): void => {
  const { sketch } = plot
  for (const [span, fold] of foldsOf(plot)) {
    const { id, text, box } = lengthOf(span, fold)
    const isTaken = sketch.obstacles.some((one) => one.kind === 'label' && one.id !== id && touches(box, one.box, 0))
    if (!isTaken) drawFoldLength(sketch, fold, { id, text, box })
  }
}

/** These have a whole fold to stand in, so they go round all others. */
export const drawAllFoldCounts = (plot: Plot, isFree: (box: Box) => boolean): void => {
  for (const [span, fold] of foldsOf(plot)) drawFoldCounts(plot, span, fold, isFree)
}

interface Length {
  readonly id: string
  readonly text: string
  readonly box: Box
}
const lengthOf = (span: Span, fold: Fold): Length => {
  const text = spanText(fold.to - fold.from)
  const width = fontWidth(text, { family: 'words', weight: 650, size: 12 })
  const along = (span.x0 + span.x1) / 2 - width / 2
  return { id: `${fold.id} length`, text, box: { along, across: RULER + 6, length: width, breadth: 14 } }
}

const drawFoldLength = (sketch: Sketch, fold: Fold, { id, text, box }: Length): void =>
  draw(
    sketch,
    textMark({
      id,
      class: 'text-ink2',
      at: { along: box.along, across: RULER + 18 },
      text,
      weight: 650,
      halo: 'panel',
      name: fold.id,
      shy: { start: box.along - 8, end: box.along + box.length + 8 },
    }),
  )

const drawFoldCounts = (
  { sketch, bottom }: Plot,
  span: Span,
  fold: Fold,
  isFree: Parameters<typeof drawAllFoldCounts>[1],
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
