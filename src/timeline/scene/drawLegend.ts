/**
 * The legend: only marks of this run, and none that has words of its own in the picture.
 *
 *   ──▶ produce   ──▷ ack   ▨▨ in doubt   [A] replicated   │ high watermark
 *
 * While the future is hidden an entry comes with the first mark of its kind, behind those that are there, at a place that
 * says nothing of how many there will be.
 */
import { legendWords } from '../../words/en/marks.ts'
import { COORDINATOR } from '../coordinator.ts'
import type { MessageKind } from '../messages.ts'
import { compareMoments, type Moment } from '../moment.ts'
import { fontWidth } from '../placement/measure.ts'
import { ofKind } from '../timed.ts'
import { evenRows, filledRows, MOST_ROWS, packedRows } from './evenRows.ts'
import { type Entry, farSample, sample, WIDTHS } from './legendSamples.ts'
import { legendHeight, type Plot } from './plot.ts'
import type { Primitive } from './primitive.ts'
import { textMark } from './sketch.ts'

interface Listed {
  readonly entry: Entry
  /** When the first mark of its kind begins. */
  readonly begins: Moment
}

const first = (moments: readonly Moment[]): Moment | null => moments.toSorted(compareMoments)[0] ?? null

const legendOf = ({ timeline, zoom, lanes, view }: Plot): readonly Listed[] => {
  const isFar = zoom === 'overview'
  const { cells, watermarks } = timeline.strips
  const sent = (kind: MessageKind): Moment | null =>
    first(timeline.messages.filter((fact) => fact.kind === kind).map(({ leaves }) => leaves))
  const doubts = timeline.bars.flatMap((bar) =>
    bar.stretches.filter(({ state, from, until }) => state === 'doubt' && (until === null || until.at > from.at)),
  )
  const looks = cells.flatMap((cell) => cell.looks.filter(({ state }) => state === 'replicated'))
  const begins: Readonly<Record<Entry, Moment | null>> = {
    produce: sent('produce'),
    retry: isFar ? null : sent('retry'),
    ack: sent('ack'),
    // An error reply leads to the code it carries, a waiting bar says itself that it waits: they have words of their own.
    error: null,
    replication: isFar ? null : sent('replication'),
    delivery: sent('delivery'),
    commit: lanes.lines[COORDINATOR] !== undefined && !isFar ? sent('commit') : null,
    effect: first(ofKind(timeline.events, 'effect-called').map(({ moment }) => moment)),
    doubt: isFar ? null : first(doubts.map(({ from }) => from)),
    waiting: null,
    leaderOnly: first(cells.map(({ appended }) => appended)),
    replicated: first(looks.map(({ from }) => from)),
    second: first(cells.filter((cell) => cell.secondCopy).map(({ appended }) => appended)),
    again: first(timeline.receipts.filter(({ is }) => is === 'again').map(({ moment }) => moment)),
    highWatermark: first(watermarks.map(({ moment }) => moment)),
  }
  const listed = (Object.keys(begins) as Entry[]).flatMap((entry): readonly Listed[] => {
    const moment = begins[entry]
    return moment === null ? [] : [{ entry, begins: moment }]
  })
  return view.future === 'hidden' ? listed.toSorted((a, b) => compareMoments(a.begins, b.begins)) : listed
}

/** Of one, two or three rows. */
const FIRST_ROW: readonly number[] = [28, 28, 17, 11]
const START_AT = 16
/** Between entries; `tight` only where that saves a row, or where not even three rows are enough. */
const GAP = { tight: 7, least: 12, most: 22 }
/** Px at the end of the rows, for the sign that leads to what is simplified; a narrow picture needs all of them for itself. */
export const signRoom = (width: number): number => (width < 560 ? 0 : 28)

const bare = (entry: Entry): number =>
  WIDTHS[entry] + 6 + fontWidth(legendWords[entry], { family: 'words', weight: 400, size: 12 })

const widthOf = ({ entry }: Listed, gap: number): number => bare(entry) + gap

interface Lines {
  readonly gap: number
  /** Rows that there is room for, whether they are filled or not. */
  readonly count: number
  readonly rows: readonly (readonly Listed[])[]
}

/** As many as every entry there is would need; those that came in an unlucky order need a little more. */
const rowsOfAll = (room: number): number => {
  const all = (Object.keys(WIDTHS) as Entry[]).reduce((sum, entry) => sum + bare(entry) + GAP.least, 0)
  return Math.min(MOST_ROWS, Math.ceil((1.1 * all) / room))
}

const linesOf = (entries: readonly Listed[], { view }: Plot): Lines => {
  const room = view.width - 24 - signRoom(view.width)
  if (view.future !== 'hidden') return evenLines(entries, room)
  // More may come: nothing depends on what it is, neither distances nor rows.
  const gap = GAP.least
  const count = rowsOfAll(room)
  return { gap, rows: filledRows(entries, (one) => widthOf(one, gap), room + 0.5 + gap, count), count }
}

/** On the narrowest pictures there may be no room for all: rather an entry less than half a word. */
const whole = (row: readonly Listed[], room: number): readonly Listed[] => {
  let end = -GAP.tight
  return row.filter(({ entry }) => {
    const next = end + GAP.tight + bare(entry)
    if (next > room) return false
    end = next
    return true
  })
}

const evenLines = (entries: readonly Listed[], room: number): Lines => {
  const needed = entries.reduce((sum, { entry }) => sum + bare(entry), 0)
  // Rather a little closer than on two lines.
  const spread = (room - needed) / Math.max(1, entries.length - 1)
  if (spread >= GAP.tight) return { gap: Math.min(GAP.most, spread), rows: [entries], count: 1 }
  const most = room + 0.5 + GAP.least
  const even = evenRows(entries, (one) => widthOf(one, GAP.least), most)
  const isTooLong = even.some((row) => row.reduce((sum, one) => sum + widthOf(one, GAP.least), 0) > most)
  if (isTooLong) {
    const rows = packedRows(entries, (one) => widthOf(one, GAP.tight), room + GAP.tight)
    return { gap: GAP.tight, rows: rows.map((row) => whole(row, room)), count: MOST_ROWS }
  }
  const spare = even.map((row) => (room - row.reduce((sum, { entry }) => sum + bare(entry), 0)) / row.length)
  return { gap: Math.max(GAP.least, Math.min(GAP.most, ...spare)), rows: even, count: even.length }
}

export const drawLegend = (plot: Plot): readonly Primitive[] => {
  if (legendHeight(plot.view.height) === 0) return []
  const { rows, gap, count } = linesOf(legendOf(plot), plot)
  const found: Primitive[] = []
  rows.forEach((row, r) => {
    let along = START_AT
    const across = plot.bottom + (FIRST_ROW[count] ?? 28) + r * (count === MOST_ROWS ? 18 : 22)
    for (const { entry, begins } of row) {
      const words = textMark({
        id: `legend ${entry}`,
        class: 'text-ink2',
        at: { along: along + WIDTHS[entry] + 6, across: across + 4.5 },
        text: legendWords[entry],
      })
      const mark = plot.zoom === 'overview' ? farSample(entry, along, across) : sample(entry, along, across)
      const shown = [...mark, words]
      found.push(...(plot.view.future === 'hidden' ? shown.map((one) => ({ ...one, shows: begins })) : shown))
      along += bare(entry) + gap
    }
  })
  return found
}
