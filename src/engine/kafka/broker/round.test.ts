import { describe, expect, test } from 'vitest'
import type { FetchedPartition } from '../model/message.ts'
import { diskWith, laid, P } from './desk.testing.ts'
import { askFor, type Copy, takeAnswer } from './round.ts'

const copy = (highWatermark = 0, ...records: readonly string[]): Copy => ({
  disk: diskWith(...records.map((r) => [r, null] as const)),
  role: { role: 'follower', leader: 1, leaderEpoch: 4, highWatermark, fenced: false },
})
const answer = (change: Partial<FetchedPartition> = {}): FetchedPartition => ({ partition: P, error: 'NONE', highWatermark: 0, batches: [], ...change })
const took = (before: Copy, fetched: FetchedPartition) => takeAnswer(before, askFor(P, before), fetched)

describe('a follower’s round', () => {
  test('asks from its log end with the newest epoch it knows (LEAD-07)', () => {
    expect(askFor(P, copy(0, 'A', 'B'))).toEqual({ partition: P, fetchOffset: 2, leaderEpoch: 4, lastFetchedEpoch: 0 })
  })

  test('copies what came, and its high watermark is the one in the answer as far as its own log reaches (HW-R07)', () => {
    const after = took(copy(0, 'A'), answer({ batches: [laid('B', 1)], highWatermark: 7 }))
    expect(after.disk.log.logEndOffset).toBe(2)
    expect(after.role.highWatermark).toBe(2)
  })

  test('takes batches only up to the epoch under which it asked (LEAD-08)', () => {
    const newer = [laid('B', 1), { ...laid('C', 2), leaderEpoch: 5 }, laid('D', 3)]
    expect(took(copy(0, 'A'), answer({ batches: newer })).disk.log.logEndOffset).toBe(2)
  })

  test('cuts where the logs differ and moves no high watermark forward in that round (LEAD-07)', () => {
    const after = took(copy(1, 'A', 'B', 'C'), answer({ diverging: { epoch: 0, endOffset: 2 }, highWatermark: 9 }))
    expect(after).toMatchObject({ disk: { log: { logEndOffset: 2 } }, role: { highWatermark: 1 }, did: { kind: 'cut', to: 2 } })
    expect(took(copy(3, 'A', 'B', 'C'), answer({ diverging: { epoch: 0, endOffset: 2 } })).role.highWatermark).toBe(2)
  })

  test('ahead of a leader that has less: cuts to its end; behind its beginning: begins anew there', () => {
    const outside = (from: number, to: number) => answer({ error: 'OFFSET_OUT_OF_RANGE', reaches: { from, to } })
    expect(took(copy(2, 'A', 'B', 'C'), outside(0, 1))).toMatchObject({ disk: { log: { logEndOffset: 1 } }, role: { highWatermark: 1 } })
    expect(took(copy(0, 'A'), outside(5, 9)).disk.log).toMatchObject({ logStartOffset: 5, logEndOffset: 5 })
  })

  test('that is fenced is the last one until newer metadata comes; other errors are not (LEAD-08)', () => {
    expect(took(copy(0, 'A'), answer({ error: 'FENCED_LEADER_EPOCH' })).role.fenced).toBe(true)
    expect(took(copy(0, 'A'), answer({ error: 'NOT_LEADER_OR_FOLLOWER' }))).toMatchObject({ role: { fenced: false }, did: { kind: 'failed' } })
  })

  test('with an answer to what it asked before its log was cut is for nothing', () => {
    const before = copy(0, 'A')
    const asked = { ...askFor(P, before), fetchOffset: 3 }
    expect(takeAnswer(before, asked, answer({ batches: [laid('D', 3)], highWatermark: 4 })).did).toEqual({ kind: 'nothing' })
  })
})
