/**
 * Records as chips: solid at the tail of a request, grey where they are delivered.
 *
 *   try 2
 *   ─[C]────────
 */
import { batchName } from '../../words/en/batchName.ts'
import { markWords } from '../../words/en/marks.ts'
import type { MessageFact } from '../messages.ts'
import { fontWidth } from '../placement/measure.ts'
import type { Plot } from './plot.ts'
import type { Point } from './primitive.ts'
import { anchor, block, draw, freeAlong, plainLine, textMark } from './sketch.ts'

const CHIP = 11
const LETTERS = { family: 'words', weight: 650, size: 13 } as const
/** Half of the chip's length. */
export const chipHalf = (text: string): number => Math.max(CHIP, fontWidth(text, LETTERS) / 2 + 4)

export const drawChip = (plot: Plot, fact: MessageFact, at: Point): void => {
  const { sketch } = plot
  const text = batchName(fact.records)
  const half = chipHalf(text)
  const own = { from: fact.leaves, name: fact.name, records: fact.records } as const
  if (plot.zoom === 'overview') {
    draw(sketch, {
      ...own,
      id: `chip ${fact.name}`,
      shape: 'disc',
      layer: 'chip',
      class: 'chip-far',
      at,
      radius: 2,
    })
    return
  }
  const box = { along: at.along - half, across: at.across - CHIP, length: 2 * half, breadth: 2 * CHIP }
  draw(sketch, { ...own, id: `chip ${fact.name}`, shape: 'rect', layer: 'chip', class: 'chip-sent', box, radius: 5 })
  draw(
    sketch,
    textMark({
      ...own,
      id: `chip letter ${fact.name}`,
      layer: 'chip',
      class: 'text-on',
      at: { along: at.along, across: at.across + 4.6 },
      text,
      weight: 650,
      size: 13,
      anchor: 'middle',
    }),
  )
  block(sketch, `chip ${fact.name}`, box, fact.leaves)
  anchor(sketch, `chip ${fact.name}`, box)
  if (fact.attempt < 2) return
  sketch.asks.push({
    id: `try ${fact.name}`,
    must: true,
    rank: 1,
    ...own,
    tight: true,
    candidates: [
      { along: at.along, across: at.across - 17, anchor: 'middle' },
      { along: at.along - 15, across: at.across - 14, anchor: 'end' },
      { along: at.along + 15, across: at.across - 14, anchor: 'start' },
    ],
    lines: [plainLine(markWords.tryNumber(fact.attempt), 'text-data', 650)],
  })
}

/** Chips of one poll stand 24 px apart. */
const DELIVERED = { half: 9, named: /^delivered /, apart: 6 } as const

export const drawDelivered = (plot: Plot, fact: MessageFact, at: Point): void => {
  if (plot.zoom === 'overview') return
  const { sketch } = plot
  for (const record of fact.records) {
    const along = freeAlong(sketch, at.along, at.across, DELIVERED)
    const box = { along: along - 9, across: at.across - 9, length: 18, breadth: 18 }
    const own = { from: fact.lands, name: fact.name, records: [record], layer: 'chip' } as const
    draw(sketch, {
      ...own,
      id: `delivered ${fact.name} ${record}`,
      shape: 'rect',
      class: 'chip-delivered',
      box,
      radius: 4,
    })
    draw(
      sketch,
      textMark({
        ...own,
        id: `delivered letter ${fact.name} ${record}`,
        class: 'text-ink2',
        at: { along, across: at.across + 4.3 },
        text: record,
        weight: 650,
        anchor: 'middle',
      }),
    )
    block(sketch, `delivered ${fact.name} ${record}`, box, fact.lands)
    anchor(sketch, `delivered ${fact.name}`, box)
  }
}
