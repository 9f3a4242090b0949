/** A small mark for each entry of the legend, as it looks in the picture: near, or in the Overview. */
import type { legendWords } from '../../words/en/marks.ts'
import { START } from '../moment.ts'
import type { Primitive } from './primitive.ts'
import { textMark } from './sketch.ts'
import type { MarkClass } from './style.ts'

export type Entry = keyof typeof legendWords

export const WIDTHS: Readonly<Record<Entry, number>> = {
  produce: 24,
  retry: 26,
  ack: 24,
  error: 24,
  replication: 20,
  delivery: 24,
  commit: 24,
  effect: 24,
  doubt: 26,
  waiting: 26,
  leaderOnly: 20,
  replicated: 20,
  second: 20,
  again: 26,
  highWatermark: 6,
}

const base = (entry: Entry) => ({ id: `legend mark ${entry}`, layer: 'label', from: START }) as const

/** Entries that are an arrow from left to right. */
const ARROWS: Partial<
  Record<Entry, Pick<Extract<Primitive, { shape: 'arrow' }>, 'class' | 'head' | 'double' | 'size'>>
> = {
  produce: { class: 'message-produce', head: 'closed', double: false, size: [8, 4.2] },
  retry: { class: 'message-produce', head: 'closed', double: true, size: [12, 6.5] },
  ack: { class: 'message-ack', head: 'open', double: false, size: [8, 4.2] },
  error: { class: 'message-error', head: 'closed', double: false, size: [8, 4.2] },
  delivery: { class: 'message-delivery', head: 'open', double: false, size: [6, 3.5] },
  commit: { class: 'message-commit', head: 'closed', double: false, size: [7, 3.2] },
  effect: { class: 'message-effect', head: 'closed', double: false, size: [8, 4] },
}
const CELLS: Partial<Record<Entry, readonly [MarkClass, 'text-data' | 'text-loss']>> = {
  leaderOnly: ['cell-leader-only', 'text-data'],
  replicated: ['cell-replicated', 'text-data'],
  second: ['cell-second', 'text-loss'],
}

export const sample = (entry: Entry, x: number, y: number): readonly Primitive[] => {
  const arrow = ARROWS[entry]
  const end = { along: x + WIDTHS[entry], across: y }
  if (arrow !== undefined) return [{ ...base(entry), ...arrow, shape: 'arrow', a: { along: x, across: y }, b: end }]
  const cell = CELLS[entry]
  if (cell !== undefined) return cellSample(entry, cell, x, y)
  if (entry === 'replication') return vSample(x, y)
  if (entry === 'highWatermark')
    return [
      {
        ...base(entry),
        shape: 'line',
        class: 'watermark',
        a: { along: x + 3, across: y - 9 },
        b: { along: x + 3, across: y + 9 },
      },
    ]
  const bar = entry === 'doubt' ? 'bar-doubt' : entry === 'again' ? 'receipt-second' : 'bar-wait'
  return [
    { ...base(entry), shape: 'rect', class: bar, box: { along: x, across: y - 7, length: 26, breadth: 14 }, radius: 3 },
  ]
}

/** In the Overview: lines without heads, and ticks. */
const FAR: Partial<Record<Entry, MarkClass>> = {
  produce: 'far-data',
  ack: 'far-ok',
  error: 'far-doubt',
  delivery: 'far-delivery',
  effect: 'far-ink',
}
const TICKS: Partial<Record<Entry, MarkClass>> = {
  leaderOnly: 'cell-tick-leader-only',
  replicated: 'cell-tick-replicated',
  second: 'cell-tick-second',
  again: 'receipt-tick-second',
}
export const farSample = (entry: Entry, x: number, y: number): readonly Primitive[] => {
  const line = FAR[entry]
  const end = { along: x + WIDTHS[entry], across: y }
  if (line !== undefined) return [{ ...base(entry), shape: 'line', class: line, a: { along: x, across: y }, b: end }]
  const tick = TICKS[entry]
  if (tick === undefined) return sample(entry, x, y)
  const a = { along: x + 10, across: y - 4 }
  return [{ ...base(entry), shape: 'line', class: tick, a, b: { ...a, across: y + 4 } }]
}

const cellSample = (
  entry: Entry,
  [cls, ink]: readonly [MarkClass, 'text-data' | 'text-loss'],
  x: number,
  y: number,
): readonly Primitive[] => [
  { ...base(entry), shape: 'rect', class: cls, box: { along: x, across: y - 9, length: 20, breadth: 18 }, radius: 4 },
  textMark({
    id: `legend letter ${entry}`,
    class: ink,
    at: { along: x + 10, across: y + 4.5 },
    text: 'A',
    weight: 650,
    size: 13,
    anchor: 'middle',
  }),
]

const vSample = (x: number, y: number): readonly Primitive[] => {
  const leg = (id: string, x0: number, y0: number, x1: number, y1: number): Primitive => ({
    ...base('replication'),
    id,
    shape: 'arrow',
    class: 'message-replication',
    a: { along: x + x0, across: y + y0 },
    b: { along: x + x1, across: y + y1 },
    head: 'open',
    double: false,
    size: [5, 2.6],
  })
  return [leg('legend v down', 2, -8, 10, 8), leg('legend v up', 10, 8, 18, -8)]
}
