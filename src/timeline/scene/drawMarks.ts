/**
 * Marks at one place: time-outs, ends of connections, waits at the broker, pins.
 *
 *   ──┃────── request.timeout.ms
 *     ✕·········┤ closed
 */
import { batchName } from '../../words/en/batchName.ts'
import { markWords } from '../../words/en/marks.ts'
import type { Reconnect } from '../connectionEnds.ts'
import { isFrom } from '../fromEngine.ts'
import { RULER } from '../laneLayout.ts'
import type { TimeoutMark, WaitMark } from '../marks.ts'
import { type Moment, START } from '../moment.ts'
import type { Timeline } from '../timeline.ts'
import { drawReaderMarks } from './drawReaderMarks.ts'
import { drawReigns } from './drawReigns.ts'
import { drawSilence } from './drawSilence.ts'
import { drawStateDots } from './drawStateDots.ts'
import { drawTimers } from './drawTimers.ts'
import { drawOutages, drawTroubles } from './drawTroubles.ts'
import type { Plot } from './plot.ts'
import { anchor, block, draw, type LabelLine, plainLine } from './sketch.ts'

export const drawMarks = (plot: Plot): void => {
  const { marks } = plot.timeline
  for (const mark of marks.timeouts) drawTimeout(plot, mark)
  for (const mark of marks.silences) drawSilence(plot, mark)
  for (const mark of marks.waits) drawWait(plot, mark)
  drawOutages(plot)
  drawTroubles(plot)
  drawReigns(plot)
  drawReaderMarks(plot)
  drawEnds(plot)
  drawReconnects(plot)
  drawTimers(plot)
  drawStateDots(plot)
  drawPins(plot)
}

const drawTimeout = (plot: Plot, mark: TimeoutMark): void => {
  const across = plot.line(mark.node, null)
  if (across === null) return
  const { sketch } = plot
  const along = plot.x(mark.moment)
  const own = { from: mark.moment, name: mark.node, records: mark.records } as const
  draw(sketch, {
    ...own,
    id: mark.id,
    layer: 'chip',
    shape: 'line',
    class: 'timeout-tick',
    a: { along, across: across - 15 },
    b: { along, across: across + 15 },
  })
  const box = { along: along - 2, across: across - 15, length: 4, breadth: 30 }
  block(sketch, mark.id, box, mark.moment)
  anchor(sketch, mark.id, box)
  sketch.asks.push({
    ...own,
    id: `${mark.id} words`,
    must: true,
    rank: 1,
    anchor: mark.id,
    candidates: [
      { along, across: across - 22, anchor: 'middle' },
      { along: along - 4, across: across - 22, anchor: 'end' },
      { along: along - 8, across: across - 36, anchor: 'middle' },
      { along, across: across - 38, anchor: 'end' },
    ],
    lines: [plainLine(mark.setting, 'text-doubt', 400, 'code')],
  })
}

/** Landed, and the broker still serves an earlier request of the connection. */
const drawWait = (plot: Plot, mark: WaitMark): void => {
  const fact = plot.timeline.messages.find((one) => one.name === mark.message)
  if (fact === undefined) return
  const across = plot.line(fact.to, fact.partition)
  if (across === null) return
  const { sketch } = plot
  const a = { along: plot.x(mark.from), across }
  const b = { along: plot.x(mark.until), across }
  draw(sketch, {
    id: mark.id,
    layer: 'message',
    shape: 'line',
    class: 'wait-at-broker',
    from: mark.from,
    lands: mark.until,
    a,
    b,
    travels: true,
    name: fact.name,
    records: fact.records,
  })
  anchor(sketch, mark.id, { along: a.along, across: across - 2, length: b.along - a.along, breadth: 4 })
  sketch.asks.push({
    id: `${mark.id} words`,
    must: false,
    rank: 3,
    from: mark.from,
    name: fact.name,
    records: fact.records,
    candidates: [
      { along: (a.along + b.along) / 2, across: across - 7, anchor: 'middle' },
      { along: a.along + 2, across: across - 7, anchor: 'start' },
      { along: b.along + 4, across: across - 7, anchor: 'start' },
      { along: a.along - 12, across: across - 7, anchor: 'end' },
    ],
    lines: [plainLine(markWords.behind(batchName(mark.behind)), 'text-ink2')],
  })
}

/** What is sent the moment a connection stands hides the lane there: the tick and its words look out above it. */
const ABOVE_CHIP = 17

/** The end of a connection is a tick of 6 px on the client's lane; its words stand from Detail on. */
const drawEnds = (plot: Plot): void => {
  const isClose = plot.zoom === 'detail' || plot.zoom === 'wire'
  for (const end of plot.timeline.marks.ends) {
    // How brokers lose each other is shown by what becomes of their fetches.
    if (end.by === 'client' || (isFrom('broker', end.node) && !isClose)) continue
    drawTick(plot, end, 'ended-tick', isClose ? plainLine(markWords.connectionEnded, 'text-loss') : null)
  }
}

const drawReconnects = (plot: Plot): void => {
  if (plot.zoom !== 'wire') return
  for (const mark of plot.timeline.marks.reconnects)
    drawTick(plot, mark, 'reconnected-tick', plainLine(markWords.connectedAgain, 'text-ink2'))
}

const drawTick = (
  plot: Plot,
  { id, node, moment }: Reconnect,
  look: 'ended-tick' | 'reconnected-tick',
  words: LabelLine | null,
): void => {
  const across = plot.line(node, null)
  if (across === null) return
  const along = plot.x(moment)
  const up = look === 'ended-tick' ? 3 : ABOVE_CHIP
  const place = { a: { along, across: across - up }, b: { along, across: across + 3 } }
  draw(plot.sketch, { id, layer: 'line', shape: 'line', class: look, from: moment, ...place, name: node })
  if (words === null) return
  plot.sketch.asks.push({
    id: `${id} words`,
    must: false,
    rank: 5,
    from: moment,
    name: node,
    candidates: [
      { along: along + 6, across: across - 8, anchor: 'start' },
      { along: along - 6, across: across - 8, anchor: 'end' },
      { along: along - 4, across: across - ABOVE_CHIP - 5, anchor: 'start' },
    ],
    lines: [words],
  })
}

const UNKNOWN_STEP = 12
/** Faults of the plan in the ruler; those that never struck are grey, at the end when their time is not known. */
const drawPins = (plot: Plot): void => {
  let unknown = 0
  // A plan is no secret; when a fault strikes, and that it never does, is.
  const told = ({ used, moment }: Timeline['pins'][number]): Moment => {
    if (plot.view.future !== 'hidden') return START
    return used && moment !== null ? moment : plot.timeline.end
  }
  for (const pin of plot.timeline.pins) {
    const along =
      pin.moment === null ? plot.axis.xOf(plot.timeline.end.at) + 14 + UNKNOWN_STEP * unknown++ : plot.x(pin.moment)
    draw(plot.sketch, {
      id: `pin ${pin.index}`,
      layer: 'line',
      shape: 'glyph',
      class: pin.used ? 'pin' : 'pin-unused',
      from: told(pin),
      at: { along, across: RULER - 1 },
      glyph: 'pin',
      name: `fault ${pin.index}`,
    })
    anchor(plot.sketch, `pin ${pin.index}`, { along: along - 4, across: RULER - 8, length: 8, breadth: 7 })
  }
}
