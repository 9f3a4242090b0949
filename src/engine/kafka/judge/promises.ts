import type { RecordName } from '../model/names.ts'
import type { Setup } from '../model/setup.ts'
import type { PromiseId } from './types.ts'

interface Facts {
  readonly missing: readonly RecordName[]
  readonly lost: readonly RecordName[]
  /** More than one effect; without a guard more than once anywhere on its way. */
  readonly twice: readonly RecordName[]
  /** More than once in the leader's log. */
  readonly storedTwice: readonly RecordName[]
  readonly outOfOrder: readonly RecordName[]
}

/** One promise: its condition in words of the rule books, and what breaks it in one run. */
interface PromiseRule {
  /** Held only as long as this is so; a claim without its condition is not made (LEAD-09). */
  readonly condition: string
  readonly isBroken: (facts: Facts, setup: Setup) => boolean
}

export const promises: Readonly<Record<PromiseId, PromiseRule>> = {
  'stored-at-most-once': {
    condition: 'one running session of an idempotent producer, its application gives up on failure, and no epoch bump rewrites a batch that was written (SEQ-09, MYTH-10, PID-03)',
    isBroken: ({ storedTwice }) => storedTwice.length > 0,
  },
  'acked-is-in-the-log': {
    condition: 'acks=all, no ISR or ELR member loses its disk, and no unclean election (LEAD-09)',
    isBroken: ({ lost }) => lost.length > 0,
  },
  'order-is-kept': {
    condition: 'an idempotent producer, one partition, the application gives up on failure (SEQ-05, MYTH-13)',
    isBroken: ({ outOfOrder }) => outOfOrder.length > 0,
  },
  'one-effect-each': {
    condition: 'everything above, and a reader that commits behind its work and does not crash in between, or effects that a repeat cannot harm (CGR-02, EXT-01)',
    isBroken: ({ missing, twice }, setup) => Object.values(setup.clients).some((c) => c.kind === 'consumer') && (missing.length > 0 || twice.length > 0),
  },
}

export const brokenPromises = (facts: Facts, setup: Setup): readonly PromiseId[] =>
  (Object.keys(promises) as PromiseId[]).filter((id) => promises[id].isBroken(facts, setup))
