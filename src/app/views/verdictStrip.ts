import type { EffectKind, Ledger, Verdict } from '../../engine/index.ts'
import { stateWords, storyUiWords } from '../../words/en/ui.ts'
import { type Judged, judge } from '../../words/index.ts'
import type { IsGone } from './finality.ts'

export type CountId = 'sent' | 'inLog' | 'readable' | 'delivered' | 'effects'

export interface Count {
  readonly id: CountId
  readonly value: number
  readonly label: string
}

export interface VerdictStrip {
  readonly planned: number
  readonly counts: readonly Count[]
  readonly acked: {
    readonly value: number
    readonly label: string
    readonly short: string
    /** It trails the log: the producer knows less than is true. */
    readonly trails: boolean
    /** Counted and not in the log. */
    readonly tooMany: number
  }
  readonly outcome: Judged
}

/** Why it is not told how the run ends: somebody is to predict it first, or wants to see it come. */
export type Ahead = 'to be predicted' | 'hidden'

const outcomeOf = (verdict: Verdict | Ahead): Judged => {
  if (verdict === 'to be predicted') return { tone: 'undecided', text: storyUiWords.pending }
  if (verdict === 'hidden') return { tone: 'undecided', text: stateWords.hidden }
  return judge(verdict)
}

/** Counts at the playhead, and how the whole run ends. */
export const verdictStrip = (
  now: Ledger,
  verdict: Verdict | Ahead,
  effect: EffectKind | null,
  isGone: IsGone,
): VerdictStrip => {
  const { totals } = now
  const { counts: label } = stateWords
  const chain: readonly Count[] = [
    { id: 'sent', value: totals.sent, label: label.sent },
    { id: 'inLog', value: totals.inLog, label: label.inLog },
  ]
  const rest: readonly Count[] = now.hasReader
    ? [
        { id: 'delivered', value: totals.delivered, label: label.delivered },
        ...(effect
          ? [{ id: 'effects' as const, value: totals.effects, label: stateWords.effects[effect] ?? effect }]
          : []),
      ]
    : [{ id: 'readable', value: totals.readable, label: label.readable }]
  const stored = now.rows.filter((row) => row.inLog > 0).length
  return {
    planned: totals.planned,
    counts: [...chain, ...rest],
    acked: {
      value: totals.acked,
      label: now.countsWithoutAck ? stateWords.countedAsSuccess : stateWords.acked,
      short: now.countsWithoutAck ? stateWords.short.countedAsSuccess : stateWords.short.acked,
      trails: totals.acked < stored,
      tooMany: now.rows.filter((row) => row.acked && isGone(row, 'inLog')).length,
    },
    outcome: outcomeOf(verdict),
  }
}
