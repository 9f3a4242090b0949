/**
 * Receipts where effects happened; the second one for a record in the look of a loss.
 *
 *   ──────●──────────────●──────
 *       [$20 A]       [[$20 A]]
 */
import { markWords } from '../../words/en/marks.ts'
import { fontWidth } from '../placement/measure.ts'
import type { Receipt } from '../receipts.ts'
import type { Plot } from './plot.ts'
import { anchor, block, draw, plainLine, textMark } from './sketch.ts'

const FONT = { family: 'words', weight: 650, size: 12 } as const
const SIZE = { top: 6, height: 20, padding: 6 } as const

export const drawReceipts = (plot: Plot): void => {
  const rights = new Map<string, number>()
  for (const receipt of plot.timeline.receipts) {
    const across = plot.line(receipt.node, null)
    if (across === null) continue
    if (plot.zoom === 'overview') drawTick(plot, receipt, across)
    else drawReceipt(plot, receipt, across, rights)
  }
}

const ownOf = ({ moment, message, node, record }: Receipt) =>
  ({ from: moment, name: message ?? node, records: [record], layer: 'cell' }) as const

const drawReceipt = (plot: Plot, receipt: Receipt, across: number, rights: Map<string, number>): void => {
  const { sketch } = plot
  const { id, node, effect, record, moment, is } = receipt
  const text = markWords.effect(effect, record)
  const length = fontWidth(text, FONT) + 2 * SIZE.padding
  const along = Math.max(plot.x(moment) - 8, (rights.get(node) ?? -99) + 3)
  rights.set(node, along + length)
  const box = { along, across: across + SIZE.top, length, breadth: SIZE.height }
  const look = is === 'again' ? 'receipt-second' : 'receipt'
  draw(sketch, { ...ownOf(receipt), id, shape: 'rect', class: look, box, radius: 3 })
  draw(
    sketch,
    textMark({
      ...ownOf(receipt),
      id: `${id} words`,
      class: is === 'again' ? 'text-loss' : 'text-ink',
      at: { along: along + length / 2, across: box.across + 14.3 },
      text,
      weight: 650,
      anchor: 'middle',
    }),
  )
  block(sketch, id, box, moment)
  anchor(sketch, `effect ${record}`, box)
}

/** Of a run seen from afar only what happened again has words. */
const drawTick = (plot: Plot, receipt: Receipt, across: number): void => {
  const { sketch } = plot
  const along = plot.x(receipt.moment)
  const look = receipt.is === 'again' ? 'receipt-tick-second' : 'receipt-tick'
  const place = { a: { along, across: across + 1 }, b: { along, across: across + 8 } }
  draw(sketch, { ...ownOf(receipt), id: receipt.id, shape: 'line', class: look, ...place })
  const box = { along: along - 2, across: across + 1, length: 4, breadth: 7 }
  anchor(sketch, `effect ${receipt.record}`, box)
  if (receipt.is !== 'again') return
  block(sketch, receipt.id, box, receipt.moment)
  sketch.asks.push({
    id: `${receipt.id} words`,
    isFar: true,
    must: true,
    rank: 2,
    from: receipt.moment,
    name: receipt.message ?? receipt.node,
    records: [receipt.record],
    candidates: [
      { along, across: across + 22, anchor: 'middle' },
      { along: along + 5, across: across + 22, anchor: 'start' },
    ],
    lines: [plainLine(markWords.effect(receipt.effect, receipt.record), 'text-loss', 650)],
  })
}
