/**
 * Receipts where effects happened; the second one for a record in the look of a loss, what was left undone struck out.
 *
 *   ──────●──────────────●─────────────●──────
 *       [$20 A]       [[$20 A]]     [$20∕A]
 *                                  done before
 */
import { markWords } from '../../words/en/marks.ts'
import { readerMarks } from '../../words/en/marksOfReader.ts'
import { fontWidth } from '../placement/measure.ts'
import type { Receipt } from '../receipts.ts'
import type { Plot } from './plot.ts'
import type { Box } from './primitive.ts'
import { anchor, block, draw, plainLine, textMark } from './sketch.ts'
import type { MarkClass, TextClass } from './style.ts'

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

const LOOKS: { readonly [Is in Receipt['is']]: { readonly box: MarkClass; readonly ink: TextClass } } = {
  first: { box: 'receipt', ink: 'text-ink' },
  again: { box: 'receipt-second', ink: 'text-loss' },
  skipped: { box: 'cell-duplicate', ink: 'text-doubt' },
  failed: { box: 'cell-refused', ink: 'text-doubt' },
}

const drawReceipt = (plot: Plot, receipt: Receipt, across: number, rights: Map<string, number>): void => {
  const { sketch } = plot
  const { id, node, effect, record, moment, is } = receipt
  const text = markWords.effect(effect, record)
  const length = fontWidth(text, FONT) + 2 * SIZE.padding
  const along = Math.max(plot.x(moment) - 8, (rights.get(node) ?? -99) + 3)
  rights.set(node, along + length)
  const box = { along, across: across + SIZE.top, length, breadth: SIZE.height }
  const own = ownOf(receipt)
  draw(sketch, { ...own, id, shape: 'rect', class: LOOKS[is].box, box, radius: 3 })
  const at = { along: along + length / 2, across: box.across + 14.3 }
  draw(sketch, textMark({ ...own, id: `${id} words`, class: LOOKS[is].ink, at, text, weight: 650, anchor: 'middle' }))
  block(sketch, id, box, moment)
  anchor(sketch, id, box)
  if (is === 'skipped')
    draw(sketch, {
      ...own,
      id: `${id} stroke`,
      shape: 'line',
      class: 'duplicate-stroke',
      a: { along: along + 3, across: box.across + box.breadth - 3 },
      b: { along: along + length - 3, across: box.across + 3 },
    })
  askWhy(plot, receipt, box)
}

/** Why nothing was done. */
const askWhy = (plot: Plot, receipt: Receipt, box: Box): void => {
  const { id, is, because, moment, message, node, record } = receipt
  const text = is === 'failed' ? readerMarks.callFails : because === null ? null : readerMarks.undone[because]
  if (text === null) return
  const middle = box.along + box.length / 2
  const low = box.across + box.breadth + 13
  plot.sketch.asks.push({
    id: `${id} why`,
    isFar: true,
    must: true,
    rank: 1,
    from: moment,
    name: message ?? node,
    records: [record],
    anchor: id,
    candidates: [
      { along: middle, across: low, anchor: 'middle' },
      { along: box.along + box.length + 5, across: box.across + 14, anchor: 'start' },
      { along: box.along - 5, across: box.across + 14, anchor: 'end' },
      { along: middle, across: low + 14, anchor: 'middle' },
    ],
    lines: [plainLine(text, 'text-doubt', 550), ...(is === 'failed' ? [plainLine(markWords.byYou, 'text-ink2')] : [])],
  })
}

const TICKS: { readonly [Is in Receipt['is']]: MarkClass } = {
  first: 'receipt-tick',
  again: 'receipt-tick-second',
  skipped: 'receipt-tick-undone',
  failed: 'receipt-tick-undone',
}

/** Of a run seen from afar only what happened again has words. */
const drawTick = (plot: Plot, receipt: Receipt, across: number): void => {
  const { sketch } = plot
  const along = plot.x(receipt.moment)
  const look = TICKS[receipt.is]
  const place = { a: { along, across: across + 1 }, b: { along, across: across + 8 } }
  draw(sketch, { ...ownOf(receipt), id: receipt.id, shape: 'line', class: look, ...place })
  const box = { along: along - 2, across: across + 1, length: 4, breadth: 7 }
  anchor(sketch, receipt.id, box)
  if (receipt.is === 'first') return
  block(sketch, receipt.id, box, receipt.moment)
  if (receipt.is !== 'again') return askWhy(plot, receipt, box)
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
