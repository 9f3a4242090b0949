import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eventsOf } from '../core/run.ts'
import type { KafkaTrace } from './model/kinds.ts'
import type { Protection } from './model/protection.ts'
import type { Setup } from './model/setup.ts'
import { run } from './run.ts'
import { all } from './runs.testing.ts'
import { anyCase, laws } from './setups.testing.ts'

const guardOf = ({ clients }: Setup): Protection | null => {
  const reader = clients['consumer-1']
  return (reader?.kind === 'consumer' ? reader.protection : null) ?? null
}

/** Pairs of effects of one record that follow each other, as the time between them. */
const gapsBetweenRepeats = (trace: KafkaTrace): readonly number[] => {
  const last = new Map<string, number>()
  return all(trace, 'effect-happened').flatMap(({ record, at }) => {
    const before = last.get(record)
    last.set(record, at)
    return before === undefined ? [] : [at - before]
  })
}

describe('effects outside Kafka, in any run', () => {
  test('are done again by no repeat that comes inside the window, and never where they are harmless by construction (EXT-01, EXT-03)', () => {
    fc.assert(
      fc.property(anyCase, ({ setup, plan }) => {
        const guard = guardOf(setup)
        fc.pre(guard !== null)
        const shortest = guard?.kind === 'dedup' ? guard.windowMs : Number.POSITIVE_INFINITY
        expect(gapsBetweenRepeats(run(setup, plan)).filter((gap) => gap < shortest)).toEqual([])
      }),
      laws,
    )
  })

  test('are done, left undone or failed only when they were called for, and confirmed only when they stand', () => {
    fc.assert(
      fc.property(anyCase, ({ setup, plan }) => {
        const [called, stands] = [new Set<string>(), new Set<string>()]
        for (const { event } of eventsOf(run(setup, plan))) {
          if (event.kind === 'effect-called') called.add(event.record)
          if (event.kind === 'effect-happened' || event.kind === 'effect-skipped' || event.kind === 'effect-failed') expect([...called]).toContain(event.record)
          if (event.kind === 'effect-happened') stands.add(event.record)
          if (event.kind === 'effect-skipped' || event.kind === 'effect-confirmed') expect([...stands]).toContain(event.record)
        }
      }),
      laws,
    )
  })
})
