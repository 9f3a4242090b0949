/**
 * The legend: only marks of this run, and none that has words of its own in the picture.
 *
 *   ──▶ produce   ──▷ ack   ▨▨ in doubt   [A] replicated   │ high watermark
 */
import { legendWords } from '../../words/en/marks.ts'
import { START } from '../moment.ts'
import { fontWidth } from '../placement/measure.ts'
import { ofKind } from '../timed.ts'
import { legendHeight, type Plot } from './plot.ts'
import type { Primitive } from './primitive.ts'
import { textMark } from './sketch.ts'
import type { MarkClass } from './style.ts'

type Entry = keyof typeof legendWords

export const legendOf = ({ timeline }: Plot): readonly Entry[] => {
  const kinds = new Set(timeline.messages.map((fact) => fact.kind))
  const { cells, watermarks } = timeline.strips
  const states = new Set(
    timeline.bars.flatMap((bar) =>
      bar.stretches.filter((s) => s.until === null || s.until.at > s.from.at).map((s) => s.state),
    ),
  )
  const has: Readonly<Record<Entry, boolean>> = {
    produce: kinds.has('produce'),
    retry: kinds.has('retry'),
    ack: kinds.has('ack'),
    // An error reply leads to the code it carries, a waiting bar says itself that it waits: they have words of their own.
    error: false,
    replication: kinds.has('replication'),
    delivery: kinds.has('delivery'),
    effect: ofKind(timeline.events, 'effect-called').length > 0,
    doubt: states.has('doubt'),
    waiting: false,
    leaderOnly: cells.length > 0,
    replicated: cells.some((cell) => cell.looks.some((look) => look.state === 'replicated')),
    second: cells.some((cell) => cell.secondCopy),
    highWatermark: watermarks.length > 0,
  }
  return (Object.keys(has) as Entry[]).filter((entry) => has[entry])
}

const WIDTHS: Readonly<Record<Entry, number>> = {
  produce: 24,
  retry: 26,
  ack: 24,
  error: 24,
  replication: 20,
  delivery: 24,
  effect: 24,
  doubt: 26,
  waiting: 26,
  leaderOnly: 20,
  replicated: 20,
  second: 20,
  highWatermark: 6,
}

/** Of one, two or three rows. */
const FIRST_ROW: readonly number[] = [28, 28, 17, 11]

export const drawLegend = (plot: Plot): readonly Primitive[] => {
  const height = legendHeight(plot.view.height)
  if (height === 0) return []
  const entries = legendOf(plot)
  const bare = (entry: Entry): number =>
    WIDTHS[entry] + 6 + fontWidth(legendWords[entry], { family: 'words', weight: 400, size: 12 })
  const room = plot.view.width - 24
  const needed = entries.reduce((sum, entry) => sum + bare(entry), 0)
  // Rather a little closer than on two lines.
  const gap = Math.max(12, Math.min(22, (room - needed) / Math.max(1, entries.length - 1)))
  const widthOf = (entry: Entry): number => bare(entry) + gap
  const rows: Entry[][] = [[]]
  let right = 16
  for (const entry of entries) {
    if (right + bare(entry) > plot.view.width - 7.5 && rows.length < 3) {
      rows.push([])
      right = 16
    }
    rows.at(-1)?.push(entry)
    right += widthOf(entry)
  }
  const found: Primitive[] = []
  rows.forEach((row, r) => {
    let along = 16
    const across = plot.bottom + (FIRST_ROW[rows.length] ?? 28) + r * (rows.length === 3 ? 18 : 22)
    for (const entry of row) {
      found.push(...sample(entry, along, across))
      found.push(
        textMark({
          id: `legend ${entry}`,
          class: 'text-ink2',
          at: { along: along + WIDTHS[entry] + 6, across: across + 4.5 },
          text: legendWords[entry],
        }),
      )
      along += widthOf(entry)
    }
  })
  return found
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
  effect: { class: 'message-effect', head: 'closed', double: false, size: [8, 4] },
}
const CELLS: Partial<Record<Entry, readonly [MarkClass, 'text-data' | 'text-loss']>> = {
  leaderOnly: ['cell-leader-only', 'text-data'],
  replicated: ['cell-replicated', 'text-data'],
  second: ['cell-second', 'text-loss'],
}

const sample = (entry: Entry, x: number, y: number): readonly Primitive[] => {
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
  const bar = entry === 'doubt' ? 'bar-doubt' : 'bar-wait'
  return [
    { ...base(entry), shape: 'rect', class: bar, box: { along: x, across: y - 7, length: 26, breadth: 14 }, radius: 3 },
  ]
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
