import type { EffectKind, Ledger, Verdict } from '../engine/index.ts'
import type { Telling } from '../timeline/index.ts'
import { stateWords } from '../words/en/ui.ts'
import { atTime, endOf, summaryOf } from '../words/index.ts'

/** What the sentences for those who hear the page are made of. */
export interface Heard {
  readonly told: Telling | null
  readonly sum: string
  readonly ledger: Ledger
  readonly effect: EffectKind | null
  readonly at: number
  /** Of the whole run; null while it is not over. */
  readonly verdict: Verdict | null
}

/** At the end of the run: how it ends. */
const endingOf = ({ verdict, ledger, effect }: Heard): string | null =>
  verdict === null ? null : endOf(verdict, ledger, effect)

/** The name of a caption is no sentence: heard, it needs its stop. */
const ended = (head: string): string => (/[.?:”]$/.test(head) ? head : `${head}.`)

/** The narrator's sentence, or the sum where nothing is told; at the end, how the run ends as well. */
export const spokenOf = (heard: Heard): string => {
  const { told, sum } = heard
  const said = told ? [ended(told.head), told.body].filter(Boolean).join(' ') : sum
  return [said, endingOf(heard)].filter(Boolean).join(' ')
}

/** Where everything stands, in one breath. */
export const standing = (heard: Heard): string =>
  endingOf(heard) ?? summaryOf({ ledger: heard.ledger, when: stateWords.at(atTime(heard.at)), effect: heard.effect })
