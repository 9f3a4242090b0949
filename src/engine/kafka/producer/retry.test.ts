import { describe, expect, test } from 'vitest'
import type { SequenceEntry } from '../model/producer.ts'
import { batchWith, deskWith, numbered, P } from './desk.testing.ts'
import { canRetry } from './retry.ts'

const OUT_OF_ORDER = 'OUT_OF_ORDER_SEQUENCE_NUMBER'

describe('whether a failed batch is tried again', () => {
  test('yes before its deadline, no at it (RET-01, TMO-01)', () => {
    const batch = batchWith('A', { sequence: 0 })
    expect(canRetry(deskWith({ now: 119_999 }), batch, 'NOT_ENOUGH_REPLICAS', 0)).toBe(true)
    expect(canRetry(deskWith({ now: 120_000 }), batch, 'NOT_ENOUGH_REPLICAS', 0)).toBe(false)
  })

  test('retries = n allows n + 1 sends (CFG-R08)', () => {
    const config = { retries: '2' }
    expect(canRetry(deskWith({ config }), batchWith('A', { sequence: 0, attempts: 1 }), 'NETWORK_EXCEPTION', 0)).toBe(
      true,
    )
    expect(canRetry(deskWith({ config }), batchWith('A', { sequence: 0, attempts: 2 }), 'NETWORK_EXCEPTION', 0)).toBe(
      false,
    )
  })

  test('never once the application has been told (TMO-02)', () => {
    const told = batchWith('A', { sequence: 0, result: { kind: 'failed', exception: 'TimeoutException', text: '' } })
    expect(canRetry(deskWith(), told, 'NETWORK_EXCEPTION', 0)).toBe(false)
  })

  test.each(['INVALID_RECORD', 'MESSAGE_TOO_LARGE', 'INVALID_PRODUCER_EPOCH', 'TOPIC_AUTHORIZATION_FAILED'] as const)(
    'not for %s (RET-03)',
    (error) => {
      expect(canRetry(deskWith(), batchWith('A', { sequence: 0 }), error, 0)).toBe(false)
    },
  )

  test('without idempotence an out-of-order answer is final (RET-01, RET-03)', () => {
    expect(canRetry(deskWith({ config: { 'enable.idempotence': 'false' } }), batchWith('A'), OUT_OF_ORDER, 0)).toBe(
      false,
    )
  })
})

describe('out of order, with idempotence (RET-05)', () => {
  const tried = (
    entry: SequenceEntry,
    sequence: number,
    rewritten = false,
  ): { readonly retried: boolean; readonly bump: boolean } => {
    const desk = deskWith({ state: { sequences: { [P]: entry } } })
    const retried = canRetry(desk, batchWith('C', { sequence, rewritten }), OUT_OF_ORDER, 0)
    return { retried, bump: desk.state.bumpFor.includes(P) }
  }

  test('(a) not the one right behind the last ack: something before it will still come; no bump', () => {
    expect(tried(numbered({ lastAckedSequence: 0, unfinished: ['B', 'C'] }), 2)).toEqual({ retried: true, bump: false })
    expect(tried(numbered({ unfinished: ['B', 'C'] }), 1)).toEqual({ retried: true, bump: false })
  })

  test('(a) rewritten since it was sent: the answer is about the old number; no bump', () => {
    expect(tried(numbered({ lastAckedSequence: 1 }), 2, true)).toEqual({ retried: true, bump: false })
  })

  test('(b) it is the next one: the broker has lost data; bump', () => {
    expect(tried(numbered({ lastAckedSequence: 1 }), 2)).toEqual({ retried: true, bump: true })
    expect(tried(numbered({}), 0)).toEqual({ retried: true, bump: true })
  })

  test('(c) behind an unresolved sequence: bump only if it directly follows it', () => {
    const entry = numbered({ lastAckedSequence: 1, unresolved: 3 })
    expect(tried(entry, 3)).toEqual({ retried: true, bump: true })
    expect(tried(entry, 4)).toEqual({ retried: true, bump: false })
  })
})

describe('an unknown producer, which no broker of today reports (RET-06, BLOG-10)', () => {
  const bumpAfter = (logStartOffset: number, rewritten: boolean): readonly string[] => {
    const desk = deskWith({ state: { sequences: { [P]: numbered({}) } } })
    expect(canRetry(desk, batchWith('A', { sequence: 0, rewritten }), 'UNKNOWN_PRODUCER_ID', logStartOffset)).toBe(true)
    return desk.state.bumpFor
  }

  test('is always tried again, and bumps unless the log start is unknown or the batch was rewritten', () => {
    expect(bumpAfter(0, false)).toEqual([P])
    expect(bumpAfter(-1, false)).toEqual([])
    expect(bumpAfter(0, true)).toEqual([])
  })
})
