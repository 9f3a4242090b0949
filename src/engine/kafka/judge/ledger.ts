import type { KafkaEvent } from '../model/event.ts'
import type { RecordName } from '../model/names.ts'
import { recordsOf } from '../model/records.ts'
import type { Setup } from '../model/setup.ts'
import { resolvedOf } from '../model/resolved.ts'
import { foldBeliefs } from './belief.ts'
import { foldLogs } from './logs.ts'
import type { Ledger, LedgerRow } from './types.ts'

type Seen = { readonly kind: string }

/** How often each record was counted. */
const tally = (names: Iterable<RecordName>): ReadonlyMap<RecordName, number> => {
  const counts = new Map<RecordName, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

const is =
  <K extends KafkaEvent['kind']>(kind: K) =>
  (event: Seen): event is Extract<KafkaEvent, { kind: K }> =>
    event.kind === kind

/**
 * What an all-knowing bystander would write down: a fold over events, which no node can read. One row per record of the
 * workload, in order.
 * @param events everything up to the playhead, or of the whole run
 */
export const ledger = (events: readonly Seen[], setup: Setup): Ledger => {
  const beliefs = foldBeliefs(events)
  const leaders = foldLogs(events, setup).flatMap((p) => p.logs.filter((l) => l.node === p.leader))
  const inLog = tally(leaders.flatMap((l) => l.cells.map((c) => c.record)))
  const readable = tally(leaders.flatMap((l) => l.cells.filter((c) => c.offset < l.highWatermark).map((c) => c.record)))
  const sends = tally(events.filter(is('record-handed-over')).flatMap((e) => e.records.map((r) => r.record)))
  const acked = tally([...events.filter(is('batch-acked')), ...events.filter(is('batch-counted-as-sent'))].flatMap((e) => e.records.map((r) => r.record)))
  const delivered = tally(events.filter(is('record-delivered')).map((e) => e.record))
  const effects = tally(events.filter(is('effect-happened')).map((e) => e.record))
  const rows = recordsOf(setup).map((record): LedgerRow => {
    const count = (of: ReadonlyMap<RecordName, number>): number => of.get(record) ?? 0
    return {
      record,
      sent: count(sends) > 0,
      sends: count(sends),
      belief: beliefs[record] ?? { belief: 'not sent' },
      acked: count(acked) > 0,
      inLog: count(inLog),
      readable: count(readable),
      delivered: count(delivered),
      effects: count(effects),
    }
  })
  return { rows, totals: totalsOf(rows), hasReader: hasReader(setup), countsWithoutAck: countsWithoutAck(setup) }
}

const totalsOf = (rows: readonly LedgerRow[]): Ledger['totals'] => {
  const sum = (of: (row: LedgerRow) => number): number => rows.reduce((so, row) => so + of(row), 0)
  return {
    planned: rows.length,
    sent: sum((r) => Number(r.sent)),
    acked: sum((r) => Number(r.acked)),
    inLog: sum((r) => r.inLog),
    readable: sum((r) => r.readable),
    delivered: sum((r) => r.delivered),
    effects: sum((r) => r.effects),
  }
}

const hasReader = (setup: Setup): boolean => Object.values(setup.clients).some((c) => c.kind === 'consumer')
const countsWithoutAck = (setup: Setup): boolean => Object.values(resolvedOf(setup).producers).some((c) => c.acks === 0)
