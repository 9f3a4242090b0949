/**
 * Requests that were looked at and not appended: recognised, or refused.
 *
 *   ──●──────────●──────
 *     ┌ ┄ ┄┐     ┃┌┄┄┄┐
 *     ┆ ∕  ┆     ┃┆ C ┆
 *     not        OUT_OF_ORDER_
 *     appended   SEQUENCE_NUMBER
 */
import { batchName } from '../../words/en/batchName.ts'
import { markWords } from '../../words/en/marks.ts'
import type { NotAppended } from '../logStrips.ts'
import { isThin, seat, sizeIn } from './cellSeats.ts'
import type { Plot } from './plot.ts'
import type { Box } from './primitive.ts'
import { anchor, block, type Candidate, draw, type LabelLine, plainLine, textMark } from './sketch.ts'

/** A code is broken after an underscore into lines of at most this many characters. */
const CODE_LINE = 15

export const drawNotAppended = (plot: Plot, mark: NotAppended, rights: Map<number, number>): void => {
  const line = plot.line(mark.node, mark.partition)
  if (line === null) return
  const { sketch } = plot
  const gap = mark.kind === 'gap'
  const time = plot.x({ at: mark.moment.at, tie: 0 })
  const isFar = isThin(plot, line)
  const size = sizeIn(plot, line)
  const length = isFar ? 8 : plot.cellLength
  const along = isFar ? time : seat(rights, line, time, length)
  const box = { along, across: line + (isFar ? 4 : size.top), length, breadth: isFar ? 8 : size.height }
  const own = { from: mark.moment, name: mark.message, records: mark.records, layer: 'cell' } as const
  draw(sketch, {
    ...own,
    id: mark.id,
    shape: 'rect',
    class: mark.kind === 'duplicate' ? 'cell-duplicate' : 'cell-refused',
    box,
    radius: 4,
  })
  if (!isFar) {
    const at = { along: along + length / 2, across: box.across + box.breadth / 2 + 4.7 }
    draw(
      sketch,
      textMark({
        ...own,
        id: `${mark.id} letter`,
        class: 'text-doubt',
        at,
        text: batchName(mark.records),
        weight: 650,
        size: 13,
        anchor: 'middle',
      }),
    )
  }
  drawSigns(plot, mark, box)
  const blocked = gap ? { ...box, along: along - 7, length: length + 7 } : box
  block(sketch, mark.id, blocked, mark.moment)
  anchor(sketch, mark.id, box)
  askWhy(plot, mark, box)
}

/** A stroke through what was seen before; a thick bar on the left of a gap. */
const drawSigns = ({ sketch }: Plot, mark: NotAppended, box: Box): void => {
  const own = { from: mark.moment, name: mark.message, records: mark.records, layer: 'cell' } as const
  const { along, length } = box
  if (mark.kind === 'duplicate')
    draw(sketch, {
      ...own,
      id: `${mark.id} stroke`,
      shape: 'line',
      class: 'duplicate-stroke',
      a: { along: along + 3, across: box.across + box.breadth - 3 },
      b: { along: along + length - 3, across: box.across + 3 },
    })
  if (mark.kind === 'gap')
    draw(sketch, {
      ...own,
      id: `${mark.id} gap`,
      shape: 'line',
      class: 'gap-bar',
      a: { along: along - 5, across: box.across - 1 },
      b: { along: along - 5, across: box.across + box.breadth + 1 },
    })
}

const askWhy = (plot: Plot, mark: NotAppended, box: Box): void => {
  const low = box.across + box.breadth + 16
  const middle = box.along + box.length / 2
  const recognised = mark.kind === 'duplicate'
  const candidates: Candidate[] = [
    { along: recognised ? middle : box.along, across: low, anchor: recognised ? 'middle' : 'start' },
    // Beside another one of these there is rather room one row lower.
    ...(recognised ? [{ along: middle, across: low + 31, anchor: 'middle' as const }] : []),
    { along: box.along, across: low, anchor: 'start' },
    { along: box.along + box.length, across: low, anchor: 'end' },
    { along: box.along + box.length + 6, across: box.across + 12, anchor: 'start' },
    { along: box.along - 10, across: box.across + 12, anchor: 'end' },
    { along: box.along, across: low + 62, anchor: 'start' },
  ]
  plot.sketch.asks.push({
    id: `${mark.id} words`,
    isFar: true,
    must: true,
    rank: 1,
    from: mark.moment,
    name: mark.message,
    records: mark.records,
    candidates,
    anchor: mark.id,
    lines: whyLines(plot, mark),
  })
}

const whyLines = (plot: Plot, mark: NotAppended): readonly LabelLine[] => {
  if (mark.kind === 'duplicate') return markWords.notAppended.map((text) => plainLine(text, 'text-doubt', 550))
  const code = breakCode(mark.code ?? '').map((text) => plainLine(text, 'text-doubt', 550, 'code'))
  if (plot.zoom === 'overview') return code.slice(0, 1)
  if (mark.byFault)
    return [...code, plainLine(markWords.refusedOnce, 'text-ink2'), plainLine(markWords.byYou, 'text-ink2')]
  if (mark.came === null || mark.expected === null) return code
  return [...code, ...markWords.sequenceGap(mark.came, mark.expected).map((text) => plainLine(text, 'text-ink2'))]
}

/** OUT_OF_ORDER_SEQUENCE_NUMBER in lines broken after an underscore. */
export const breakCode = (code: string): readonly string[] => {
  const lines: string[] = []
  for (const word of code.split('_').map((part, i, all) => (i < all.length - 1 ? `${part}_` : part))) {
    const open = lines.at(-1)
    if (open !== undefined && (open + word).replace(/_$/, '').length <= CODE_LINE) lines[lines.length - 1] = open + word
    else lines.push(word)
  }
  return lines
}
