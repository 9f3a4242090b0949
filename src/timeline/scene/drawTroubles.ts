/**
 * What holds a node up while its process lives, and a broker that is shut down in order.
 *
 *   paused              cut off               falls behind
 *   ──▐‖        ▌──     ══════════════        ──┃── ── ── ──○──
 */

import { markWords } from '../../words/en/marks.ts'
import { clusterMarks } from '../../words/en/marksOfCluster.ts'
import type { NodeId } from '../fromEngine.ts'
import { lanesHit } from '../lanes.ts'
import type { CrashMark } from '../marks.ts'
import type { Moment } from '../moment.ts'
import type { CutOffMark, LagMark, PauseMark } from '../troubles.ts'
import { drawCrash } from './drawCrash.ts'
import type { Plot } from './plot.ts'
import type { Point } from './primitive.ts'
import { anchor, block, boxAround, draw, plainLine } from './sketch.ts'

/** With several partitions, what happens to a broker is drawn on every lane it leads. */
const linesHit = (
  plot: Plot,
  node: NodeId,
  at: Moment,
): readonly { readonly across: number; readonly tail: string }[] => {
  const { lanes, leaders } = plot.timeline
  return lanesHit(lanes.lanes, leaders.reigns, node, at).map((lane) => ({
    across: plot.lanes.lines[lane.id] ?? 0,
    tail: lane.kind === 'partition' ? ` ${lane.id}` : '',
  }))
}

export const drawOutages = (plot: Plot): void => {
  for (const mark of plot.timeline.marks.crashes)
    for (const { across, tail } of linesHit(plot, mark.node, mark.moment)) {
      // By the time it is back, another leads that partition.
      const back = tail === '' ? mark.back : null
      const own = { ...mark, back, id: `${mark.id}${tail}` }
      if (mark.how === 'crash') drawCrash({ ...plot, line: () => across }, own)
      else drawStop(plot, own, across)
    }
}

export const drawTroubles = (plot: Plot): void => {
  const { pauses, cutOffs, lags } = plot.timeline.marks
  for (const mark of pauses)
    for (const { across, tail } of linesHit(plot, mark.node, mark.moment))
      drawPause(plot, { ...mark, id: `${mark.id}${tail}` }, across)
  for (const mark of cutOffs)
    for (const { across, tail } of linesHit(plot, mark.node, mark.moment))
      drawCutOff(plot, { ...mark, id: `${mark.id}${tail}` }, across)
  for (const mark of lags) {
    const across = plot.line(mark.node, null)
    if (across !== null) drawLag(plot, mark, across)
  }
}

const ask = (plot: Plot, id: string, from: Moment, node: NodeId, at: Point, words: readonly string[]): void => {
  plot.sketch.asks.push({
    id: `${id} words`,
    isFar: true,
    must: true,
    rank: 1,
    from,
    name: node,
    anchor: id,
    candidates: [
      { along: at.along, across: at.across - 31, anchor: 'start' },
      { along: at.along, across: at.across + 24, anchor: 'start' },
      { along: at.along - 8, across: at.across - 31, anchor: 'end' },
      { along: at.along - 8, across: at.across + 24, anchor: 'end' },
    ],
    lines: [...words.map((text) => plainLine(text, 'text-loss', 550)), plainLine(markWords.byYou, 'text-ink2')],
  })
}

/** A box with two bars, as long as it stands still. */
const drawPause = (plot: Plot, mark: PauseMark, across: number): void => {
  const { sketch } = plot
  const along = plot.x(mark.moment)
  const end = mark.until === null ? plot.axis.end : plot.x(mark.until)
  const own = { from: mark.moment, name: mark.node, layer: 'line' } as const
  const box = { along, across: across - 9, length: Math.max(18, end - along), breadth: 18 }
  const lands = mark.until ?? plot.timeline.end
  draw(sketch, { ...own, id: mark.id, shape: 'rect', class: 'pause-box', box, radius: 4, grows: true, lands })
  for (const bar of [7, 12])
    draw(sketch, {
      ...own,
      id: `${mark.id} bar ${bar}`,
      layer: 'chip',
      shape: 'line',
      class: 'pause-bar',
      a: { along: along + bar, across: across - 4 },
      b: { along: along + bar, across: across + 4 },
    })
  const sign = { ...box, length: 18 }
  block(sketch, mark.id, sign, mark.moment)
  anchor(sketch, mark.id, sign)
  anchor(sketch, `resumed ${mark.node} ${mark.until?.at}`, { ...box, along: end - 4, length: 4 })
  ask(plot, mark.id, mark.moment, mark.node, { along, across }, [clusterMarks.paused])
}

const RAIL = 6
/** Dashed rails above and below the lane. */
const drawCutOff = (plot: Plot, mark: CutOffMark, across: number): void => {
  const { sketch } = plot
  const along = plot.x(mark.moment)
  const end = mark.until === null ? plot.axis.end : plot.x(mark.until)
  for (const side of [-RAIL, RAIL])
    draw(sketch, {
      id: `${mark.id} ${side < 0 ? 'above' : 'below'}`,
      layer: 'line',
      shape: 'line',
      class: 'cut-rail',
      from: mark.moment,
      lands: mark.until ?? plot.timeline.end,
      a: { along, across: across + side },
      b: { along: end, across: across + side },
      travels: true,
      name: mark.node,
    })
  const start = { along: along - 1, across: across - RAIL, length: 8, breadth: 2 * RAIL }
  block(sketch, mark.id, start, mark.moment)
  anchor(sketch, mark.id, start)
  anchor(sketch, `healed ${mark.node} ${mark.until?.at}`, { ...start, along: end - 8 })
  ask(plot, mark.id, mark.moment, mark.node, { along, across }, clusterMarks.cutOff(mark.from, mark.way))
}

/** A tick where it stops fetching, a ring where it goes on. */
const drawLag = (plot: Plot, mark: LagMark, across: number): void => {
  const { sketch } = plot
  const along = plot.x(mark.moment)
  const own = { name: mark.node, layer: 'chip' } as const
  draw(sketch, {
    ...own,
    from: mark.moment,
    id: mark.id,
    shape: 'line',
    class: 'lag-tick',
    a: { along, across: across - 7 },
    b: { along, across: across + 7 },
  })
  const box = { along: along - 2, across: across - 7, length: 4, breadth: 14 }
  block(sketch, mark.id, box, mark.moment)
  anchor(sketch, mark.id, box)
  ask(plot, mark.id, mark.moment, mark.node, { along, across }, [clusterMarks.fallsBehind])
  if (mark.until !== null) drawRing(plot, mark, mark.until, across, clusterMarks.fetchesAgain)
}

const drawStop = (plot: Plot, mark: CrashMark, across: number): void => {
  const { sketch } = plot
  const at = { along: plot.x(mark.moment) + 16, across }
  const own = { from: mark.moment, name: mark.node, layer: 'chip' } as const
  draw(sketch, { ...own, id: mark.id, shape: 'disc', class: 'loss-disc', at, radius: 5 })
  block(sketch, mark.id, boxAround(at, 6), mark.moment)
  anchor(sketch, mark.id, boxAround(at, 6))
  ask(plot, mark.id, mark.moment, mark.node, { along: at.along + 10, across }, [clusterMarks.stopped])
  if (mark.back !== null) drawRing(plot, mark, mark.back, across, markWords.back)
}

const drawRing = (
  plot: Plot,
  mark: { id: string; node: NodeId },
  moment: Moment,
  across: number,
  text: string,
): void => {
  const { sketch } = plot
  const at = { along: plot.x(moment), across }
  const own = { from: moment, name: mark.node } as const
  draw(sketch, {
    ...own,
    id: `${mark.id} back`,
    layer: 'chip',
    shape: 'glyph',
    class: 'ring-back',
    at,
    glyph: 'ring',
  })
  block(sketch, `${mark.id} back`, boxAround(at, 6), moment)
  anchor(sketch, `${mark.id} back`, boxAround(at, 6))
  sketch.asks.push({
    ...own,
    id: `${mark.id} back words`,
    must: false,
    rank: 3,
    candidates: [
      { along: at.along, across: across - 12, anchor: 'middle' },
      { along: at.along - 12, across: across - 12, anchor: 'end' },
      { along: at.along, across: across + 20, anchor: 'middle' },
    ],
    lines: [plainLine(text, 'text-ink2')],
  })
}
