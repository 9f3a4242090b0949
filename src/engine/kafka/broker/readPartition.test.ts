import { describe, expect, test } from 'vitest'
import { diskWith, leading, P } from './desk.testing.ts'
import { fencing, readPartition } from './readPartition.ts'

const leader = leading({ leaderEpoch: 5, highWatermark: 1 })
const follower = { role: 'follower' as const, leader: 2, leaderEpoch: 5, highWatermark: 0, fenced: false }
const disk = diskWith(['A', null], ['B', null])
const asked = { partition: P, fetchOffset: 0, leaderEpoch: 5, lastFetchedEpoch: 0 }

describe('fetches are fenced by leader epoch (LEAD-08)', () => {
  test('older, newer, the same, none', () => {
    expect([4, 6, 5, null].map((epoch) => fencing(leader, epoch))).toEqual(['FENCED_LEADER_EPOCH', 'UNKNOWN_LEADER_EPOCH', null, null])
  })

  test('before it is asked who leads', () => {
    expect([4, 6, 5, null].map((epoch) => fencing(follower, epoch))).toEqual(['FENCED_LEADER_EPOCH', 'UNKNOWN_LEADER_EPOCH', 'NOT_LEADER_OR_FOLLOWER', 'NOT_LEADER_OR_FOLLOWER'])
    expect(fencing(undefined, 5)).toBe('NOT_LEADER_OR_FOLLOWER')
  })
})

describe('what a partition answers', () => {
  test('to a follower all, to a consumer up to the high watermark (CON-01)', () => {
    const offsets = (replica: number | null) => readPartition(leader, disk, asked, replica).batches.map((b) => b.baseOffset)
    expect(offsets(2)).toEqual([0, 1])
    expect(offsets(null)).toEqual([0])
  })

  test('to one that is somewhere else: how far the log reaches (CON-02)', () => {
    const { error, reaches } = readPartition(leader, disk, { ...asked, fetchOffset: 3, lastFetchedEpoch: -1 }, null)
    expect([error, reaches]).toEqual(['OFFSET_OUT_OF_RANGE', { from: 0, to: 2 }])
  })

  test('to one whose log differs: where (LEAD-07)', () => {
    expect(readPartition(leader, disk, { ...asked, fetchOffset: 3 }, 2)).toMatchObject({ error: 'NONE', batches: [], diverging: { epoch: 0, endOffset: 2 } })
  })

  test('to one with an epoch that it has never heard of: out of range', () => {
    expect(readPartition(leader, disk, { ...asked, lastFetchedEpoch: 9 }, 2).error).toBe('OFFSET_OUT_OF_RANGE')
  })
})
