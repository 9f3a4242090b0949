import { describe, expect, test } from 'vitest'
import { incrementSequence, lastSequenceOf } from '../model/sequence.ts'
import { numbered } from './desk.testing.ts'
import { acknowledge, assignSequence, isNextSequence, markUnresolved, startAtBeginning, withdraw } from './sequences.ts'

describe('numbers of a partition', () => {
  test('the first batch gets 0, and the next one begins behind the records of the one before (SEQ-01, SEQ-02)', () => {
    const first = assignSequence(numbered({}), 'A', 3)
    const second = assignSequence(first.entry, 'D', 1)
    expect(first.stamp).toEqual({ producerId: 7, producerEpoch: 0, baseSequence: 0 })
    expect(second.stamp.baseSequence).toBe(3)
    expect(second.entry).toMatchObject({ nextSequence: 4, unfinished: ['A', 'D'] })
  })

  test('after 2147483647 comes 0, also in the middle of a batch (SEQ-01)', () => {
    expect(incrementSequence(2147483647, 1)).toBe(0)
    expect(lastSequenceOf({ producerId: 7, producerEpoch: 0, baseSequence: 2147483646 }, 3)).toBe(0)
  })

  test('the last acked sequence only grows (SEQ-07)', () => {
    const entry = acknowledge(numbered({ lastAckedSequence: 4, unfinished: ['C', 'F'] }), 'C', 2, 2)
    expect(entry).toMatchObject({ lastAckedSequence: 4, unfinished: ['F'] })
  })

  test('a batch without an answer leaves, and the numbers it used stay used', () => {
    expect(withdraw(numbered({ nextSequence: 3, unfinished: ['B', 'C'] }), 'B')).toMatchObject({
      nextSequence: 3,
      unfinished: ['C'],
    })
  })

  test('nothing acked yet counts as -1, so sequence 0 is the next one (RET-05)', () => {
    expect(isNextSequence(numbered({}), 0)).toBe(true)
    expect(isNextSequence(numbered({}), 1)).toBe(false)
    expect(isNextSequence(numbered({ lastAckedSequence: 4 }), 5)).toBe(true)
  })

  test('of several unresolved batches the last one says where what follows must begin (TMO-06)', () => {
    const later = markUnresolved(numbered({}), 5)
    expect(markUnresolved(later, 2).unresolved).toBe(6)
  })

  test('a bumped partition numbers its unfinished batches again from 0, in order, and forgets what was acked (SEQ-08)', () => {
    const before = numbered({ nextSequence: 9, lastAckedSequence: 4, unresolved: 6, unfinished: ['F', 'G'] })
    const { entry, stamps } = startAtBeginning(before, 7, 1, (key) => (key === 'F' ? 2 : 1))
    expect(stamps.map((s) => [s.key, s.stamp.producerEpoch, s.stamp.baseSequence])).toEqual([
      ['F', 1, 0],
      ['G', 1, 2],
    ])
    expect(entry).toMatchObject({
      producerEpoch: 1,
      nextSequence: 3,
      lastAckedSequence: null,
      unresolved: null,
      unfinished: ['F', 'G'],
    })
  })
})
