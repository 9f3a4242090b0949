/**
 * Cells of the logs.
 *
 *   ──●────────────●──────
 *     ┌┄┄┐         ┌───┐
 *     ┆A ┆ dashed  │ A │ solid: below the high watermark
 *     └┄┄┘         └───┘
 *      0             0
 */
import { batchName } from '../../words/en/batchName.ts'
import { markWords } from '../../words/en/marks.ts'
import type { Cell } from '../logStrips.ts'
import { compareMoments } from '../moment.ts'
import { CLASSES, looksOf, ownOf, TICKS } from './cellLooks.ts'
import { askStamp, NOTE, noteOf, stampText } from './cellNotes.ts'
import { isThin, seat, sizeIn } from './cellSeats.ts'
import { drawCut } from './drawCuts.ts'
import { drawNotAppended } from './drawNotAppended.ts'
import { drawWatermark } from './drawWatermarks.ts'
import type { Plot } from './plot.ts'
import type { Box } from './primitive.ts'
import { anchor, block, draw, type LabelLine, plainLine, textMark } from './sketch.ts'

export const drawCells = (plot: Plot): void => {
  const boxes = new Map<string, Box>()
  const rights = new Map<number, number>()
  const things = [
    ...plot.timeline.strips.cells.map((cell) => ({
      moment: cell.appended,
      draw: () => drawCell(plot, cell, rights, boxes),
    })),
    ...plot.timeline.strips.notAppended.map((mark) => ({
      moment: mark.moment,
      draw: () => drawNotAppended(plot, mark, rights),
    })),
    ...plot.timeline.strips.cuts.map((mark) => ({
      moment: mark.moment,
      draw: () => drawCut(plot, mark, rights),
    })),
  ].sort((a, b) => compareMoments(a.moment, b.moment))
  for (const thing of things) thing.draw()
  const { watermarks } = plot.timeline.strips
  for (const [i, mark] of watermarks.entries()) drawWatermark(plot, mark, watermarks[i + 1], boxes)
}

const drawCell = (plot: Plot, cell: Cell, rights: Map<number, number>, boxes: Map<string, Box>): void => {
  const line = plot.line(cell.node, cell.partition)
  if (line === null || (cell.role === 'follower' && !plot.timeline.lanes.showReplicas)) return
  const time = plot.x({ at: cell.appended.at, tie: 0 })
  if (isThin(plot, line)) return drawTick(plot, cell, time, line)
  const size = sizeIn(plot, line, cell.role)
  const name = batchName(cell.records)
  const note = noteOf(plot, cell, name, size.less)
  const length = note?.length ?? Math.max(plot.cellLength - size.less, name.length > 2 ? 12 + name.length * 7 : 0)
  const along = seat(rights, line, time, length)
  const box = { along, across: line + size.top, length, breadth: size.height }
  boxes.set(cell.id, box)
  drawCellMarks(plot, cell, box, { name, note: note?.text ?? null }, { along: time, across: line })
  const key = `cell ${cell.id}`
  block(plot.sketch, key, box, cell.appended)
  anchor(plot.sketch, key, box)
  if (cell.role === 'leader') askOffset(plot, cell, box, note === null)
  else if (note === null) askStamp(plot, cell, box)
}

const drawCellMarks = (
  plot: Plot,
  cell: Cell,
  box: Box,
  { name, note }: { readonly name: string; readonly note: string | null },
  time: { along: number; across: number },
): void => {
  const { sketch } = plot
  if (box.along > time.along + 1)
    draw(sketch, {
      ...ownOf(cell),
      id: `lead ${cell.id}`,
      shape: 'line',
      class: 'cell-leader',
      a: { along: time.along + 10, across: time.across + 2 },
      b: { along: box.along + 6, across: box.across },
    })
  for (const { id, window, state } of looksOf(cell))
    draw(sketch, { ...ownOf(cell), ...window, id, shape: 'rect', box, radius: 4, class: CLASSES[state] })
  const across = box.across + box.breadth / 2 + 4.7
  const at = { along: note === null ? box.along + box.length / 2 : box.along + NOTE.padding, across }
  const anchored = note === null ? 'middle' : 'start'
  const letter = { ...ownOf(cell), at, text: name, weight: 650, size: 13, anchor: anchored } as const
  const until = cell.removed?.moment
  const ink = cell.secondCopy ? 'text-loss' : 'text-data'
  if (note !== null)
    draw(
      sketch,
      textMark({
        ...ownOf(cell),
        id: `cell note ${cell.id}`,
        class: 'text-ink3',
        at: { along: box.along + box.length - NOTE.padding, across },
        text: note,
        family: 'code',
        anchor: 'end',
        ...(until === undefined ? {} : { until }),
      }),
    )
  draw(
    sketch,
    textMark({ ...letter, id: `cell letter ${cell.id}`, class: ink, ...(until === undefined ? {} : { until }) }),
  )
  if (until !== undefined)
    draw(sketch, textMark({ ...letter, id: `cell letter ${cell.id} gone`, class: 'text-loss', shows: until }))
}

const drawTick = ({ sketch }: Plot, cell: Cell, along: number, line: number): void => {
  const place = { shape: 'line', a: { along, across: line }, b: { along, across: line + 8 } } as const
  for (const { id, window, state } of looksOf(cell))
    draw(sketch, { ...ownOf(cell), ...window, ...place, id, class: TICKS[state] })
  anchor(sketch, `cell ${cell.id}`, { along: along - 1, across: line, length: 2, breadth: 8 })
  if (!cell.secondCopy || cell.role === 'follower') return
  sketch.asks.push({
    id: `second ${cell.id}`,
    isFar: true,
    must: true,
    rank: 2,
    from: cell.appended,
    name: cell.message,
    records: cell.records,
    lines: [plainLine(markWords.secondCopyOf(batchName(cell.records)), 'text-loss', 550)],
    candidates: [
      { along: along + 5, across: line - 6, anchor: 'start' },
      { along: along - 5, across: line - 6, anchor: 'end' },
    ],
  })
}

const askOffset = (plot: Plot, cell: Cell, box: Box, withStamp: boolean): void => {
  const middle = box.along + box.length / 2
  const low = box.across + box.breadth + 15
  const side = box.across + box.breadth / 2 + 4
  const lines: LabelLine[] = [plainLine(markWords.offset(cell.offset, cell.lastOffset), 'text-ink3', 400, 'code')]
  const stamp = withStamp ? stampText(plot, cell) : null
  if (stamp !== null) lines.push(plainLine(stamp, 'text-ink3', 400, 'code'))
  plot.sketch.asks.push({
    id: `offset ${cell.id}`,
    must: true,
    rank: 0,
    tight: true,
    from: cell.appended,
    name: cell.message,
    records: cell.records,
    lines,
    candidates: [
      { along: middle, across: low, anchor: 'middle' },
      { along: box.along - 5, across: side, anchor: 'end' },
      { along: box.along + box.length + 5, across: side, anchor: 'start' },
    ],
  })
}
