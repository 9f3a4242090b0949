import type { Ledger, LedgerRow } from '../../engine/index.ts'
import { either, namesOf, type Rule, type SumFacts } from './sumFacts.ts'
import { doneTwice, effectUnheard, knownRepeat, nobodyMinds } from './sumOfEffects.ts'
import { lastingInWords, listed } from './time.ts'

export type { SumFacts } from './sumFacts.ts'

const lostSilently: Rule = (ledger, { gone = [] }) => {
  const names = namesOf(
    ledger,
    (row) => row.belief.belief === 'success, no ack' && row.inLog === 0 && gone.includes(row.record),
  )
  if (names.length === 0) return null
  const counted = either(names, 'it as a success', 'them as successes')
  return `${listed(names)} ${either(names, 'is', 'are')} gone. The producer counts ${counted}, and the log shows no hole.`
}

/** Acked, and the leader goes on without it: while the cut is still to come, a copy lies somewhere. */
const ackedElsewhere: Rule = (ledger, { held = {} }) => {
  const isHeld = (down: boolean) => (row: LedgerRow) =>
    row.belief.belief === 'acked' && row.inLog === 0 && held[row.record]?.down === down
  const dead = namesOf(ledger, isHeld(true))
  const brokers = held[dead[0] ?? '']?.brokers ?? []
  if (dead.length > 0) {
    const [who, are] = brokers.length === 1 ? ['The only broker that has', 'is'] : ['All brokers that have', 'are']
    const [were, it] = dead.length === 1 ? ['was', 'it'] : ['were', 'them']
    return `${listed(dead)} ${were} acked. ${who} ${it} ${are} down, and the new leader goes on without ${it}.`
  }
  const alive = namesOf(ledger, isHeld(false))
  return alive.length === 0
    ? null
    : `${listed(alive)} ${either(alive, 'was', 'were')} acked, and the new leader does not have ${either(alive, 'it', 'them')}.`
}

/** Before a new leader is there, and under one that does not have it. */
const onDeadDisks: Rule = (ledger, { held = {} }) => {
  const names = namesOf(ledger, (row) => held[row.record]?.down === true)
  const brokers = held[names[0] ?? '']?.brokers ?? []
  const [only] = brokers
  if (names.length === 0 || only === undefined || brokers.length > 1) return null
  return `${listed(names)} ${either(names, 'is', 'are')} on the disk of broker ${only} only, and broker ${only} is down.`
}

const ackedAndLost: Rule = (ledger, { gone = [] }) => {
  const names = namesOf(ledger, (row) => row.belief.belief === 'acked' && row.inLog === 0 && gone.includes(row.record))
  if (names.length === 0) return null
  return `${listed(names)} ${either(names, 'was', 'were')} acked, and ${either(names, 'is', 'are')} in no log any more.`
}

const twice: Rule = (ledger, { idempotent = false }) => {
  const names = namesOf(ledger, (row) => row.inLog > 1)
  if (names.length === 0) return null
  return idempotent
    ? `${listed(names)} ${either(names, 'is', 'are')} in the log twice. The second copy came with a number of its own.`
    : `${listed(names)} ${either(names, 'is', 'are')} in the log twice. Without sequence numbers no broker can tell.`
}

const outOfOrder: Rule = (_ledger, { outOfOrder: names = [] }) =>
  names.length === 0 ? null : `${listed(names)} came later than what was sent behind ${either(names, 'it', 'them')}.`

const gaveUp: Rule = (ledger) => {
  const told = (row: LedgerRow): boolean => row.belief.belief === 'gave up'
  const stored = namesOf(ledger, (row) => told(row) && row.inLog > 0)
  const absent = namesOf(ledger, (row) => told(row) && row.inLog === 0)
  if (stored.length > 0)
    return `The application was told that ${listed(stored)} failed. ${either(stored, 'It is', 'They are')} in the log.`
  if (absent.length > 0)
    return `The application was told that ${listed(absent)} failed. ${either(absent, 'It is', 'They are')} in no log.`
  return null
}

const storedInDoubt: Rule = (ledger, { storedFor = 0 }) => {
  const names = namesOf(ledger, (row) => row.belief.belief === 'in doubt' && row.inLog > 0)
  if (names.length === 0) return null
  return storedFor < 1000
    ? `${listed(names)} ${either(names, 'is', 'are')} stored. The producer has not heard of it yet.`
    : `${listed(names)} ${either(names, 'has', 'have')} been stored for ${lastingInWords(storedFor)}. Nothing the producer has seen says so.`
}

/** Of what has been stored for long, before what was lost a moment ago. */
const longInDoubt: Rule = (ledger, facts) =>
  facts.storedFor === undefined || facts.storedFor < 1000 ? null : storedInDoubt(ledger, facts)

const refused: Rule = (ledger) => {
  const names = namesOf(ledger, (row) => row.belief.belief === 'refused, will retry' && row.inLog === 0)
  if (names.length === 0) return null
  const clear = ledger.rows.every((row) => row.belief.belief !== 'in doubt')
  return `${listed(names)} ${either(names, 'is', 'are')} not stored, and the producer has been told so.${clear ? ' Nothing is in doubt.' : ''}`
}

const refusedUnheard: Rule = (_ledger, { refusedUnheard: names = [] }) =>
  names.length === 0
    ? null
    : `${listed(names)} ${either(names, 'is', 'are')} not stored. The producer has not heard of it yet.`

const lostUnheard: Rule = (_ledger, { lostUnheard: names = [] }) =>
  names.length === 0
    ? null
    : `${listed(names)} ${either(names, 'is', 'are')} not stored. Nothing the producer has seen says so.`

const settled: Rule = (ledger, { everInDoubt = [] }) => {
  const names = namesOf(
    ledger,
    (row) => row.belief.belief === 'acked' && row.inLog === 1 && everInDoubt.includes(row.record),
  )
  if (names.length === 0) return null
  return `${listed(names)} ${either(names, 'was', 'were')} stored once. Now the producer knows.`
}

const allKnown: Rule = ({ totals: { planned, acked, inLog }, countsWithoutAck }) => {
  if (planned === 0 || acked !== planned || inLog !== planned) return null
  return countsWithoutAck
    ? `${planned} sent, ${planned} in the log. No ack has said so.`
    : `${planned} sent, ${planned} in the log, and the producer knows it.`
}

/** Something went wrong before, and nothing of it is open now. */
const since: Rule = (ledger, { wentWrong = false }) => {
  if (!wentWrong) return null
  const names = namesOf(ledger, (row) => row.belief.belief === 'in doubt')
  return names.length === 0 ? 'Nothing is in doubt now.' : `${listed(names)} ${either(names, 'is', 'are')} on the way.`
}

/** The worst first. */
const RULES: readonly Rule[] = [
  ackedElsewhere,
  onDeadDisks,
  ackedAndLost,
  nobodyMinds,
  lostSilently,
  doneTwice,
  knownRepeat,
  twice,
  outOfOrder,
  gaveUp,
  refusedUnheard,
  refused,
  longInDoubt,
  lostUnheard,
  storedInDoubt,
  effectUnheard,
  settled,
  allKnown,
  since,
]

/** The one line under the ledger: how what is true and what the producer knows stand to each other. */
export const sumOf = (ledger: Ledger, facts: SumFacts = {}): string => {
  for (const rule of RULES) {
    const said = rule(ledger, facts)
    if (said !== null) return said
  }
  return 'Nothing has gone wrong yet.'
}
