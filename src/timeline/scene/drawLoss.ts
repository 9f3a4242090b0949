/**
 * The end of a message that never lands, and what is written beside messages.
 *
 *   ╲
 *    ✕ answer lost
 *    ·  by you
 */
import { markWords } from '../../words/en/marks.ts'
import { lasting } from '../../words/index.ts'
import type { MessageFact } from '../messages.ts'
import type { Moment } from '../moment.ts'
import { isRequest, on } from './messagePlaces.ts'
import type { Plot } from './plot.ts'
import type { Point } from './primitive.ts'
import { anchor, block, boxAround, draw, plainLine } from './sketch.ts'

/** Those behind the one a fault was aimed at stop the same way, without a mark of their own; a break marks every line. */
export const hasOwnWords = (fact: MessageFact): boolean => fact.aimed || fact.fate === 'broken'

export const drawLoss = (plot: Plot, fact: MessageFact, at: Point, from: Moment): void => {
  const { sketch } = plot
  const broken = fact.fate === 'broken'
  const radius = broken ? 10 : 9
  const own = { from, name: fact.name, records: fact.records, layer: 'chip' } as const
  draw(sketch, { ...own, id: `loss ${fact.name}`, shape: 'disc', class: 'loss-disc', at, radius })
  draw(sketch, {
    ...own,
    id: `loss sign ${fact.name}`,
    shape: 'glyph',
    class: 'loss-glyph',
    at,
    glyph: broken ? 'bolt' : 'cross',
  })
  const box = boxAround(at, radius + 1)
  block(sketch, `loss ${fact.name}`, box, from)
  anchor(sketch, `loss ${fact.name}`, box)
  if (!fact.aimed) return
  const what = broken
    ? markWords.connectionBroken
    : fact.kind === 'ack' || fact.kind === 'error'
      ? markWords.answerLost
      : isRequest(fact.kind)
        ? markWords.requestLost
        : markWords.messageLost
  const { along, across } = at
  const candidates = broken
    ? ([
        { along: along + 15, across: across - 3, anchor: 'start' },
        { along: along + 15, across: across + 22, anchor: 'start' },
        { along: along - 15, across: across + 14, anchor: 'end' },
      ] as const)
    : ([
        { along: along + 14, across: across - 21, anchor: 'start' },
        { along: along + 15, across: across + 34, anchor: 'start' },
        { along: along - 15, across: across - 4, anchor: 'end' },
      ] as const)
  sketch.asks.push({
    id: `loss words ${fact.name}`,
    must: true,
    rank: 1,
    from,
    candidates,
    name: fact.name,
    records: fact.records,
    anchor: `loss ${fact.name}`,
    lines: [plainLine(what, 'text-loss', 550), plainLine(markWords.byYou, 'text-ink2')],
  })
}

export const askLate = (plot: Plot, fact: MessageFact, a: Point, b: Point): void => {
  const middle = on(a, b, 0.55)
  plot.sketch.asks.push({
    id: `late ${fact.name}`,
    must: true,
    rank: 1,
    from: fact.leaves,
    name: fact.name,
    records: fact.records,
    candidates: [
      { along: middle.along + 12, across: middle.across - 6, anchor: 'start' },
      { along: middle.along - 10, across: middle.across - 6, anchor: 'end' },
      { along: b.along - 12, across: (middle.across + b.across) / 2, anchor: 'end' },
    ],
    lines: [plainLine(markWords.late(lasting(fact.lateBy)), 'text-loss', 550), plainLine(markWords.byYou, 'text-ink2')],
  })
}

/** At Wire every message carries the name of its request. */
export const askName = (plot: Plot, fact: MessageFact, a: Point, b: Point): void => {
  const middle = on(a, b, 0.5)
  plot.sketch.asks.push({
    id: `name ${fact.name}`,
    must: false,
    rank: 6,
    from: fact.leaves,
    name: fact.name,
    records: fact.records,
    candidates: [
      { along: on(a, b, 0.2).along + 10, across: on(a, b, 0.2).across, anchor: 'start' },
      { along: middle.along + 10, across: middle.across, anchor: 'start' },
      { along: middle.along - 10, across: middle.across, anchor: 'end' },
    ],
    lines: [plainLine(fact.name.split(' ')[0] ?? '', 'text-ink3', 400, 'code')],
  })
}
