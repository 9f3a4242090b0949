/** What a statement is, and how one is written down. */
import type { KafkaTrace } from '../engine/index.ts'
import { type Fact, holds } from './fact.ts'

/** What a statement out of reach waits for. */
type Later =
  | 'transactions'
  | 'the code pane'
  | 'what it costs'
  | 'lessons'
  | 'challenges'
  | 'other systems'
  | 'the matrix of contracts'

interface Showing {
  readonly story: string
  readonly facts: readonly Fact[]
}

export interface Statement {
  readonly says: string
  /** Empty: no story can show it yet. */
  readonly shown: readonly Showing[]
  readonly waitsFor: Later | null
}

export const shown = (says: string, ...showings: readonly Showing[]): Statement => ({
  says,
  shown: showings,
  waitsFor: null,
})
export const later = (waitsFor: Later, says: string): Statement => ({ says, shown: [], waitsFor })
export const by = (story: string, ...facts: readonly Fact[]): Showing => ({ story, facts })

/** The facts of a showing that are not so in the run of its story. */
export const unshown = (facts: readonly Fact[], trace: KafkaTrace): readonly Fact[] =>
  facts.filter((fact) => !holds(fact, trace))
