import { describe, expect, test } from 'vitest'
import type { ProducerStateEntry } from '../model/broker.ts'
import { laid, stamped } from './desk.testing.ts'
import { BATCHES_TO_RETAIN, checkSequence, remember } from './producerState.ts'

/** What a partition remembers after batches of one record each, with these sequences, at offsets 0, 1, … */
const entryAfter = (...sequences: readonly number[]): ProducerStateEntry => {
  const entry = sequences.reduce<ProducerStateEntry | undefined>(
    (so, sequence, i) => remember(so, laid('A', i, stamped(sequence))),
    undefined,
  )
  if (!entry) throw new Error('needs a sequence')
  return entry
}

describe('a batch of a producer that nobody remembers', () => {
  test('is accepted with any epoch and any first sequence (BLOG-09, MYTH-02)', () => {
    expect(checkSequence(undefined, stamped(0), 1)).toEqual({ kind: 'in-order' })
    expect(checkSequence(undefined, stamped(41, 3), 1)).toEqual({ kind: 'in-order' })
  })
})

describe('a batch of the same epoch', () => {
  test('is in order right behind the last one (BLOG-08)', () => {
    expect(checkSequence(entryAfter(0, 1), stamped(2), 1)).toEqual({ kind: 'in-order' })
  })

  test('is out of order behind a gap: nothing is held for it (BLOG-08, MYTH-01)', () => {
    expect(checkSequence(entryAfter(0), stamped(2), 1)).toEqual({ kind: 'out-of-order', expected: 1 })
  })

  test('is in order at 0 behind 2147483647 (BLOG-08)', () => {
    expect(checkSequence(entryAfter(2147483647), stamped(0), 1)).toEqual({ kind: 'in-order' })
  })

  test('drops a batch whose sequences it already holds, and names its original offset (BLOG-03)', () => {
    expect(checkSequence(entryAfter(0, 1, 2), stamped(1), 1)).toMatchObject({
      kind: 'duplicate',
      of: { baseOffset: 1 },
    })
  })

  test('is no duplicate when it is only a part of a remembered batch, or a merger (BLOG-04)', () => {
    const three = remember(undefined, {
      ...laid('A', 0, stamped(0)),
      lastOffset: 2,
      records: ['A', 'B', 'C'].map((record) => ({ record, send: 1 })),
    })
    expect(checkSequence(three, stamped(0), 3)).toMatchObject({ kind: 'duplicate' })
    expect(checkSequence(three, stamped(0), 2)).toEqual({ kind: 'out-of-order', expected: 3 })
    expect(checkSequence(entryAfter(0, 1), stamped(0), 2)).toEqual({ kind: 'out-of-order', expected: 2 })
  })

  test('is out of order, not a duplicate, once five newer batches are remembered (BLOG-02, BLOG-04, MYTH-03)', () => {
    expect(BATCHES_TO_RETAIN).toBe(5)
    const six = entryAfter(0, 1, 2, 3, 4, 5)
    expect(six.batches.map((b) => b.baseSequence)).toEqual([1, 2, 3, 4, 5])
    expect(checkSequence(six, stamped(0), 1)).toEqual({ kind: 'out-of-order', expected: 6 })
    expect(checkSequence(six, stamped(1), 1)).toMatchObject({ kind: 'duplicate' })
  })
})

describe('a batch of another epoch', () => {
  test('is refused for an older one, before any look at its sequence (BLOG-06)', () => {
    const entry = remember(undefined, laid('A', 0, stamped(0, 2)))
    expect(checkSequence(entry, stamped(1, 1), 1)).toEqual({ kind: 'old-epoch', expected: 2 })
  })

  test('must begin at 0 for a newer one (BLOG-07)', () => {
    expect(checkSequence(entryAfter(0, 1), stamped(0, 1), 1)).toEqual({ kind: 'in-order' })
    expect(checkSequence(entryAfter(0, 1), stamped(2, 1), 1)).toEqual({ kind: 'out-of-order', expected: 0 })
  })

  test('is no duplicate of a batch written under an older one, so it is written again (SEQ-09, MYTH-10)', () => {
    expect(checkSequence(entryAfter(0), stamped(0, 1), 1)).toEqual({ kind: 'in-order' })
  })

  test('makes the partition forget the older batches (BLOG-07)', () => {
    expect(remember(entryAfter(0, 1), laid('C', 2, stamped(0, 1)))?.batches).toHaveLength(1)
  })
})
