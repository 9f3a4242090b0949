import type { Belief, EffectKind, Ledger, LedgerRow } from '../../engine/index.ts'
import { stateWords } from '../../words/en/ui.ts'
import type { CountColumn, IsGone } from './finality.ts'

/** How a belief looks: hatched only while it is open. */
export type BeliefTone = 'none' | 'known' | 'doubt' | 'told'

export interface LedgerCell {
  readonly column: CountColumn
  readonly count: number
  /** A 0 for good: the hollow ring. Any other 0 stays blank. */
  readonly gone: boolean
}

export interface LedgerLine {
  readonly record: string
  readonly belief: string
  readonly tone: BeliefTone
  /** What the producer believes and what is true differ. */
  readonly disagrees: boolean
  readonly cells: readonly LedgerCell[]
}

export interface LedgerTable {
  readonly columns: readonly { readonly id: CountColumn; readonly label: string }[]
  readonly lines: readonly LedgerLine[]
}

const { belief: say } = stateWords

export const beliefText = (belief: Belief): string => {
  switch (belief.belief) {
    case 'not sent':
      return say.notSent
    case 'waiting':
      return say.waiting
    case 'in doubt':
      return say.inDoubt(belief.attempt)
    case 'refused, will retry':
      return say.refused
    case 'acked':
      return say.acked
    case 'success, no ack':
      return say.success
    case 'gave up':
      return say.gaveUp
  }
}

const toneOf = (belief: Belief): BeliefTone => {
  switch (belief.belief) {
    case 'not sent':
    case 'waiting':
      return 'none'
    case 'acked':
    case 'success, no ack':
      return 'known'
    case 'in doubt':
      return 'doubt'
    case 'refused, will retry':
    case 'gave up':
      return 'told'
  }
}

/** In doubt while it is stored, a success that is nowhere, a failure that is stored, or two of one. */
const disagrees = (row: LedgerRow, isGone: IsGone): boolean => {
  if (row.inLog > 1) return true
  switch (row.belief.belief) {
    case 'in doubt':
    case 'gave up':
      return row.inLog > 0 || (row.belief.belief === 'in doubt' && isGone(row, 'inLog'))
    case 'acked':
    case 'success, no ack':
      return row.inLog === 0 && isGone(row, 'inLog')
    default:
      return false
  }
}

export const ledgerTable = (now: Ledger, effect: EffectKind | null, isGone: IsGone): LedgerTable => {
  const { columns: label } = stateWords
  // The same chain as in the verdict strip: with a reader, what was delivered tells more than what could be read.
  const columns: LedgerTable['columns'] = [
    { id: 'inLog', label: label.inLog },
    ...(now.hasReader
      ? [{ id: 'delivered' as const, label: label.delivered }]
      : [{ id: 'readable' as const, label: label.readable }]),
    ...(now.hasReader && effect ? [{ id: 'effects' as const, label: stateWords.effectColumn[effect] ?? effect }] : []),
  ]
  return {
    columns,
    lines: now.rows.map((row) => ({
      record: row.record,
      belief: beliefText(row.belief),
      tone: toneOf(row.belief),
      disagrees: disagrees(row, isGone),
      cells: columns.map(({ id }) => ({ column: id, count: row[id], gone: isGone(row, id) })),
    })),
  }
}
