import type { EffectKind, Ledger, LedgerRow } from '../../engine/index.ts'

/** What the ledger alone cannot tell: since when a record is as it is, and what nothing brings back. */
export interface SumFacts {
  /** How long the oldest stored and unconfirmed record has been stored. */
  readonly storedFor?: number
  /** Records that nothing in this run brings any more. */
  readonly gone?: readonly string[]
  /** Records that were once in doubt, or tried again, up to now. */
  readonly everInDoubt?: readonly string[]
  /** Records of the log in another order than they were handed over. */
  readonly outOfOrder?: readonly string[]
  readonly idempotent?: boolean
  /** Refused by a broker, with the answer still on its way. */
  readonly refusedUnheard?: readonly string[]
  /** Lost on the way, with nothing stored, and the producer cannot tell. */
  readonly lostUnheard?: readonly string[]
  /** Where records lie that were handed over: the numbers of the brokers, and whether all of them are down. */
  readonly held?: Readonly<Record<string, { readonly brokers: readonly number[]; readonly down: boolean }>>
  /** What the reader does outside Kafka; null or left out: nothing. */
  readonly effect?: EffectKind | null
  /** Done outside, and the reader's call was not answered. */
  readonly effectUnheard?: readonly string[]
  /** Whether anything has gone wrong up to now. */
  readonly wentWrong?: boolean
}

export type Rule = (ledger: Ledger, facts: SumFacts) => string | null

export const namesOf = (ledger: Ledger, is: (row: LedgerRow) => boolean): readonly string[] =>
  ledger.rows.filter(is).map(({ record }) => record)
export const either = (names: readonly string[], one: string, many: string): string => (names.length === 1 ? one : many)
