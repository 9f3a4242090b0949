import { describe, expect, test } from 'vitest'
import { type Box, explore } from '../../core/explore.ts'
import type { Fault, Plan } from '../../core/plan.ts'
import { labSetup, type LabOptions } from '../labSetup.ts'
import { answer, leaderLog, written } from '../runs.testing.ts'
import { play } from '../system.ts'
import type { PromiseId } from './types.ts'
import { verdict } from './verdict.ts'

/*
 * What could become of two records: every plan of at most k faults, tried one by one. Each box says both what must never
 * happen and what must be reachable, and how many plans there were, so that an empty search cannot pass. A number that
 * changes is not wrong by itself: find out which names came or went, then write the new one down.
 */
interface Seen {
  readonly plan: readonly string[]
  readonly log: string
  readonly broken: readonly PromiseId[]
  readonly missing: readonly string[]
  readonly lost: readonly string[]
  readonly twice: readonly string[]
  readonly refused: readonly string[]
  readonly inDoubt: readonly string[]
}

const search = (options: LabOptions, box: Box): readonly Seen[] =>
  [...explore(play(labSetup({ records: 2, ...options })), box)].map(({ plan, trace }) => {
    expect(trace.problems, `${plan.map(written).join(', ')} comes to an end of its own`).toEqual([])
    const { broken, missing, lost, twice, refused, inDoubt } = verdict(trace)
    return {
      plan: (plan as Plan).map(written),
      log: leaderLog(trace).join(''),
      broken,
      missing,
      lost,
      twice,
      refused,
      inDoubt,
    }
  })

const plansThatBreak = (seen: readonly Seen[], promise: PromiseId): readonly (readonly string[])[] =>
  seen.filter((s) => s.broken.includes(promise)).map((s) => s.plan)
const logs = (seen: readonly Seen[]): readonly string[] => [...new Set(seen.map((s) => s.log))].sort()
const faults = (seen: readonly Seen[], promise: PromiseId): number =>
  Math.min(...plansThatBreak(seen, promise).map((p) => p.length))

/** Searched by the first test that asks. */
const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** Brokers that crash have boxes of their own (failOver.explore.test.ts). */
const clientsOnly = ({ node }: Fault): boolean => node === undefined || !node.startsWith('broker-')

const plain = { producer: { 'enable.idempotence': 'false' } }
const losing = ['silent', 'break']

describe('box 1: idempotent, the connection goes silent or breaks, at most twice', () => {
  const seen = once(() => search({}, { faults: 2, kinds: losing }))

  test('91 plans, and every one of them ends with each record in the log once, in order, and acked', () => {
    expect(seen()).toHaveLength(91)
    expect(logs(seen())).toEqual(['AB'])
    for (const { plan, broken, missing, inDoubt } of seen())
      expect({ plan, broken, missing, inDoubt }).toEqual({ plan, broken: [], missing: [], inDoubt: [] })
  })
})

describe('box 2: the same, and a broker may refuse a request once', () => {
  const seen = once(() => search({}, { faults: 2, kinds: [...losing, 'refuse'] }))
  const refusedFirst = 'refuse Produce[A] producer-1>broker-1 #1'

  test('731 plans; no acked record is lost in any of them', () => {
    expect(seen()).toHaveLength(731)
    expect(plansThatBreak(seen(), 'acked-is-in-the-log')).toEqual([])
    expect(seen().flatMap((s) => s.lost)).toEqual([])
  }, 240_000) // 7 s of work: in most plans A is tried for two minutes

  test('one kind of break: A refused, B written and its answer lost with the connection (MYTH-10, SEQ-09, recording A13)', () => {
    const breaks = [
      [refusedFirst, `silent ${answer('A')}`],
      [refusedFirst, `silent ${answer('B')}`],
      [refusedFirst, `break ${answer('B')}`],
    ]
    expect([...plansThatBreak(seen(), 'stored-at-most-once')].sort()).toEqual(breaks.sort())
    expect([...plansThatBreak(seen(), 'order-is-kept')].sort()).toEqual(breaks.sort())
    for (const s of seen().filter((one) => one.broken.length > 0))
      expect(s).toMatchObject({ log: 'BAB', twice: ['B'], inDoubt: [], missing: [] })
  })

  test('a first batch that is refused with the next one in flight never gets in, and the application is told (MYTH-02, BLOG-09)', () => {
    const without = seen().filter((s) => s.log === 'B')
    expect([without.length, without.filter((s) => s.inDoubt.includes('A')).length]).toEqual([608, 485])
    expect(logs(seen())).toEqual(['AB', 'B', 'BAB'])
    expect(without.map((s) => s.plan)).toContainEqual([refusedFirst])
    for (const { plan, refused, missing } of without) {
      expect(plan.some((f) => f.startsWith('refuse Produce[A]'))).toBe(true)
      // Not written, as far as the producer was told; in doubt, where a try of it was never answered.
      expect([...refused, ...missing]).toEqual(['A'])
    }
  })
})

describe('box 3: box 1 without idempotence', () => {
  const seen = once(() => search(plain, { faults: 2, kinds: losing }))

  test('91 plans; a record is stored twice by one fault, and out of order by one fault', () => {
    expect(seen()).toHaveLength(91)
    expect(faults(seen(), 'stored-at-most-once')).toBe(1)
    expect(faults(seen(), 'order-is-kept')).toBe(1)
    expect(plansThatBreak(seen(), 'stored-at-most-once')).toContainEqual([`silent ${answer('B')}`])
    expect(plansThatBreak(seen(), 'order-is-kept')).toContainEqual(['silent Produce[A] producer-1>broker-1 #1'])
  })

  test('no acked record is lost, and none is missing', () => {
    expect(seen().flatMap((s) => [...s.lost, ...s.missing])).toEqual([])
  })

  test('batches of a lost connection come back in reverse order, so the log can read A, B, B, A (SEQ-06)', () => {
    expect(seen().find((s) => s.log === 'ABBA')?.plan).toEqual([`silent ${answer('A')}`])
  })
})

describe('the producer may crash', () => {
  test('the application gives up: each record is in the log at most once, and acked ones are there', () => {
    const seen = search({}, { faults: 2, kinds: [...losing, 'crash'], may: clientsOnly })
    expect(seen).toHaveLength(155)
    expect(seen.flatMap((s) => s.broken)).toEqual([])
    // Reachable: stored, or not stored, and nobody who could say which.
    const inDoubt = seen.filter((s) => s.inDoubt.includes('B'))
    expect(logs(inDoubt)).toEqual(['', 'A', 'AB'])
    expect(seen.every((s) => s.missing.every((record) => s.inDoubt.includes(record)))).toBe(true)
  })

  test('the application sends again: stored twice by one crash, never missing (PID-03, MYTH-21)', () => {
    const seen = search({ onFailure: 'send-again' }, { faults: 2, kinds: ['break', 'crash'], may: clientsOnly })
    expect(seen).toHaveLength(68)
    expect(plansThatBreak(seen, 'stored-at-most-once')).toContainEqual([`crash ${answer('B')}`])
    expect(faults(seen, 'stored-at-most-once')).toBe(1)
    expect(seen.flatMap((s) => [...s.missing, ...s.lost])).toEqual([])
    expect(seen.every((s) => s.plan.some((f) => f.startsWith('crash')) || s.broken.length === 0)).toBe(true)
  })
})

describe('acks=1', () => {
  const seen = once(() => search({ producer: { acks: '1' } }, { faults: 2, kinds: [...losing, 'refuse'] }))

  test('131 plans; switches idempotence off by itself, so twice and out of order are one fault away (CFG-R03, MYTH-16)', () => {
    expect(seen()).toHaveLength(131)
    expect(faults(seen(), 'stored-at-most-once')).toBe(1)
    expect(faults(seen(), 'order-is-kept')).toBe(1)
  })

  test('no acked record is lost as long as no broker dies', () => {
    expect(seen().flatMap((s) => [...s.lost, ...s.missing])).toEqual([])
  })
})

describe('acks=0', () => {
  const seen = once(() => search({ producer: { acks: '0' } }, { faults: 2, kinds: [...losing, 'refuse'] }))

  test('32 plans; never stored twice, never out of order (ACK-02)', () => {
    expect(seen()).toHaveLength(32)
    expect(logs(seen())).toEqual(['', 'A', 'AB', 'B'])
    expect(seen().flatMap((s) => [...s.twice, ...s.broken])).toEqual([])
  })

  test('missing by one fault of each kind, and believed all the same (ACK-01, ACK-03)', () => {
    const missing = seen()
      .filter((s) => s.plan.length === 1 && s.missing.length > 0)
      .map((s) => s.plan[0]?.split(' ')[0])
    expect(new Set(missing)).toEqual(new Set(['silent', 'break', 'refuse']))
    expect(seen().flatMap((s) => s.inDoubt)).toEqual([])
  })
})

describe('a reader that charges a card', () => {
  test('one record, one effect, whatever becomes of the connections', () => {
    const seen = search({ reader: 'card' }, { faults: 2, kinds: losing })
    // 28 more than before readers asked for metadata: their questions and the answers can be hurt as well.
    expect(seen).toHaveLength(231)
    expect(seen.flatMap((s) => s.broken)).toEqual([])
  })

  test('a reader that crashes begins at the beginning and charges again; the log has each record once', () => {
    const seen = search({ reader: 'card' }, { faults: 1, kinds: ['crash'], may: clientsOnly })
    expect(seen).toHaveLength(9)
    expect(logs(seen)).toEqual(['AB'])
    expect(plansThatBreak(seen, 'stored-at-most-once')).toEqual([])
    expect(plansThatBreak(seen, 'one-effect-each')).toContainEqual(['crash process[B] consumer-1'])
    expect(seen.flatMap((s) => s.missing)).toEqual([])
  })
})
