import type { KafkaTrace, Ledger, LedgerRow, RecordName } from '../../engine/index.ts'
import { stateWords } from '../../words/en/ui.ts'
import type { IsGone } from './finality.ts'

const { sum: say } = stateWords

interface Moment {
  readonly trace: KafkaTrace
  readonly steps: number
  readonly at: number
}

/** Since when each record is in the leader's log; only the first copy counts. */
const storedSince = ({ trace, steps }: Moment): ReadonlyMap<RecordName, number> => {
  const since = new Map<RecordName, number>()
  for (const step of trace.steps.slice(0, steps))
    for (const event of step.events)
      if (event.kind === 'batch-appended')
        for (const { record } of event.records) if (!since.has(record)) since.set(record, step.at)
  return since
}

/** Refused at a broker, with nothing stored and the answer still on its way. */
const refusedOnTheWay = ({ trace, steps }: Moment): ReadonlySet<RecordName> => {
  const refused = new Set<RecordName>()
  for (const step of trace.steps.slice(0, steps))
    for (const event of step.events) {
      if (event.kind === 'batch-refused') for (const { record } of event.records) refused.add(record)
      if (event.kind === 'batch-appended' || event.kind === 'batch-sent')
        for (const { record } of event.records) refused.delete(record)
    }
  return refused
}

/** Lost on the way with nothing stored: no longer in the air, and the producer cannot tell. */
const lostOnTheWay = ({ trace, steps }: Moment): ReadonlySet<RecordName> => {
  const lost = new Set<RecordName>()
  const about = new Map<string, readonly string[]>()
  for (const step of trace.steps.slice(0, steps))
    for (const event of step.events) {
      if (event.kind === 'message-sent') {
        about.set(event.message.name, event.message.about)
        if (event.message.body.api === 'Produce') for (const record of event.message.about) lost.delete(record)
      }
      if (event.kind === 'message-lost') for (const record of about.get(event.message) ?? []) lost.add(record)
    }
  return lost
}

const hasGoneWrong = ({ trace, steps }: Moment): boolean =>
  trace.steps
    .slice(0, steps)
    .some((step) =>
      step.events.some(
        (event) => event.kind === 'message-lost' || event.kind === 'batch-refused' || event.kind === 'node-crashed',
      ),
    )

const names = (rows: readonly LedgerRow[]): readonly RecordName[] => rows.map((row) => row.record)

/** The one line below the table: the most telling difference between what is true and what is believed. */
export const sumLine = (now: Ledger, isGone: IsGone, moment: Moment, idempotent: boolean): string => {
  const is = (...beliefs: readonly string[]) => now.rows.filter((row) => beliefs.includes(row.belief.belief))
  const twice = now.rows.filter((row) => row.inLog > 1)
  if (twice.length > 0) return say.twice(names(twice), idempotent)
  const gone = is('success, no ack').filter((row) => isGone(row, 'inLog'))
  if (gone.length > 0) return say.gone(names(gone))
  const lost = is('acked').filter((row) => isGone(row, 'inLog'))
  if (lost.length > 0) return say.lost(names(lost))
  return doubtLine(now, moment) ?? toldLine(now, is('refused, will retry'), is('gave up')) ?? quietLine(now, moment)
}

const doubtLine = (now: Ledger, moment: Moment): string | null => {
  const doubt = now.rows.filter((row) => row.belief.belief === 'in doubt')
  const stored = doubt.filter((row) => row.inLog > 0)
  const since = storedSince(moment)
  const oldest = stored.reduce((ms, row) => Math.max(ms, moment.at - (since.get(row.record) ?? moment.at)), 0)
  if (oldest >= 1000) return say.storedUnknown(names(stored), Math.floor(oldest))
  const refused = refusedOnTheWay(moment)
  const onWay = doubt.filter((row) => row.inLog === 0 && refused.has(row.record))
  if (onWay.length > 0) return say.refusedUnknown(names(onWay))
  const lost = lostOnTheWay(moment)
  const nowhere = doubt.filter((row) => row.inLog === 0 && lost.has(row.record))
  if (nowhere.length > 0) return say.notStoredUnknown(names(nowhere))
  return stored.length > 0 ? say.storedUnknown(names(stored), oldest) : null
}

const toldLine = (now: Ledger, refused: readonly LedgerRow[], failed: readonly LedgerRow[]): string | null => {
  const stored = failed.filter((row) => row.inLog > 0)
  if (stored.length > 0) return say.failedButStored(names(stored))
  if (refused.length > 0 && !now.rows.some((row) => row.belief.belief === 'in doubt'))
    return say.refused(names(refused))
  return failed.length > 0 ? say.failed(names(failed)) : null
}

const quietLine = (now: Ledger, moment: Moment): string => {
  const { planned, acked, inLog } = now.totals
  if (planned > 0 && acked === planned && inLog === planned) return say.quietEnd(planned)
  return hasGoneWrong(moment) ? say.since : say.quiet
}

/** Where everything stands, in one breath. */
export const summary = (at: number, now: Ledger): string => {
  const { sent, planned, inLog } = now.totals
  const doubt = now.rows.filter((row) => row.belief.belief === 'in doubt')
  return say.summary(at, sent, planned, inLog, names(doubt))
}
