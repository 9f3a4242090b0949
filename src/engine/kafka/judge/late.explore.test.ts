import { describe, expect, test } from 'vitest'
import { explore } from '../../core/explore.ts'
import { type LabOptions, labSetup } from '../labSetup.ts'
import { answer, leaderLog, request, written } from '../runs.testing.ts'
import { play } from '../system.ts'
import type { PromiseId } from './types.ts'
import { verdict } from './verdict.ts'

/*
 * Boxes 1 and 3 of promises.explore.test.ts again, and now a message may be late by 500 ms as well: two records, at most
 * two faults. A number that changes is not wrong by itself: find out which names came or went, then write it down.
 */
interface Seen {
  readonly plan: readonly string[]
  readonly log: string
  readonly broken: readonly PromiseId[]
  readonly missing: readonly string[]
  readonly lost: readonly string[]
  readonly inDoubt: readonly string[]
}

const isLate = (fault: string): boolean => fault.startsWith('late')

/** Plans that strike whole; the others can only be the same message late twice, which nothing can be. */
const search = (options: LabOptions): readonly Seen[] =>
  [...explore(play(labSetup({ records: 2, ...options })), { faults: 2, kinds: ['silent', 'break', 'late'] })].flatMap(
    ({ plan, trace }) => {
      const faults = plan.map(written)
      const strikesWhole = trace.unused.length === 0
      expect(trace.outcome, faults.join(', ')).toBe('settled')
      expect(strikesWhole || (isLate(faults[0] ?? '') && faults[0] === faults[1]), faults.join(', ')).toBe(true)
      const { broken, missing, lost, inDoubt } = verdict(trace)
      const log = leaderLog(trace).join('')
      return strikesWhole ? [{ plan: faults, log, broken, missing, lost, inDoubt }] : []
    },
  )

/** Searched by the first test that asks. */
const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

const logs = (seen: readonly Seen[]): readonly string[] => [...new Set(seen.map((s) => s.log))].sort()
const withLate = (seen: readonly Seen[]): readonly Seen[] => seen.filter((s) => s.plan.some(isLate))
const onlyLate = (seen: readonly Seen[]): readonly Seen[] => withLate(seen).filter((s) => s.plan.every(isLate))

/** What breaks with a message late before it, and breaks nothing alone. */
const helpedByLate = (seen: readonly Seen[]): readonly string[] => {
  const harmlessAlone = (fault: string): boolean =>
    seen.some((s) => s.plan.length === 1 && s.plan[0] === fault && s.broken.length === 0)
  return withLate(seen)
    .filter((s) => s.broken.length > 0 && s.plan.filter((f) => !isLate(f)).every(harmlessAlone))
    .map((s) => `${s.plan.join(', ')}: ${s.log}`)
    .sort()
}

describe('box 1 and late: idempotent', () => {
  const seen = once(() => search({}))

  test('162 plans, 71 of them with something late; each record is in the log once, in order, and acked', () => {
    expect([seen().length, withLate(seen()).length]).toEqual([162, 71])
    expect(logs(seen())).toEqual(['AB'])
    for (const { plan, broken, missing, inDoubt } of seen())
      expect({ plan, broken, missing, inDoubt }).toEqual({ plan, broken: [], missing: [], inDoubt: [] })
  })
})

describe('box 3 and late: without idempotence', () => {
  const seen = once(() => search({ producer: { 'enable.idempotence': 'false' } }))

  test('162 plans, 71 of them with something late; no acked record is lost, and none is missing', () => {
    expect([seen().length, withLate(seen()).length]).toEqual([162, 71])
    expect(seen().flatMap((s) => [...s.lost, ...s.missing, ...s.inDoubt])).toEqual([])
  })

  test('late alone breaks nothing: on one connection nothing overtakes (NET-02, recording A5b)', () => {
    expect(onlyLate(seen())).toHaveLength(10)
    expect(logs(onlyLate(seen()))).toEqual(['AB'])
  })

  test('late reaches no log that cannot be reached without it', () => {
    expect(logs(withLate(seen()))).toEqual(['AB', 'ABA', 'ABB', 'ABBA', 'BA'])
    expect(logs(seen().filter((s) => !s.plan.some(isLate)))).toEqual(
      expect.arrayContaining([...logs(withLate(seen()))]),
    )
  })

  test('but it makes a harmless break a harmful one: what is late has others before or behind it (MYTH-12, SEQ-06)', () => {
    expect(helpedByLate(seen())).toEqual([
      // The answer to A would have been read by then; now it goes with the connection.
      `late ${answer('A')}, break ${request('B')}: ABA`,
      // Both are lost together, and come back in reverse.
      `late ${request('A')}, break ${request('A')}: BA`,
      `late ${request('A')}, break ${request('B')}: ABA`,
    ])
  })
})
