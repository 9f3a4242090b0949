/**
 * A crash and its end.
 *
 *   ────✕┄┄┄┄┄┄┄┄○────
 *     crash      back
 */
import { markWords } from '../../words/en/marks.ts'
import { clusterMarks } from '../../words/en/marksOfCluster.ts'
import type { CrashMark } from '../marks.ts'
import type { Moment } from '../moment.ts'
import { CRASH_SHIFT } from './drawLanes.ts'
import type { Plot } from './plot.ts'
import { anchor, block, boxAround, draw, plainLine } from './sketch.ts'

export const drawCrash = (plot: Plot, mark: CrashMark): void => {
  const across = plot.line(mark.node, null)
  if (across === null) return
  const { sketch } = plot
  const own = { from: mark.moment, name: mark.node, layer: 'chip' } as const
  const at = { along: plot.x(mark.moment) + CRASH_SHIFT, across }
  draw(sketch, { ...own, id: mark.id, shape: 'disc', class: 'loss-disc', at, radius: 9 })
  draw(sketch, { ...own, id: `${mark.id} sign`, shape: 'glyph', class: 'loss-glyph', at, glyph: 'cross' })
  block(sketch, mark.id, boxAround(at, 10), mark.moment)
  anchor(sketch, mark.id, boxAround(at, 10))
  sketch.asks.push({
    id: `${mark.id} words`,
    isFar: true,
    must: true,
    rank: 1,
    from: mark.moment,
    name: mark.node,
    anchor: mark.id,
    candidates: [
      { along: at.along + 14, across: across - 20, anchor: 'start' },
      { along: at.along + 14, across: across + 16, anchor: 'start' },
      { along: at.along, across: across - 28, anchor: 'middle' },
      { along: at.along, across: across + 26, anchor: 'middle' },
    ],
    lines: [
      plainLine(mark.diskLost ? clusterMarks.crashWithDisk : markWords.crash, 'text-loss', 550),
      plainLine(markWords.byYou, 'text-ink2'),
    ],
  })
  if (mark.back !== null) drawBack(plot, mark, mark.back, across)
}

const drawBack = (plot: Plot, mark: CrashMark, moment: Moment, across: number): void => {
  const { sketch } = plot
  // What the node does in the very millisecond in which it is back stands at its time; the ring stands before it.
  const busy = plot.timeline.bars.some((bar) => bar.node === mark.node && bar.from.at === moment.at)
  const back = { along: plot.x(moment) - (busy ? CRASH_SHIFT + 4 : 0), across }
  draw(sketch, {
    from: moment,
    name: mark.node,
    layer: 'chip',
    id: `${mark.id} back`,
    shape: 'glyph',
    class: 'ring-back',
    at: back,
    glyph: 'ring',
  })
  block(sketch, `${mark.id} back`, boxAround(back, 6), moment)
  anchor(sketch, `${mark.id} back`, boxAround(back, 6))
  sketch.asks.push({
    id: `${mark.id} back words`,
    must: false,
    rank: 3,
    from: moment,
    name: mark.node,
    candidates: [
      { along: back.along, across: across - 12, anchor: 'middle' },
      { along: back.along - 12, across: across - 12, anchor: 'end' },
      { along: back.along, across: across + 20, anchor: 'middle' },
    ],
    lines: [plainLine(markWords.back, 'text-ink2')],
  })
}
