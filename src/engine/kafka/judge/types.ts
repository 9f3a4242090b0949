import type { RecordName } from '../model/names.ts'

/** What the producer alone can know of a record: made of events of the application and its producer only (model.md section 9). */
export type Belief =
  | { readonly belief: 'not sent' }
  /** Handed over, and nothing of it was ever written to a connection. */
  | { readonly belief: 'waiting' }
  | { readonly belief: 'in doubt'; readonly attempt: number }
  | { readonly belief: 'refused, will retry'; readonly attempt: number }
  | { readonly belief: 'acked' }
  | { readonly belief: 'success, no ack' }
  /** `inDoubt`: a try of it was never answered, so it may be in the log all the same (MYTH-11). */
  | { readonly belief: 'gave up'; readonly exception: string; readonly inDoubt: boolean }

/** For the verdict a belief is one of three. */
export type Told = 'acked' | 'not written' | 'unknown'

/** One row of the ledger: what an all-knowing bystander would write down. */
export interface LedgerRow {
  readonly record: RecordName
  /** Accepted from the application. */
  readonly sent: boolean
  /** How often the application handed it over. */
  readonly sends: number
  readonly belief: Belief
  /** Acked, or counted as a success with acks=0. */
  readonly acked: boolean
  /** Copies in the current leader's log. */
  readonly inLog: number
  /** Copies below the leader's high watermark. */
  readonly readable: number
  readonly delivered: number
  readonly effects: number
}

export interface Ledger {
  readonly rows: readonly LedgerRow[]
  readonly totals: { readonly planned: number; readonly sent: number; readonly acked: number; readonly inLog: number; readonly readable: number; readonly delivered: number; readonly effects: number }
  readonly hasReader: boolean
  /** True when what the producer counts as success was never answered (acks=0). */
  readonly countsWithoutAck: boolean
}

/** What became of one record in a whole run. */
export interface Fate {
  readonly told: Told
  readonly inLog: number
  readonly readable: number
  readonly delivered: number
  readonly effects: number
  /** Accepted from the application, and nothing in this run can still bring it. */
  readonly missing: boolean
  /** Acked and not in the log. */
  readonly lost: boolean
  /** The application was told no, and it is not in the log: neither missing nor lost. */
  readonly refused: boolean
  /** More than one effect; without a guard also more than one delivery, or copy in the log. */
  readonly twice: boolean
}

/** Promises about one run; each is stated with its condition in `judge/promises.ts`. */
export type PromiseId = 'stored-at-most-once' | 'acked-is-in-the-log' | 'order-is-kept' | 'one-effect-each'

export interface Verdict {
  readonly outcome: 'settled' | 'undecided'
  readonly fates: Readonly<Record<RecordName, Fate>>
  readonly broken: readonly PromiseId[]
  /** Counts for the pill: `exactly once`, `1 missing`, `1 acked and lost`, `1 twice`, `C in doubt at the end`. */
  readonly missing: readonly RecordName[]
  readonly lost: readonly RecordName[]
  readonly refused: readonly RecordName[]
  readonly twice: readonly RecordName[]
  readonly inDoubt: readonly RecordName[]
  readonly outOfOrder: readonly RecordName[]
}

