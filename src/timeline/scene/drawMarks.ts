/**
 * Marks at one place: time-outs, silence, ends of connections, waits at the broker, crashes, pins.
 *
 *   ──┃────── request.timeout.ms        ──✕┄┄┄┄┄○──
 *     ✕·········┤ closed                 crash  back
 */
import { batchName, markWords } from '../../words/en/marks.ts'
import { RULER } from '../laneLayout.ts'
import type { CrashMark, SilentMark, TimeoutMark, WaitMark } from '../marks.ts'
import { START } from '../moment.ts'
import { CRASH_SHIFT } from './drawGround.ts'
import type { Plot } from './plot.ts'
import { anchor, block, boxAround, cross, draw, plainLine } from './sketch.ts'

export const drawMarks = (plot: Plot): void => {
  const { marks } = plot.timeline
  for (const mark of marks.timeouts) drawTimeout(plot, mark)
  for (const mark of marks.silences) drawSilence(plot, mark)
  for (const mark of marks.waits) drawWait(plot, mark)
  for (const mark of marks.crashes) drawCrash(plot, mark)
  drawEnds(plot)
  drawPins(plot)
}

const drawTimeout = (plot: Plot, mark: TimeoutMark): void => {
  const across = plot.line(mark.node, null)
  if (across === null) return
  const { sketch } = plot
  const along = plot.x(mark.moment)
  const own = { from: mark.moment, name: mark.node, records: mark.records } as const
  draw(sketch, { ...own, id: mark.id, layer: 'chip', shape: 'line', class: 'timeout-tick', a: { along, across: across - 15 }, b: { along, across: across + 15 } })
  const box = { along: along - 2, across: across - 15, length: 4, breadth: 30 }
  block(sketch, mark.id, box, mark.moment)
  anchor(sketch, mark.id, box)
  sketch.asks.push({
    ...own, id: `${mark.id} words`, must: true, rank: 1, anchor: mark.id,
    candidates: [
      { along, across: across - 22, anchor: 'middle' },
      { along: along - 4, across: across - 22, anchor: 'end' },
      { along: along - 8, across: across - 36, anchor: 'middle' },
      { along, across: across - 38, anchor: 'end' },
    ],
    lines: [plainLine(mark.setting, 'text-doubt', 400, 'code')],
  })
}

/** Level, from the ✕ of the first lost message to a tick at the close, through folds. */
const drawSilence = (plot: Plot, mark: SilentMark): void => {
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
  draw(sketch, { ...own, id: mark.id, layer: 'message', shape: 'line', class: 'silent-line', a: { along: x0, across }, b: { along: x1, across }, travels: true, lands: closed ?? plot.timeline.end })
  cross(sketch, { along: x0, across }, { along: x1, across }, from)
  const middle = (x0 + x1) / 2 + 4
  sketch.asks.push({
    ...own, id: `${mark.id} words`, must: true, rank: 3,
    candidates: [
      { along: middle, across: across + 18, anchor: 'middle' },
      { along: x0 + 4, across: across + 18, anchor: 'start' },
      { along: x1 - 4, across: across + 18, anchor: 'end' },
      { along: middle, across: across - 8, anchor: 'middle' },
    ],
    lines: [plainLine(markWords.nothingGetsThrough, 'text-loss')],
  })
  if (closed === null) return
  draw(sketch, { ...own, from: closed, id: `${mark.id} closed`, layer: 'message', shape: 'line', class: 'silent-end', a: { along: x1, across: across - 7 }, b: { along: x1, across: across + 7 } })
  const box = { along: x1 - 2, across: across - 7, length: 4, breadth: 14 }
  block(sketch, `${mark.id} closed`, box, closed)
  anchor(sketch, `${mark.id} closed`, box)
  for (const timeout of plot.timeline.marks.timeouts) if (timeout.moment.at === closed.at) anchor(sketch, timeout.id, box)
  sketch.asks.push({
    ...own, from: closed, id: `${mark.id} closed words`, must: true, rank: 1,
    candidates: [{ along: x1 + 7, across: across + 4, anchor: 'start' }, { along: x1, across: across + 22, anchor: 'middle' }, { along: x1, across: across - 12, anchor: 'middle' }],
    lines: [plainLine(markWords.closed, 'text-loss')],
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
  draw(sketch, { id: mark.id, layer: 'message', shape: 'line', class: 'wait-at-broker', from: mark.from, lands: mark.until, a, b, travels: true, name: fact.name, records: fact.records })
  anchor(sketch, mark.id, { along: a.along, across: across - 2, length: b.along - a.along, breadth: 4 })
  sketch.asks.push({
    id: `${mark.id} words`, must: false, rank: 3, from: mark.from, name: fact.name, records: fact.records,
    candidates: [
      { along: (a.along + b.along) / 2, across: across - 7, anchor: 'middle' },
      { along: a.along + 2, across: across - 7, anchor: 'start' },
      { along: b.along + 4, across: across - 7, anchor: 'start' },
      { along: a.along - 12, across: across - 7, anchor: 'end' },
    ],
    lines: [plainLine(markWords.behind(batchName(mark.behind)), 'text-ink2')],
  })
}

const drawCrash = (plot: Plot, mark: CrashMark): void => {
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
    id: `${mark.id} words`, must: true, rank: 1, from: mark.moment, name: mark.node, anchor: mark.id,
    candidates: [
      { along: at.along + 14, across: across - 20, anchor: 'start' },
      { along: at.along + 14, across: across + 16, anchor: 'start' },
      { along: at.along, across: across - 28, anchor: 'middle' },
      { along: at.along, across: across + 26, anchor: 'middle' },
    ],
    lines: [plainLine(markWords.crash, 'text-loss', 550), plainLine(markWords.byYou, 'text-ink2')],
  })
  if (mark.back === null) return
  const back = { along: plot.x(mark.back), across }
  draw(sketch, { ...own, from: mark.back, id: `${mark.id} back`, shape: 'glyph', class: 'ring-back', at: back, glyph: 'ring' })
  block(sketch, `${mark.id} back`, boxAround(back, 6), mark.back)
  anchor(sketch, `${mark.id} back`, boxAround(back, 6))
  sketch.asks.push({
    id: `${mark.id} back words`, must: false, rank: 3, from: mark.back, name: mark.node,
    candidates: [{ along: back.along, across: across - 12, anchor: 'middle' }, { along: back.along - 12, across: across - 12, anchor: 'end' }, { along: back.along, across: across + 20, anchor: 'middle' }],
    lines: [plainLine(markWords.back, 'text-ink2')],
  })
}

/** The end of a connection is a tick of 6 px on the client's lane; its words stand from Detail on. */
const drawEnds = (plot: Plot): void => {
  const { sketch } = plot
  for (const end of plot.timeline.marks.ends) {
    const across = plot.line(end.node, null)
    if (across === null || end.by === 'client') continue
    const along = plot.x(end.moment)
    draw(sketch, { id: end.id, layer: 'line', shape: 'line', class: 'ended-tick', from: end.moment, a: { along, across: across - 3 }, b: { along, across: across + 3 }, name: end.node })
    if (plot.zoom !== 'detail' && plot.zoom !== 'wire') continue
    sketch.asks.push({
      id: `${end.id} words`, must: false, rank: 5, from: end.moment, name: end.node,
      candidates: [{ along: along + 6, across: across - 8, anchor: 'start' }, { along: along - 6, across: across - 8, anchor: 'end' }],
      lines: [plainLine(markWords.connectionEnded, 'text-loss')],
    })
  }
}

const UNKNOWN_STEP = 12
/** Faults of the plan in the ruler; those that never struck are grey, at the end when their time is not known. */
const drawPins = (plot: Plot): void => {
  let unknown = 0
  for (const pin of plot.timeline.pins) {
    const along = pin.moment === null ? plot.axis.xOf(plot.timeline.end.at) + 14 + UNKNOWN_STEP * unknown++ : plot.x(pin.moment)
    draw(plot.sketch, {
      id: `pin ${pin.index}`, layer: 'line', shape: 'glyph', class: pin.used ? 'pin' : 'pin-unused', from: START, at: { along, across: RULER - 1 }, glyph: 'pin', name: `fault ${pin.index}`,
    })
    anchor(plot.sketch, `pin ${pin.index}`, { along: along - 4, across: RULER - 8, length: 8, breadth: 7 })
  }
}
