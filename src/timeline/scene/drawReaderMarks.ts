/**
 * Ticks on a reader's lane, standing up over its chips: what is committed, where it begins, what fails.
 *
 *   ▏committed 2
 *   ▏
 *  [C]─────────
 */
import type { ReaderMark } from '../readerMarks.ts'
import { breakCode } from './drawNotAppended.ts'
import type { Plot } from './plot.ts'
import { anchor, block, draw, plainLine } from './sketch.ts'

const UP = 18

export const drawReaderMarks = (plot: Plot): void => {
  for (const mark of plot.timeline.readerMarks) {
    const across = plot.line(mark.node, null)
    if (across !== null) drawMark(plot, mark, across)
  }
}

const drawMark = (plot: Plot, mark: ReaderMark, across: number): void => {
  const { sketch } = plot
  const { id, moment, node } = mark
  const along = plot.x(moment)
  const isTrouble = mark.is === 'trouble'
  const own = { from: moment, name: node } as const
  draw(sketch, {
    ...own,
    id,
    layer: 'message',
    shape: 'line',
    class: isTrouble ? 'timeout-tick' : 'commit-tick',
    a: { along, across: across - UP },
    b: { along, across },
  })
  const box = { along: along - 1, across: across - UP, length: 2, breadth: UP - 10 }
  block(sketch, id, box, moment)
  anchor(sketch, id, box)
  const ink = isTrouble ? 'text-doubt' : 'text-ink2'
  sketch.asks.push({
    ...own,
    id: `${id} words`,
    anchor: id,
    isFar: isTrouble,
    must: isTrouble || mark.is === 'found' || mark.isLast,
    rank: isTrouble ? 1 : 3,
    candidates: [
      { along: along + 5, across: across - 12, anchor: 'start' },
      { along: along - 5, across: across - 12, anchor: 'end' },
      { along, across: across - UP - 5, anchor: 'middle' },
      { along: along + 5, across: across + 19, anchor: 'start' },
    ],
    lines: [
      ...mark.lines.map((text) => plainLine(text, ink, isTrouble ? 550 : 400)),
      ...breakCode(mark.code ?? '').flatMap((text) => (text === '' ? [] : [plainLine(text, ink, 400, 'code')])),
    ],
  })
}
