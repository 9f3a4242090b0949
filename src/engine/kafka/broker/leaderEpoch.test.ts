import { describe, expect, test } from 'vitest'
import { beginEpoch, compareWithLeader, cutEpochs, epochEnd, latestEpoch, noteEpoch, truncationPoint } from './leaderEpoch.ts'

const of = (...epochs: readonly (readonly [number, number])[]) => epochs.map(([epoch, startOffset]) => ({ epoch, startOffset }))
const leader = of([0, 0], [3, 4], [5, 6])

describe('where an epoch ends (LEAD-07)', () => {
  test('the latest at the log end, an older one where the next begins', () => {
    expect(epochEnd(leader, 9, 5)).toEqual({ epoch: 5, endOffset: 9 })
    expect(epochEnd(leader, 9, 3)).toEqual({ epoch: 3, endOffset: 6 })
  })

  test('of one that the log does not have: the largest below it', () => {
    expect(epochEnd(leader, 9, 4)).toEqual({ epoch: 3, endOffset: 6 })
    expect(epochEnd(of([3, 4]), 9, 1)).toEqual({ epoch: 1, endOffset: 4 })
    expect(epochEnd(leader, 9, 6)).toBeNull()
    expect(epochEnd([], 0, 0)).toBeNull()
  })
})

describe('an epoch that begins', () => {
  test('is written down even before anything is appended; one that held nothing is forgotten (LEAD-05)', () => {
    expect(beginEpoch(leader, 8, 9)).toEqual([...leader, { epoch: 8, startOffset: 9 }])
    expect(beginEpoch(of([0, 0], [3, 4]), 5, 4)).toEqual(of([0, 0], [5, 4]))
  })

  test('is noted by a follower with its first batch only', () => {
    expect(noteEpoch(leader, 5, 7)).toBe(leader)
    expect(noteEpoch(leader, 6, 9).at(-1)).toEqual({ epoch: 6, startOffset: 9 })
    expect(latestEpoch(leader)).toBe(5)
    expect(latestEpoch([])).toBe(-1)
  })

  test('goes with what is cut, also when it held nothing yet', () => {
    expect(cutEpochs(leader, 6)).toEqual(of([0, 0], [3, 4]))
    expect(cutEpochs(leader, 7)).toEqual(leader)
    expect(cutEpochs(leader, 0)).toEqual([])
  })
})

describe('two logs that differ (LEAD-07)', () => {
  test('fit as long as the asked epoch reaches as far on the leader', () => {
    expect(compareWithLeader(leader, 9, 3, 6)).toBe('fits')
    expect(compareWithLeader(leader, 9, 3, 7)).toEqual({ epoch: 3, endOffset: 6 })
    expect(compareWithLeader(leader, 9, 4, 5)).toEqual({ epoch: 3, endOffset: 6 })
    expect(compareWithLeader(leader, 9, 6, 5)).toBe('unknown')
    expect(compareWithLeader(leader, 9, -1, 0)).toBe('fits')
  })

  test('are cut to where both agree: the least of own end, leader’s end and own log end', () => {
    expect(truncationPoint(of([0, 0], [3, 4]), 8, { epoch: 3, endOffset: 6 })).toBe(6)
    expect(truncationPoint(of([0, 0], [3, 4]), 5, { epoch: 3, endOffset: 6 })).toBe(5)
    expect(truncationPoint(of([0, 0], [2, 1], [4, 3]), 6, { epoch: 3, endOffset: 6 })).toBe(3)
    expect(truncationPoint([], 6, { epoch: 3, endOffset: 4 })).toBe(4)
  })
})
