/**
 * The run as a table: the full equivalent of the picture (ux.md "Access"). Sentences are not made here but for the rows
 * that are looked at: a run has up to 20,000 events.
 */
import type { NodeId, RecordName } from '../../engine/index.ts'
import { type Cursor, explainInOneLine, isDone, namesOf, type Timeline } from '../../timeline/index.ts'
import { atTime, batchName, capital, faultWordsOf } from '../../words/index.ts'
import { type EventRow, eventRows } from './eventRows.ts'
import { faultAt } from './faultMenu.ts'

export interface EventTable {
  readonly timeline: Timeline
  readonly rows: readonly EventRow[]
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
  /** The fault that strikes there; null: none. */
  readonly fault: string | null
}

export const eventTable = (timeline: Timeline): EventTable => {
  const rows = eventRows(timeline)
  const names = namesOf(timeline.trace)
  const acting = new Set(rows.filter((row) => !row.quiet).map((row) => row.actor))
  return {
    timeline,
    rows,
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

export const rowText = ({ timeline: { trace } }: EventTable, row: EventRow): RowText => {
  const names = namesOf(trace)
  const index = faultAt(row.target, trace.plan)
  const fault = index === null ? undefined : trace.plan[index]
  return {
    when: atTime(row.moment.at),
    actor: row.actor === '' ? '' : capital(names.actor(row.actor)),
    text: explainInOneLine(trace, row.timed),
    records: batchName(row.records),
    fault: fault === undefined ? null : capital(faultWordsOf(fault.kind)?.title ?? fault.kind),
  }
}
