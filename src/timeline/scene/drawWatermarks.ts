/**
 * The high watermark: a rule at its time, right behind the last cell under it.
 *
 *   ──┬──────┬──
 *    [A]   │ HW 1
 */
import { markWords } from '../../words/en/marks.ts'
import type { Watermark } from '../logStrips.ts'
import { isDone } from '../moment.ts'
import { isThin, sizeIn } from './cellSeats.ts'
import type { Plot } from './plot.ts'
import type { Box } from './primitive.ts'
import { type Ask, anchor, block, type Candidate, draw, plainLine } from './sketch.ts'

/** The rule stands at its time, right behind the last cell under it. */
export const drawWatermark = (
  plot: Plot,
  mark: Watermark,
  next: Watermark | undefined,
  boxes: ReadonlyMap<string, Box>,
): void => {
  const line = plot.line(mark.node, mark.partition)
  if (line === null) return
  const { sketch } = plot
  const time = plot.x({ at: mark.moment.at, tie: 0 })
  const under = [...plot.timeline.strips.cells]
    .reverse()
    .find(
      (cell) =>
        cell.node === mark.node &&
        cell.partition === mark.partition &&
        cell.lastOffset === mark.value - 1 &&
        isDone(cell.appended, mark.moment),
    )
  const box = under === undefined ? undefined : boxes.get(under.id)
  // A lone leader's high watermark rises with the append itself.
  const near =
    box !== undefined && (Math.abs(box.along + box.length - time) < 20 || under?.appended.at === mark.moment.at)
  const along = near ? Math.max(time, box.along + box.length + 3) : time
  const isFar = isThin(plot, line)
  const size = sizeIn(plot, line)
  const foot = line + (isFar ? 11 : size.top + size.height)
  const own = { from: mark.moment, name: mark.node } as const
  draw(sketch, {
    ...own,
    id: mark.id,
    layer: 'cell',
    shape: 'line',
    class: 'watermark',
    a: { along, across: line + 2 },
    b: { along, across: foot },
  })
  if (isFar) return
  block(sketch, mark.id, { along: along - 1, across: line + 4, length: 2, breadth: foot - line - 4 }, mark.moment)
  anchor(sketch, mark.id, { along: along - 1, across: foot - 2, length: 2, breadth: 2 })
  askValue(plot, mark, next, { along, foot, middle: foot - size.height / 2 })
}

interface Rule {
  readonly along: number
  readonly foot: number
  /** Half way down the cells. */
  readonly middle: number
}
const askValue = (
  { sketch }: Plot,
  mark: Watermark,
  next: Watermark | undefined,
  { along, foot, middle }: Rule,
): void => {
  const beside: Candidate = { along: along + 5, across: middle + 4.5, anchor: 'start' }
  const below: Candidate[] = [
    { along: along + 3, across: foot + 15, anchor: 'start' },
    { along: along + 5, across: foot + 33, anchor: 'start' },
    { along: along - 5, across: foot + 33, anchor: 'end' },
  ]
  const ask: Omit<Ask, 'id' | 'candidates' | 'must' | 'rank'> = {
    from: mark.moment,
    name: mark.node,
    anchor: mark.id,
    lines: [plainLine(markWords.highWatermark(mark.value), 'text-data', 550, 'code')],
  }
  // The last one must show; one that is not the last shows only beside its rule.
  if (next === undefined)
    sketch.asks.push({ ...ask, id: `${mark.id} words`, must: true, rank: 2, candidates: [beside, ...below] })
  else
    sketch.asks.push({
      ...ask,
      id: `${mark.id} words`,
      must: false,
      rank: 4,
      candidates: [beside],
      fallback: { candidates: below, until: next.moment },
    })
}
