/**
 * What a cell is numbered with: from Detail on its sequence, at Wire who numbered it as well.
 *
 *   ┌─────────┐   ┌───────────┐   ┌───┐
 *   │ C seq 2 │   │ C   7·0·2 │   │ C │
 *   └─────────┘   └───────────┘   └───┘
 *     Detail          Wire        seq 2    where there is no room inside
 */
import { markWords } from '../../words/en/marks.ts'
import type { Cell } from '../logStrips.ts'
import { fontWidth } from '../placement/measure.ts'
import type { Plot } from './plot.ts'
import type { Box } from './primitive.ts'
import { plainLine } from './sketch.ts'

export const NOTE = { padding: 7, gap: 8 } as const

/** What a cell is numbered with, from Detail on: `seq 2`, at Wire `7·0·2`. */
export const stampText = ({ zoom }: Plot, { stamp }: Cell): string | null => {
  if (stamp === null || zoom === 'overview' || zoom === 'story') return null
  const { producerId, producerEpoch, baseSequence } = stamp
  return zoom === 'detail' ? markWords.sequence(baseSequence) : markWords.stamp(producerId, producerEpoch, baseSequence)
}

/** Inside the cell where the four milliseconds of a replication leave room for it, else below. */
export const noteOf = (
  plot: Plot,
  cell: Cell,
  name: string,
  less: number,
): { readonly text: string; readonly length: number } | null => {
  const text = stampText(plot, cell)
  if (text === null) return null
  const words =
    fontWidth(name, { family: 'words', weight: 650, size: 13 }) +
    fontWidth(text, { family: 'code', weight: 400, size: 12 })
  const length = words + NOTE.gap + 2 * NOTE.padding
  return length <= 4 * plot.axis.pxPerMs - 4 - less ? { text, length } : null
}

export const askStamp = (plot: Plot, cell: Cell, box: Box): void => {
  const text = stampText(plot, cell)
  if (text === null) return
  plot.sketch.asks.push({
    id: `stamp ${cell.id}`,
    must: false,
    rank: 5,
    tight: true,
    from: cell.appended,
    name: cell.message,
    records: cell.records,
    lines: [plainLine(text, 'text-ink3', 400, 'code')],
    candidates: [{ along: box.along + box.length / 2, across: box.across + box.breadth + 15, anchor: 'middle' }],
  })
}
