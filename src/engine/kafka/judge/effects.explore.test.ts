import { describe, expect, test } from 'vitest'
import { type Box, explore } from '../../core/explore.ts'
import type { Fault, Plan } from '../../core/plan.ts'
import { labSetup, type LabOptions } from '../labSetup.ts'
import type { Protection } from '../model/protection.ts'
import { run } from '../run.ts'
import { all, crash, written } from '../runs.testing.ts'
import { play } from '../system.ts'
import { verdict } from './verdict.ts'

/*
 * What could become of the effect of one record: every plan of at most two faults of calls, of the reader's process and of
 * acks, tried one by one. A number that changes is not wrong by itself: find out which names came or went.
 */
const HOUR = 3_600_000
const dedup: Protection = { kind: 'dedup', windowMs: HOUR }

const KINDS = ['call-fails', 'reply-lost', 'twice', 'crash', 'silent'] as const
const ofTheReader = (fault: Fault): boolean => {
  if (fault.node !== undefined) return fault.node === 'consumer-1'
  return fault.kind !== 'silent' || ('before' in fault.aim && fault.aim.before.startsWith('ProduceResponse'))
}
const box = (faults: number): Box => ({ faults, kinds: KINDS, may: ofTheReader })

interface Seen {
  readonly plan: readonly string[]
  readonly effects: number
  readonly skipped: number
  readonly twice: readonly string[]
  readonly missing: readonly string[]
  readonly broken: readonly string[]
}

const search = (options: LabOptions, faults = 2): readonly Seen[] =>
  [...explore(play(labSetup({ records: 1, reader: 'card', commit: 'after', producer: { 'enable.idempotence': 'false' }, ...options })), box(faults))].map(({ plan, trace }) => {
    expect(trace.problems, `${plan.map(written).join(', ')} comes to an end of its own`).toEqual([])
    const { twice, missing, broken } = verdict(trace)
    return { plan: (plan as Plan).map(written), effects: all(trace, 'effect-happened').length, skipped: all(trace, 'effect-skipped').length, twice, missing, broken }
  })

const chargedTwice = (seen: readonly Seen[]) => seen.filter((s) => s.effects > 1)
const shortest = (seen: readonly Seen[]) => chargedTwice(seen).filter((s) => s.plan.length === Math.min(...chargedTwice(seen).map((c) => c.plan.length)))

describe('one order, every plan of at most two faults', () => {
  test('a plain effect is done twice by a single fault in four ways, and never left undone', () => {
    const seen = search({})
    expect(shortest(seen).map((s) => s.plan)).toEqual([
      ['silent ProduceResponse[A] broker-1>producer-1 #1'],
      ['twice Call[A] consumer-1>card-1 #1'],
      ['reply-lost CallReply[A] card-1>consumer-1 #1'],
      ['crash CallReply[A] card-1>consumer-1 #1'],
    ])
    expect([seen.length, chargedTwice(seen).length]).toEqual([99, 58])
    expect(seen.filter((s) => s.missing.length > 0)).toEqual([])
    expect(seen.filter((s) => s.plan.every((fault) => fault.startsWith('call-fails'))).filter((s) => s.effects > 1)).toEqual([])
  })

  test.each([dedup, { kind: 'upsert' }, { kind: 'conditional' }] as const)('with $kind no plan does it twice, and none leaves it undone (EXT-01, EXT-03)', (protection) => {
    const seen = search({ protection })
    expect(seen.filter((s) => s.effects !== 1)).toEqual([])
    expect(seen.filter((s) => s.broken.includes('one-effect-each'))).toEqual([])
    expect([seen.length, seen.filter((s) => s.skipped > 0).length]).toEqual([99, 58])
  })

  test('with a window that ends before a repeat comes, the repeat is done again (EXT-01)', () => {
    const seen = search({ protection: { kind: 'dedup', windowMs: 500 } }, 1)
    expect(shortest(seen).map((s) => s.plan)).toEqual([
      ['silent ProduceResponse[A] broker-1>producer-1 #1'],
      ['reply-lost CallReply[A] card-1>consumer-1 #1'],
      ['crash CallReply[A] card-1>consumer-1 #1'],
    ])
    expect(seen.find((s) => s.plan.join().startsWith('twice'))).toMatchObject({ effects: 1, skipped: 1 })
  })

  test('of committing before the call, no plan does it twice but for the call itself, and one crash leaves it undone (CGR-02)', () => {
    const seen = search({ commit: 'before', producer: {} })
    expect(seen.filter((s) => s.missing.length > 0 && s.plan.length === 1).map((s) => s.plan)).toEqual([['crash OffsetCommitResponse[A] broker-3>consumer-1 #1'], ['crash process[A] consumer-1']])
    expect(shortest(seen).map((s) => s.plan)).toEqual([['twice Call[A] consumer-1>card-1 #1'], ['reply-lost CallReply[A] card-1>consumer-1 #1']])
    expect(chargedTwice(seen).filter((s) => !s.plan.some((fault) => /twice|reply-lost/.test(fault)))).toEqual([])
  })
})

describe('a repeat two hours later (EXT-01)', () => {
  const late = (protection: Protection) => {
    const setup = { ...labSetup({ records: 1, reader: 'card', commit: 'after', protection }), horizon: 3 * HOUR }
    return all(run(setup, [crash('consumer-1', 'CallReply[A] card-1>consumer-1 #1', 2 * HOUR)]), 'effect-happened').length
  }

  test('is outside a window of one hour, and inside one of three; what is harmless by construction needs none', () => {
    expect([dedup, { kind: 'dedup', windowMs: 3 * HOUR } as const, { kind: 'upsert' } as const, { kind: 'conditional' } as const].map(late)).toEqual([2, 1, 1, 1])
  })
})
