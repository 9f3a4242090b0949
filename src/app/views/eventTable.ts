/**
 * The run as a table: the full equivalent of the picture (ux.md "Access"). Sentences are not made here but for the rows
 * that are looked at: a run has up to 20,000 events.
 */
import type { NodeId, RecordName } from '../../engine/index.ts'
import { type Cursor, explainInOneLine, isDone, namesOf, type Timeline } from '../../timeline/index.ts'
import { atTime, batchName, capital, faultWordsOf } from '../../words/index.ts'
import { type EventRow, eventRows } from './eventRows.ts'
import { isTold } from './faultList.ts'
import { faultAt } from './faultMenu.ts'

export interface EventTable {
  readonly timeline: Timeline
  readonly rows: readonly EventRow[]
}

/** What the rows can be filtered by. */
export interface RowChoices {
  readonly actors: readonly { readonly id: NodeId; readonly name: string }[]
  readonly records: readonly RecordName[]
}

export interface RowFilter {
  /** null: all. */
  readonly actor: NodeId | null
  readonly record: RecordName | null
  readonly quiet: boolean
}

/** A row as it is printed. */
export interface RowText {
  readonly when: string
  readonly actor: string
  readonly text: string
  readonly records: string
}

export const eventTable = (timeline: Timeline): EventTable => ({ timeline, rows: eventRows(timeline) })

/** Who acts in the run, and its records. `until`: with a hidden future, those behind it only. */
export const rowChoices = (table: EventTable, until: Cursor | null): RowChoices => {
  const rows = rowsShown(table, { actor: null, record: null, quiet: true }, until)
  const names = namesOf(table.timeline.trace)
  const acting = new Set(rows.filter((row) => !row.quiet).map((row) => row.actor))
  return {
    actors: [...acting]
      .filter((id) => id !== '')
      .map((id) => ({ id, name: capital(names.actor(id)) }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en')),
    records: [...new Set(rows.flatMap((row) => row.records))],
  }
}

/** The rows that are shown. `until`: with a hidden future, nothing behind the playhead. */
export const rowsShown = ({ rows }: EventTable, filter: RowFilter, until: Cursor | null): readonly EventRow[] =>
  rows.filter(
    (row) =>
      (filter.quiet || !row.quiet) &&
      (filter.actor === null || row.actor === filter.actor) &&
      (filter.record === null || row.records.includes(filter.record)) &&
      (until === null || isDone(row.moment, until)),
  )

/** Of these rows the last that has happened: where the playhead stands. -1: before all of them. */
export const rowAt = (rows: readonly EventRow[], cursor: Cursor): number => {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const row = rows[middle]
    if (row !== undefined && isDone(row.moment, cursor)) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The fault that strikes there; null: none. `until`: with a hidden future, what strikes behind it is not told. */
export const rowFault = ({ timeline }: EventTable, row: EventRow, until: Cursor | null): string | null => {
  const index = faultAt(row.target, timeline.trace.plan)
  const pin = timeline.pins.find((one) => one.index === index)
  if (pin === undefined || !isTold(pin, until)) return null
  return capital(faultWordsOf(pin.fault.kind)?.title ?? pin.fault.kind)
}

export const rowText = ({ timeline: { trace } }: EventTable, row: EventRow): RowText => {
  const names = namesOf(trace)
  return {
    when: atTime(row.moment.at),
    actor: row.actor === '' ? '' : capital(names.actor(row.actor)),
    text: explainInOneLine(trace, row.timed),
    records: batchName(row.records),
  }
}
