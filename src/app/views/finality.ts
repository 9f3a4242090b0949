/**
 * When a 0 may be shown: only once nothing in this run can still bring the record (ux.md section 9).
 *
 *   C  sent ──── lost ✕            last mention of C: from here on its 0 is final
 *   D  sent ──── lost ✕ ── try 2 ─ appended      a 0 of D never is
 *   E  appended ── the leader's disk is lost ──── a follower that has E leads      nor is one of E
 */
import type { EventOf, KafkaKinds, KafkaTrace, LedgerRow, RecordName } from '../../engine/index.ts'

export type CountColumn = 'inLog' | 'readable' | 'delivered' | 'effects'
/** A 0 in that column, for good. */
export type IsGone = (row: LedgerRow, column: CountColumn) => boolean

type Event = EventOf<KafkaKinds>

/** Whose logs a record came to, per replica: with a new leader they count. What was cut there only makes a 0 wait. */
const createHeld = () => {
  const held = new Map<string, Set<RecordName>>()
  return (event: Event): Iterable<RecordName> => {
    if (event.kind !== 'batch-appended' && event.kind !== 'batch-replicated' && event.kind !== 'leadership-taken')
      return []
    const replica = `${event.partition} ${event.node}`
    const records = held.get(replica) ?? new Set()
    if (event.kind === 'leadership-taken') return records
    held.set(replica, new Set([...records, ...event.records.map(({ record }) => record)]))
    return []
  }
}

const mentioned = (event: Event, about: ReadonlyMap<string, readonly string[]>): readonly RecordName[] => {
  if (event.kind === 'message-sent') return event.message.about
  if (event.kind === 'message-landed' || event.kind === 'message-lost' || event.kind === 'message-late')
    return about.get(event.message) ?? []
  if ('records' in event) return event.records.map((sent) => sent.record)
  return 'record' in event ? [event.record] : []
}

/** By record: how many steps are done once the last one that has to do with it is. */
export const lastMentions = (trace: KafkaTrace): ReadonlyMap<RecordName, number> => {
  const about = new Map<string, readonly string[]>()
  const last = new Map<RecordName, number>()
  const held = createHeld()
  for (const [index, step] of trace.steps.entries())
    for (const event of step.events) {
      if (event.kind === 'message-sent') about.set(event.message.name, event.message.about)
      for (const record of [...mentioned(event, about), ...held(event)]) last.set(record, index + 1)
    }
  return last
}

export const finality = (steps: number, total: number, last: ReadonlyMap<RecordName, number>): IsGone => {
  return (row, column) => {
    if (!row.sent || row[column] > 0) return false
    if (steps >= total) return true
    return row.inLog === 0 && steps >= (last.get(row.record) ?? 0)
  }
}
