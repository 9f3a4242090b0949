/**
 * A silent connection: nothing gets through from the ✕ of the first lost message to the close.
 *
 *   ✕··················┤ closed
 *     nothing gets through
 */
import { markWords } from '../../words/en/marks.ts'
import type { SilentMark } from '../marks.ts'
import type { Plot } from './plot.ts'
import type { Point } from './primitive.ts'
import { type Ask, anchor, block, cross, draw, plainLine } from './sketch.ts'

/** Level, from the ✕ of the first lost message to a tick at the close, through folds. */
export const drawSilence = (plot: Plot, mark: SilentMark): void => {
  const { sketch } = plot
  const at = sketch.anchors.get(`loss ${mark.message}`)?.[0]
  const fact = plot.timeline.messages.find((one) => one.name === mark.message)
  if (at === undefined || fact === undefined) return
  const across = at.across + at.breadth / 2
  const x0 = at.along + at.length
  const closed = mark.closed
  const x1 = plot.x(closed ?? plot.timeline.end)
  const from = fact.lostAt ?? fact.lands
  const own = { from, name: mark.message, records: fact.records } as const
  draw(sketch, {
    ...own,
    id: mark.id,
    layer: 'message',
    shape: 'line',
    class: 'silent-line',
    a: { along: x0, across },
    b: { along: x1, across },
    travels: true,
    lands: closed ?? plot.timeline.end,
  })
  cross(sketch, { along: x0, across }, { along: x1, across }, from)
  askNothingGetsThrough(plot, mark, own, { x0, x1, across })
  if (closed !== null) drawClose(plot, mark, { ...own, from: closed }, { along: x1, across })
}

type Own = Pick<Ask, 'from'> & { readonly name: string; readonly records: readonly string[] }

const askNothingGetsThrough = (
  { sketch }: Plot,
  mark: SilentMark,
  own: Own,
  { x0, x1, across }: { readonly x0: number; readonly x1: number; readonly across: number },
): void => {
  const middle = (x0 + x1) / 2 + 4
  sketch.asks.push({
    ...own,
    id: `${mark.id} words`,
    must: true,
    rank: 3,
    anchor: `loss ${mark.message}`,
    candidates: [
      { along: middle, across: across + 18, anchor: 'middle' },
      { along: x0 + 4, across: across + 18, anchor: 'start' },
      { along: x1 - 4, across: across + 18, anchor: 'end' },
      { along: middle, across: across - 8, anchor: 'middle' },
    ],
    lines: [plainLine(markWords.nothingGetsThrough, 'text-loss')],
  })
}

const drawClose = (plot: Plot, mark: SilentMark, own: Own, { along: x1, across }: Point): void => {
  const { sketch } = plot
  draw(sketch, {
    ...own,
    id: `${mark.id} closed`,
    layer: 'message',
    shape: 'line',
    class: 'silent-end',
    a: { along: x1, across: across - 7 },
    b: { along: x1, across: across + 7 },
  })
  const box = { along: x1 - 2, across: across - 7, length: 4, breadth: 14 }
  block(sketch, `${mark.id} closed`, box, own.from)
  anchor(sketch, `${mark.id} closed`, box)
  for (const timeout of plot.timeline.marks.timeouts)
    if (timeout.moment.at === own.from.at) anchor(sketch, timeout.id, box)
  sketch.asks.push({
    ...own,
    id: `${mark.id} closed words`,
    must: true,
    rank: 1,
    candidates: [
      { along: x1 + 7, across: across + 4, anchor: 'start' },
      { along: x1, across: across + 22, anchor: 'middle' },
      { along: x1, across: across - 12, anchor: 'middle' },
    ],
    lines: [plainLine(markWords.closed, 'text-loss')],
  })
}
