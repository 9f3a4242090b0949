import { eventsOf } from '../../core/run.ts'
import type { KafkaTrace } from '../model/kinds.ts'
import type { RecordName } from '../model/names.ts'
import type { Setup } from '../model/setup.ts'
import { toldOf } from './belief.ts'
import { ledger } from './ledger.ts'
import { foldLogs } from './logs.ts'
import { brokenPromises } from './promises.ts'
import type { Fate, LedgerRow, Verdict } from './types.ts'

/** What became of each record in one run, and which promises this run broke. Only an exploration speaks about all runs. */
export const verdict = (trace: KafkaTrace): Verdict => {
  const events = eventsOf(trace).map((e) => e.event)
  const { rows } = ledger(events, trace.setup)
  const goal = goalOf(trace.setup)
  const guarded = isGuarded(trace.setup)
  const fates = Object.fromEntries(rows.map((row) => [row.record, fateOf(row, goal, guarded)]))
  const which = (test: (fate: Fate) => boolean): readonly RecordName[] => rows.filter((r) => test(fates[r.record] ?? fateOf(r, goal, guarded))).map((r) => r.record)
  const facts = {
    missing: which((f) => f.missing),
    lost: which((f) => f.lost),
    refused: which((f) => f.refused),
    twice: which((f) => f.twice),
    inDoubt: which((f) => f.told === 'unknown'),
    outOfOrder: outOfOrder(trace),
  }
  return { outcome: trace.outcome, fates, ...facts, broken: brokenPromises({ ...facts, storedTwice: which((f) => f.inLog > 1) }, trace.setup) }
}

/** The last thing of the chain that a setup has: an effect, else a delivery, else a copy in the log. */
type Goal = 'effects' | 'delivered' | 'inLog'
const goalOf = (setup: Setup): Goal => {
  const readers = Object.values(setup.clients).filter((c) => c.kind === 'consumer')
  if (readers.length === 0) return 'inLog'
  return readers.some((reader) => reader.effect !== null) ? 'effects' : 'delivered'
}

/** EXT-01, EXT-03: where repeats are harmless, a record may lie in the log and be delivered more than once. */
const isGuarded = (setup: Setup): boolean => {
  const acting = Object.values(setup.clients).filter((c) => c.kind === 'consumer' && c.effect !== null)
  return acting.length > 0 && acting.every((c) => c.kind === 'consumer' && c.protection !== undefined)
}

const fateOf = (row: LedgerRow, goal: Goal, guarded: boolean): Fate => {
  const told = toldOf(row.belief)
  const lost = row.acked && row.inLog === 0
  const refused = row.sent && told === 'not written' && row.inLog === 0
  return {
    told,
    inLog: row.inLog,
    readable: row.readable,
    delivered: row.delivered,
    effects: row.effects,
    // With acks=0 nothing was acked, whatever the producer counts: such a record is missing, not lost.
    missing: row.sent && row[goal] === 0 && !refused,
    lost: lost && row.belief.belief === 'acked',
    refused,
    twice: row.effects > 1 || (!guarded && (row.inLog > 1 || row.delivered > 1)),
  }
}

/** Records that first lie in a leader's log behind one that was sent after them, per partition. */
const outOfOrder = (trace: KafkaTrace): readonly RecordName[] => {
  const logs = foldLogs(
    eventsOf(trace).map((e) => e.event),
    trace.setup,
  )
  return logs.flatMap(({ leader, logs: replicas }) => {
    const firstCopies = [...new Set(replicas.find((l) => l.node === leader)?.cells.map((c) => c.record))]
    return firstCopies.filter((record, i) => firstCopies.slice(0, i).some((earlier) => isSentAfter(earlier, record)))
  })
}

/** Names grow with the order of sending: A … Z, AA … */
const isSentAfter = (a: RecordName, b: RecordName): boolean => a.length > b.length || (a.length === b.length && a > b)
