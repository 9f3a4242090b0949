import type { PendingName, Plan, PromiseId, RecordName, Setup } from '../engine/index.ts'
import type { Telling } from './telling.ts'

/** What a run must come to. A list that is left out must be empty. */
export interface ExpectedVerdict {
  /** The leader's log in the end, by name. */
  readonly log: readonly RecordName[]
  /** Accepted from the application, and nothing in the run brings it. */
  readonly missing?: readonly RecordName[]
  /** Acked, and not in the log. */
  readonly lost?: readonly RecordName[]
  /** The application was told no, and it is not in the log. */
  readonly refused?: readonly RecordName[]
  readonly twice?: readonly RecordName[]
  /** The producer alone cannot say whether it is written. */
  readonly inDoubt?: readonly RecordName[]
  readonly outOfOrder?: readonly RecordName[]
  readonly broken?: readonly PromiseId[]
}

/** A ready run, as data: no code, no step numbers, and not the answer to its own question beyond what the test compares. */
export interface Story {
  /** Also the name of its golden: `goldens/<id>.txt`. */
  readonly id: string
  /** What happens, in one line of a list of runs. */
  readonly title: string
  /** The statements it shows, by their numbers in the list of what must be teachable. */
  readonly covers: readonly string[]
  readonly setup: Setup
  readonly plan: Plan
  readonly expect: ExpectedVerdict
  /** Left out: a run for tests and recordings, in no menu. */
  readonly telling?: Telling
  /**
   * What the picture must show at Story zoom when all marks stand: each stands in one of its labels, whatever lines the
   * label is broken into. Every offset, the last HW, the first belief, every fault, loss, refusal, repeat and recognised
   * duplicate; of a belief its shortest form.
   */
  readonly mustShow: readonly string[]
}

/** Names are written by hand in the stories and nowhere else; the test runs each one and finds every fault used. */
export const aimedBefore = (name: string): { readonly before: PendingName } => ({ before: name as PendingName })
