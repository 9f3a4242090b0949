/**
 * Cells of the logs, the high watermark, and what was not appended.
 *
 *   ──●────────────●──────────●──────
 *     ┌┄┄┐ │HW 1   ┌ ┄ ┄┐      ┃┌┄┄┄┐
 *     ┆A ┆ │       ┆ ∕  ┆      ┃┆ C ┆     second copy: solid, loss
 *     └┄┄┘ │       └ ┄ ┄┘      ┃└┄┄┄┘
 *      0            not        OUT_OF_ORDER_
 *                   appended   SEQUENCE_NUMBER
 */
import { batchName, markWords } from '../../words/en/marks.ts'
import type { Cell, NotAppended, Watermark } from '../logStrips.ts'
import type { Plot } from './plot.ts'
import type { Box } from './primitive.ts'
import { anchor, type Ask, block, type Candidate, draw, type LabelLine, plainLine, textMark } from './sketch.ts'

const LEADER = { top: 12, height: 28, less: 0 } as const
const FOLLOWER = { top: 9, height: 24, less: 3 } as const
/** A code is broken after an underscore into lines of at most this many characters. */
const CODE_LINE = 15

export const drawCells = (plot: Plot): void => {
  const boxes = new Map<string, Box>()
  const rights = new Map<number, number>()
  const things = [
    ...plot.timeline.strips.cells.map((cell) => ({ moment: cell.appended, draw: () => drawCell(plot, cell, rights, boxes) })),
    ...plot.timeline.strips.notAppended.map((mark) => ({ moment: mark.moment, draw: () => drawNotAppended(plot, mark, rights) })),
  ].sort((a, b) => a.moment.at - b.moment.at || a.moment.tie - b.moment.tie)
  for (const thing of things) thing.draw()
  plot.timeline.strips.watermarks.forEach((mark, i) => drawWatermark(plot, mark, plot.timeline.strips.watermarks[i + 1], boxes))
}

/** Two cells closer than their width: the later shifts right, with a hairline to its true time. */
const seat = (rights: Map<number, number>, line: number, along: number, length: number): number => {
  const right = rights.get(line)
  const x = right !== undefined && right > along - 2 ? right + 3 : along
  rights.set(line, x + length)
  return x
}

const drawCell = (plot: Plot, cell: Cell, rights: Map<number, number>, boxes: Map<string, Box>): void => {
  const line = plot.line(cell.node, cell.partition)
  if (line === null || (cell.role === 'follower' && !plot.timeline.lanes.showReplicas)) return
  const time = plot.x({ at: cell.appended.at, tie: 0 })
  if (plot.zoom === 'overview') return drawTick(plot, cell, time, line)
  const size = cell.role === 'leader' ? LEADER : FOLLOWER
  const name = batchName(cell.records)
  const length = Math.max(plot.cellLength - size.less, name.length > 2 ? 12 + name.length * 7 : 0)
  const along = seat(rights, line, time, length)
  const box = { along, across: line + size.top, length, breadth: size.height }
  boxes.set(cell.id, box)
  drawCellMarks(plot, cell, box, name, { along: time, across: line })
  const key = `cell ${cell.node} ${cell.partition} ${cell.offset}`
  block(plot.sketch, key, box, cell.appended)
  anchor(plot.sketch, key, box)
  if (cell.role === 'leader') askOffset(plot, cell, box)
}

const ownOf = (cell: Cell) => ({ from: cell.appended, name: cell.message, records: cell.records, layer: 'cell' }) as const

const drawCellMarks = ({ sketch }: Plot, cell: Cell, box: Box, name: string, time: { along: number; across: number }): void => {
  const own = ownOf(cell)
  if (box.along > time.along + 1)
    draw(sketch, { ...own, id: `lead ${cell.id}`, shape: 'line', class: 'cell-leader', a: { along: time.along + 10, across: time.across + 2 }, b: { along: box.along + 6, across: box.across } })
  const shape = { ...own, shape: 'rect', box, radius: 4 } as const
  const passed = cell.replicated
  if (cell.secondCopy) draw(sketch, { ...shape, id: `cell ${cell.id}`, class: 'cell-second' })
  else {
    draw(sketch, { ...shape, id: `cell ${cell.id}`, class: 'cell-leader-only', ...(passed === null ? {} : { until: passed }) })
    if (passed !== null) draw(sketch, { ...shape, id: `cell ${cell.id} replicated`, class: 'cell-replicated', shows: passed })
  }
  const at = { along: box.along + box.length / 2, across: box.across + box.breadth / 2 + 4.7 }
  draw(sketch, textMark({ ...own, id: `cell letter ${cell.id}`, class: cell.secondCopy ? 'text-loss' : 'text-data', at, text: name, weight: 650, size: 13, anchor: 'middle' }))
}

const drawTick = ({ sketch }: Plot, cell: Cell, along: number, line: number): void => {
  const own = { ...ownOf(cell), shape: 'line', a: { along, across: line }, b: { along, across: line + 8 } } as const
  if (cell.secondCopy) return draw(sketch, { ...own, id: `cell ${cell.id}`, class: 'cell-tick-second' })
  draw(sketch, { ...own, id: `cell ${cell.id}`, class: 'cell-tick-leader-only', ...(cell.replicated === null ? {} : { until: cell.replicated }) })
  if (cell.replicated !== null) draw(sketch, { ...own, id: `cell ${cell.id} replicated`, class: 'cell-tick-replicated', shows: cell.replicated })
}

const askOffset = (plot: Plot, cell: Cell, box: Box): void => {
  const middle = box.along + box.length / 2
  const low = box.across + box.breadth + 15
  const side = box.across + box.breadth / 2 + 4
  const lines: LabelLine[] = [plainLine(markWords.offset(cell.offset, cell.lastOffset), 'text-ink3', 400, 'code')]
  if ((plot.zoom === 'detail' || plot.zoom === 'wire') && cell.baseSequence !== null) lines.push(plainLine(markWords.sequence(cell.baseSequence), 'text-ink3', 400, 'code'))
  plot.sketch.asks.push({
    id: `offset ${cell.id}`, must: true, rank: 0, tight: true, from: cell.appended, name: cell.message, records: cell.records, lines,
    candidates: [
      { along: middle, across: low, anchor: 'middle' },
      { along: box.along - 5, across: side, anchor: 'end' },
      { along: box.along + box.length + 5, across: side, anchor: 'start' },
    ],
  })
}

// ── high watermark ─────────────────────────────────────────────────────────────────────────────────────────────────

/** The rule stands at its time, right behind the last cell under it. */
const drawWatermark = (plot: Plot, mark: Watermark, next: Watermark | undefined, boxes: ReadonlyMap<string, Box>): void => {
  const line = plot.line(mark.node, mark.partition)
  if (line === null) return
  const { sketch } = plot
  const time = plot.x({ at: mark.moment.at, tie: 0 })
  const under = [...plot.timeline.strips.cells].reverse().find((cell) => cell.node === mark.node && cell.partition === mark.partition && cell.lastOffset === mark.value - 1)
  const box = under === undefined ? undefined : boxes.get(under.id)
  const near = box !== undefined && Math.abs(box.along + box.length - time) < 20
  const along = near ? Math.max(time, box.along + box.length + 3) : time
  const foot = line + (plot.zoom === 'overview' ? 14 : LEADER.top + LEADER.height)
  const own = { from: mark.moment, name: mark.node } as const
  draw(sketch, { ...own, id: mark.id, layer: 'cell', shape: 'line', class: 'watermark', a: { along, across: line + 2 }, b: { along, across: foot } })
  if (plot.zoom === 'overview') return
  block(sketch, mark.id, { along: along - 1, across: line + 4, length: 2, breadth: foot - line - 4 }, mark.moment)
  anchor(sketch, mark.id, { along: along - 1, across: foot - 2, length: 2, breadth: 2 })
  const beside: Candidate = { along: along + 5, across: line + LEADER.top + LEADER.height / 2 + 4.5, anchor: 'start' }
  const below: Candidate[] = [
    { along: along + 3, across: foot + 15, anchor: 'start' },
    { along: along + 5, across: foot + 33, anchor: 'start' },
    { along: along - 5, across: foot + 33, anchor: 'end' },
  ]
  const ask: Omit<Ask, 'id' | 'candidates' | 'must' | 'rank'> = { ...own, anchor: mark.id, lines: [plainLine(markWords.highWatermark(mark.value), 'text-data', 550, 'code')] }
  // The last one must show; one that is not the last shows only beside its rule.
  if (next === undefined) sketch.asks.push({ ...ask, id: `${mark.id} words`, must: true, rank: 2, candidates: [beside, ...below] })
  else sketch.asks.push({ ...ask, id: `${mark.id} words`, must: false, rank: 4, candidates: [beside], fallback: { candidates: below, until: next.moment } })
}

// ── not appended ───────────────────────────────────────────────────────────────────────────────────────────────────

const drawNotAppended = (plot: Plot, mark: NotAppended, rights: Map<number, number>): void => {
  const line = plot.line(mark.node, mark.partition)
  if (line === null) return
  const { sketch } = plot
  const gap = mark.kind === 'gap'
  const time = plot.x({ at: mark.moment.at, tie: 0 })
  const length = plot.zoom === 'overview' ? 8 : plot.cellLength
  const along = plot.zoom === 'overview' ? time : seat(rights, line, time, length)
  const box = { along, across: line + LEADER.top, length, breadth: plot.zoom === 'overview' ? 8 : LEADER.height }
  const own = { from: mark.moment, name: mark.message, records: mark.records, layer: 'cell' } as const
  draw(sketch, { ...own, id: mark.id, shape: 'rect', class: mark.kind === 'duplicate' ? 'cell-duplicate' : 'cell-refused', box, radius: 4 })
  if (plot.zoom !== 'overview') {
    const at = { along: along + length / 2, across: box.across + box.breadth / 2 + 4.7 }
    draw(sketch, textMark({ ...own, id: `${mark.id} letter`, class: 'text-doubt', at, text: batchName(mark.records), weight: 650, size: 13, anchor: 'middle' }))
  }
  if (mark.kind === 'duplicate')
    draw(sketch, { ...own, id: `${mark.id} stroke`, shape: 'line', class: 'duplicate-stroke', a: { along: along + 3, across: box.across + box.breadth - 3 }, b: { along: along + length - 3, across: box.across + 3 } })
  if (gap) draw(sketch, { ...own, id: `${mark.id} gap`, shape: 'line', class: 'gap-bar', a: { along: along - 5, across: box.across - 1 }, b: { along: along - 5, across: box.across + box.breadth + 1 } })
  const blocked = gap ? { ...box, along: along - 7, length: length + 7 } : box
  block(sketch, mark.id, blocked, mark.moment)
  anchor(sketch, mark.id, box)
  askWhy(plot, mark, box)
}

const askWhy = (plot: Plot, mark: NotAppended, box: Box): void => {
  const low = box.across + box.breadth + 16
  const middle = box.along + box.length / 2
  const candidates: Candidate[] = [
    { along: mark.kind === 'duplicate' ? middle : box.along, across: low, anchor: mark.kind === 'duplicate' ? 'middle' : 'start' },
    { along: box.along, across: low, anchor: 'start' },
    { along: box.along + box.length, across: low, anchor: 'end' },
    { along: box.along + box.length + 6, across: box.across + 12, anchor: 'start' },
    { along: box.along - 10, across: box.across + 12, anchor: 'end' },
    { along: box.along, across: low + 62, anchor: 'start' },
  ]
  plot.sketch.asks.push({
    id: `${mark.id} words`, must: true, rank: 1, from: mark.moment, name: mark.message, records: mark.records, candidates, anchor: mark.id, lines: whyLines(plot, mark),
  })
}

const whyLines = (plot: Plot, mark: NotAppended): readonly LabelLine[] => {
  if (mark.kind === 'duplicate') return markWords.notAppended.map((text) => plainLine(text, 'text-doubt', 550))
  const code = breakCode(mark.code ?? '').map((text) => plainLine(text, 'text-doubt', 550, 'code'))
  if (plot.zoom === 'overview') return code.slice(0, 1)
  if (mark.byFault) return [...code, plainLine(markWords.refusedOnce, 'text-ink2'), plainLine(markWords.byYou, 'text-ink2')]
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

