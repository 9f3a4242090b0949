/**
 * Records as chips: solid at the tail of a request.
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
import { anchor, block, draw, plainLine, textMark } from './sketch.ts'

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
