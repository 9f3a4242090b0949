/**
 * The end of a message that never lands.
 *
 *   ╲
 *    ✕ answer lost
 *    ·  by you
 */
import { lostWords, markWords } from '../../words/en/marks.ts'
import type { MessageFact } from '../messages.ts'
import type { Moment } from '../moment.ts'
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
  const what = broken ? markWords.connectionBroken : lostWords[fact.kind]
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
    isFar: true,
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
