import type { Belief, EffectKind, Ledger, Verdict } from '../../engine/index.ts'
import { listed } from './time.ts'

/** Judgement of a whole run, in a pill. */
export interface Judged {
  readonly tone: 'holds' | 'broken' | 'undecided'
  readonly text: string
}

/** `1 missing, 1 twice`: the worst first. A record that was acked and lost is not counted as missing once more. */
export const judge = (verdict: Verdict): Judged => {
  const missing = verdict.missing.filter((record) => !verdict.lost.includes(record)).length
  const broken = [
    verdict.lost.length > 0 ? `${verdict.lost.length} acked and lost` : '',
    missing > 0 ? `${missing} missing` : '',
    verdict.twice.length > 0 ? `${verdict.twice.length} twice` : '',
    verdict.outOfOrder.length > 0 ? 'out of order' : '',
  ].filter((text) => text !== '')
  if (broken.length > 0) return { tone: 'broken', text: broken.join(', ') }
  if (verdict.outcome === 'undecided') return { tone: 'undecided', text: 'undecided' }
  if (verdict.inDoubt.length > 0) return { tone: 'undecided', text: `${listed(verdict.inDoubt)} in doubt at the end` }
  if (verdict.refused.length > 0) return { tone: 'undecided', text: `${verdict.refused.length} refused` }
  if (Object.keys(verdict.fates).length === 0) return { tone: 'undecided', text: 'nothing sent' }
  return { tone: 'holds', text: 'exactly once' }
}

/** What becomes of a record outside Kafka, in the head of a column and in a count. */
export const effectDone: { readonly [Kind in EffectKind]: string } = {
  card: 'charged',
  'e-mail': 'mailed',
  row: 'written',
  counter: 'counted',
  frame: 'shown',
  typing: 'shown',
}

const counts = ({ totals, hasReader }: Ledger, effect: EffectKind | null): readonly string[] => [
  `${totals.sent} sent`,
  `${totals.inLog} in the log`,
  ...(hasReader ? [`${totals.delivered} delivered`] : [`${totals.readable} readable`]),
  ...(hasReader && effect !== null ? [`${totals.effects} ${effectDone[effect]}`] : []),
]

/** `5 sent · 5 in the log · 5 delivered · 5 charged`; without a reader it ends with `5 readable`. */
export const countsInWords = (ledger: Ledger, effect: EffectKind | null): string => counts(ledger, effect).join(' · ')

/** What the producer knows of a record, in a bar or in the ledger. */
export const sayBelief = (belief: Belief): string => {
  switch (belief.belief) {
    case 'in doubt':
      return `in doubt, try ${belief.attempt}`
    case 'refused, will retry':
      return 'refused, waits'
    case 'waiting':
      return 'not sent'
    case 'not sent':
    case 'acked':
    case 'success, no ack':
    case 'gave up':
      return belief.belief
  }
}

/** What a summary sentence needs to know of the moment. */
export interface Moment {
  readonly ledger: Ledger
  /** `At 30.139 s`. */
  readonly when: string
  readonly effect: EffectKind | null
}

const inDoubt = (ledger: Ledger): readonly string[] =>
  ledger.rows.filter(({ belief }) => belief.belief === 'in doubt').map(({ record }) => record)

/** Spoken when a run is paused: `At 30.139 s: 3 of 5 sent, 3 in the log, 3 charged. The producer is in doubt about C.` */
export const summaryOf = ({ ledger, when, effect }: Moment): string => {
  const { totals } = ledger
  const done = ledger.hasReader && effect !== null ? `, ${totals.effects} ${effectDone[effect]}` : ''
  const doubt = inDoubt(ledger)
  const rest = doubt.length === 0 ? '' : ` The producer is in doubt about ${listed(doubt)}.`
  return `${when}: ${totals.sent} of ${totals.planned} sent, ${totals.inLog} in the log${done}.${rest}`
}

/** Spoken at the end, so with commas: `The run ends exactly once: 5 sent, 5 in the log, 5 charged.` */
export const endOf = (verdict: Verdict, ledger: Ledger, effect: EffectKind | null): string =>
  `The run ends ${judge(verdict).text}: ${counts(ledger, effect).join(', ')}.`
