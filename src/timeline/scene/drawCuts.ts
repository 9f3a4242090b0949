/**
 * What a follower cuts off its log because the new leader does not have it.
 *
 *   ──●──────
 *    [·C·]  C cut off
 *           was acked
 */
import { clusterMarks } from '../../words/en/marksOfCluster.ts'
import type { CutMark } from '../logStrips.ts'
import { isThin, seat, sizeIn } from './cellSeats.ts'
import { MOST_CUT, type Plot } from './plot.ts'
import type { Box } from './primitive.ts'
import { anchor, block, draw, plainLine, textMark } from './sketch.ts'

export const drawCut = (plot: Plot, mark: CutMark, rights: Map<number, number>): void => {
  const line = plot.line(mark.node, mark.partition)
  if (line === null || !plot.timeline.lanes.showReplicas) return
  const boxes = mark.records.slice(0, MOST_CUT).map((record, i) => drawGone(plot, mark, record, i, line, rights))
  const [first] = boxes
  const last = boxes.at(-1)
  if (first === undefined || last === undefined) return
  const whole = { ...first, length: last.along + last.length - first.along }
  anchor(plot.sketch, mark.id, whole)
  askWords(plot, mark, whole)
}

const drawGone = (
  plot: Plot,
  mark: CutMark,
  record: string,
  i: number,
  line: number,
  rights: Map<number, number>,
): Box => {
  const { sketch } = plot
  const isFar = isThin(plot, line)
  const size = sizeIn(plot, line)
  const length = isFar ? 8 : plot.cellLength
  const along = seat(rights, line, plot.x({ at: mark.moment.at, tie: 0 }), length)
  const box = { along, across: line + (isFar ? 4 : size.top), length, breadth: isFar ? 8 : size.height }
  const own = { from: mark.moment, name: mark.node, records: [record], layer: 'cell' } as const
  draw(sketch, { ...own, id: `${mark.id} ${i}`, shape: 'rect', class: 'cell-gone', box, radius: 4 })
  block(sketch, `${mark.id} ${i}`, box, mark.moment)
  if (isFar) return box
  const at = { along: along + length / 2, across: box.across + box.breadth / 2 + 4.7 }
  draw(
    sketch,
    textMark({
      ...own,
      id: `${mark.id} letter ${i}`,
      class: 'text-loss',
      at,
      text: record,
      weight: 650,
      size: 13,
      anchor: 'middle',
    }),
  )
  return box
}

const askWords = (plot: Plot, mark: CutMark, box: Box): void => {
  const middle = box.along + box.length / 2
  plot.sketch.asks.push({
    id: `${mark.id} words`,
    isFar: true,
    must: true,
    rank: 1,
    from: mark.moment,
    name: mark.node,
    records: mark.records,
    anchor: mark.id,
    candidates: [
      { along: middle, across: box.across + box.breadth + 16, anchor: 'middle' },
      { along: box.along + box.length + 6, across: box.across + 12, anchor: 'start' },
      { along: box.along - 6, across: box.across + 12, anchor: 'end' },
    ],
    lines: [
      plainLine(clusterMarks.cut(mark.records), 'text-loss', 550),
      plainLine(clusterMarks.wasAcked(mark.records, mark.acked), mark.acked.length > 0 ? 'text-loss' : 'text-ink2'),
    ],
  })
}
