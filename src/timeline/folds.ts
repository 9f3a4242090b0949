/**
 * Folds: idle time is folded away and labelled, never faked short.
 *
 *   ●──●●──●┊        30 s        ┊●──●        more than 40 ms without a telling event
 *   busy     fold: 2 empty fetches  busy
 */
import type { Millis } from './fromEngine.ts'
import type { Quiet, QuietKind } from './telling.ts'

export const LONGEST_GAP = 40

export interface Busy {
  readonly from: Millis
  readonly to: Millis
}
export interface Fold {
  /** From the time of the last telling event before it: stays the same when what follows changes. */
  readonly id: string
  readonly from: Millis
  readonly to: Millis
  readonly counts: readonly { readonly kind: QuietKind; readonly count: number }[]
  readonly quietAt: readonly Millis[]
}

export const busySpans = (times: readonly Millis[]): readonly Busy[] => {
  const spans: Busy[] = []
  for (const at of [...new Set([0, ...times])].sort((a, b) => a - b)) {
    const open = spans.at(-1)
    if (open !== undefined && at - open.to <= LONGEST_GAP) spans[spans.length - 1] = { from: open.from, to: at }
    else spans.push({ from: at, to: at })
  }
  return spans
}

const countIn = (quiet: readonly Quiet[]): Fold['counts'] => {
  const counts = new Map<QuietKind, number>()
  for (const { kind } of quiet) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].map(([kind, count]) => ({ kind, count }))
}

export const folds = (spans: readonly Busy[], quiet: readonly Quiet[]): readonly Fold[] =>
  spans.slice(1).map((next, index) => {
    const from = spans[index]?.to ?? 0
    // A reconnect ends in the very millisecond in which something telling is sent again: it belongs to the wait before.
    const inside = quiet.filter(
      ({ moment, kind }) =>
        moment.at > from && (moment.at < next.from || (kind === 'reconnect' && moment.at === next.from)),
    )
    return { id: `fold:${from}`, from, to: next.from, counts: countIn(inside), quietAt: inside.map((q) => q.moment.at) }
  })
