/**
 * What applications do: hand over, are told no, send again.
 *
 *   application ──────●─────────▲──────●──── sends again
 *                     ▼         ╎      ▼
 *   producer    ─────[A]────────┴─────[A]───
 */
import { markWords } from '../../words/en/marks.ts'
import type { Moment } from '../moment.ts'
import { ofKind } from '../timed.ts'
import type { Plot } from './plot.ts'
import { anchor, block, cross, draw, plainLine } from './sketch.ts'
import type { MarkClass } from './style.ts'

export const drawApplication = (plot: Plot): void => {
  const { timeline } = plot
  for (const { event, moment } of ofKind(timeline.events, 'record-handed-over'))
    drawCall(plot, {
      id: `handover ${event.records.map((r) => `${r.record}#${r.send}`).join()}`,
      from: event.application,
      to: event.node,
      moment,
      class: 'message-call',
      records: event.records.map((r) => r.record),
    })
  for (const { event, moment } of ofKind(timeline.events, 'batch-failed')) {
    const client = timeline.trace.setup.clients[event.node]
    if (client?.kind === 'producer')
      drawCall(plot, {
        id: `told ${event.records.map((r) => `${r.record}#${r.send}`).join()}`,
        from: event.node,
        to: client.application,
        moment,
        class: 'message-told',
        records: event.records.map((r) => r.record),
      })
  }
  for (const { event, moment } of ofKind(timeline.events, 'application-sends-again', 'application-gave-up'))
    askDecision(
      plot,
      event.node,
      event.records.map((r) => r.record),
      moment,
      event.kind === 'application-sends-again' ? markWords.sendsAgain : markWords.givesUp,
    )
}

interface Call {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly moment: Moment
  readonly class: MarkClass
  readonly records: readonly string[]
}
const drawCall = (plot: Plot, call: Call): void => {
  const from = plot.line(call.from, null)
  const to = plot.line(call.to, null)
  if (from === null || to === null) return
  const along = plot.x(call.moment)
  const down = to > from
  const a = { along, across: from }
  const b = { along, across: to + (down ? -12 : 0) }
  draw(plot.sketch, {
    id: call.id,
    layer: 'message',
    shape: 'arrow',
    class: call.class,
    from: call.moment,
    a,
    b,
    head: 'closed',
    double: false,
    size: [7, 3.4],
    records: call.records,
  })
  cross(plot.sketch, a, b, call.moment)
}

const askDecision = (plot: Plot, node: string, records: readonly string[], moment: Moment, text: string): void => {
  const across = plot.line(node, null)
  if (across === null) return
  const { sketch } = plot
  const along = plot.x(moment)
  const id = `decision ${node} ${moment.at} ${records.join()}`
  draw(sketch, {
    id,
    layer: 'chip',
    shape: 'disc',
    class: 'pin-unused',
    from: moment,
    at: { along, across },
    radius: 4.5,
    name: node,
    records,
  })
  const box = { along: along - 5, across: across - 5, length: 10, breadth: 10 }
  block(sketch, id, box, moment)
  anchor(sketch, id, box)
  sketch.asks.push({
    id: `${id} words`,
    must: true,
    rank: 2,
    from: moment,
    name: node,
    records,
    anchor: id,
    candidates: [
      { along: along + 4, across: across - 9, anchor: 'start' },
      { along: along - 4, across: across - 9, anchor: 'end' },
      { along: along + 9, across: across + 17, anchor: 'start' },
    ],
    lines: [plainLine(text, 'text-ink2')],
  })
}
