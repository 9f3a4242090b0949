import { describe, expect, test } from 'vitest'
import type { LeaderRole } from '../model/broker.ts'
import { leading, LONG_AGO, remoteAt } from './desk.testing.ts'
import { advance, checkIsr, isCaughtUp, isStale, type LeaderView, maximalIsr, onAlterPartition, onAppend, onFetch, onMetadata, outOfSync, takeOffice } from './leader.ts'

const view = (change: Partial<LeaderView> = {}): LeaderView => ({ own: 1, now: 0, logEndOffset: 5, minIsr: 2, lagMaxMs: 30_000, eligible: { 1: 0, 2: 0, 3: 0 }, ...change })
const fetches = (replica: number, fetchOffset: number, brokerEpoch = 0) => ({ replica, fetchOffset, brokerEpoch })
const at = (two: number, three: number): LeaderRole => leading({ remotes: { 2: remoteAt(two), 3: remoteAt(three) } })

describe('the high watermark of a leader', () => {
  test('is the least log end of the leader and the ISR (HW-R02)', () => {
    expect(advance(at(3, 4), view()).highWatermark).toBe(3)
    expect(advance(at(7, 8), view()).highWatermark).toBe(5)
  })

  test('never goes back (HW-R02)', () => {
    expect(advance({ ...at(3, 3), highWatermark: 4 }, view()).highWatermark).toBe(4)
  })

  test('does not move while the committed ISR is below min.insync.replicas, whatever acks was used (HW-R04)', () => {
    const alone = leading({ isr: [1], highWatermark: 1, remotes: { 2: remoteAt(5, { caughtUpAt: LONG_AGO }), 3: remoteAt(5, { caughtUpAt: LONG_AGO }) } })
    expect(advance(alone, view()).highWatermark).toBe(1)
    expect(advance(alone, view({ minIsr: 1 })).highWatermark).toBe(5)
    // A pending expansion counts for the high watermark, not for the minimum (ISR-R05).
    expect(advance({ ...alone, pendingIsr: { change: 'expand', isr: [1, 2] } }, view()).highWatermark).toBe(1)
  })

  test('waits for a replica outside the ISR that has caught up and may join (HW-R02)', () => {
    const outside = { ...at(5, 4), isr: [1, 2] }
    expect(advance(outside, view()).highWatermark).toBe(4)
    expect(advance(outside, view({ eligible: { 1: 0, 2: 0 } })).highWatermark).toBe(5)
    expect(advance(outside, view({ now: 30_001 })).highWatermark).toBe(5)
    // What it fetched before it registered anew does not count.
    expect(advance(outside, view({ eligible: { 1: 0, 2: 0, 3: 1 } })).highWatermark).toBe(5)
  })

  test('counts a pending expansion at once, a pending shrink not before it is committed (ISR-R05, HW-R03)', () => {
    const expanding: LeaderRole = { ...leading({ isr: [1, 2], remotes: { 2: remoteAt(5), 3: remoteAt(2, { caughtUpAt: LONG_AGO }) } }), pendingIsr: { change: 'expand', isr: [1, 2, 3] } }
    expect(advance(expanding, view()).highWatermark).toBe(2)
    const shrinking: LeaderRole = { ...at(5, 2), pendingIsr: { change: 'shrink', isr: [1, 2] } }
    expect(maximalIsr(shrinking)).toEqual([1, 2, 3])
    expect(advance(shrinking, view({ now: 60_000 })).highWatermark).toBe(2)
    expect(onMetadata(shrinking, { isr: [1, 2], partitionEpoch: 1 }, view({ now: 60_000 }))).toMatchObject({ isr: [1, 2], pendingIsr: null, highWatermark: 5 })
  })

  test('moves with an append only where nobody has to be waited for (HW-R03)', () => {
    expect(onAppend(leading({ isr: [1], remotes: {} }), view({ minIsr: 1, logEndOffset: 6 })).highWatermark).toBe(6)
    expect(onAppend(at(5, 5), view({ logEndOffset: 6 })).highWatermark).toBe(5)
  })
})

describe('a follower that fetches', () => {
  test('is where it asks from (HW-R01)', () => {
    expect(onFetch(at(3, 3), fetches(2, 4), view()).remotes[2]).toMatchObject({ logEndOffset: 4, fetchedAt: 0, leaderEndAtFetch: 5 })
  })

  test('has caught up now, or when it asked before, if it has reached the log end of then (ISR-R01)', () => {
    const behind = onFetch(at(3, 3), fetches(2, 4), view({ now: 100 }))
    expect(behind.remotes[2]).toMatchObject({ caughtUpAt: 0 })
    const later = onFetch(behind, fetches(2, 5), view({ now: 200, logEndOffset: 9 }))
    expect(later.remotes[2]).toMatchObject({ caughtUpAt: 100 })
    expect(onFetch(later, fetches(2, 9), view({ now: 300, logEndOffset: 9 })).remotes[2]).toMatchObject({ caughtUpAt: 300 })
  })

  test('joins the ISR with the high watermark and the start of this epoch, not only at the log end (ISR-R04)', () => {
    const outside = { ...at(5, 0), isr: [1, 2], highWatermark: 3, epochStartOffset: 4 }
    expect(onFetch(outside, fetches(3, 3), view()).pendingIsr).toBeNull()
    expect(onFetch(outside, fetches(3, 4), view()).pendingIsr).toEqual({ change: 'expand', isr: [1, 2, 3] })
    expect(onFetch({ ...outside, highWatermark: 5 }, fetches(3, 4), view()).pendingIsr).toBeNull()
  })

  test('joins only when the controller may have it, and one at a time (ISR-R04, ISR-R05)', () => {
    const outside = { ...at(5, 0), isr: [1, 2] }
    expect(onFetch(outside, fetches(3, 5), view({ eligible: { 1: 0, 2: 0 } })).pendingIsr).toBeNull()
    const pending: LeaderRole = { ...outside, pendingIsr: { change: 'shrink', isr: [1] } }
    expect(onFetch(pending, fetches(3, 5), view()).pendingIsr).toBe(pending.pendingIsr)
  })

  test('of a process whose broker has registered anew since does not count', () => {
    expect(isStale(2, 0, { 1: 0, 2: 1 })).toBe(true)
    expect(isStale(2, 1, { 1: 0, 2: 1 })).toBe(false)
    expect(isStale(2, 0, { 1: 0 })).toBe(false)
  })

  test('is nobody to this partition when it has no replica of it', () => {
    const role = at(3, 3)
    expect(onFetch(role, fetches(9, 5), view())).toBe(role)
  })
})

describe('who falls out of the ISR', () => {
  const lagging = at(5, 4)

  test('is who has neither the log end nor has had it within replica.lag.time.max.ms (ISR-R01)', () => {
    expect(isCaughtUp(remoteAt(4), view({ now: 30_000 }))).toBe(true)
    expect(isCaughtUp(remoteAt(4), view({ now: 30_001 }))).toBe(false)
    expect(outOfSync(lagging, view({ now: 30_001 }))).toEqual([3])
    expect(checkIsr(lagging, view({ now: 30_001 })).pendingIsr).toEqual({ change: 'shrink', isr: [1, 2] })
  })

  test('is nobody who sits at the log end, however silent (ISR-R03)', () => {
    expect(checkIsr(at(5, 5), view({ now: 9_000_000 })).pendingIsr).toBeNull()
  })

  test('is nobody while another change is pending (ISR-R05)', () => {
    const pending: LeaderRole = { ...lagging, pendingIsr: { change: 'expand', isr: [1, 2, 3] } }
    expect(checkIsr(pending, view({ now: 30_001 }))).toBe(pending)
  })
})

describe('an answer of the controller that is no', () => {
  const pending: LeaderRole = { ...at(5, 5), isr: [1, 2], pendingIsr: { change: 'expand', isr: [1, 2, 3] } }

  test('resets what was asked, or tries it again, or leaves it until new metadata (ISR-R06)', () => {
    expect(onAlterPartition(pending, 'INELIGIBLE_REPLICA')).toMatchObject({ role: { pendingIsr: null }, retry: false })
    expect(onAlterPartition(pending, 'NETWORK_EXCEPTION')).toEqual({ role: pending, retry: true })
    for (const error of ['FENCED_LEADER_EPOCH', 'INVALID_UPDATE_VERSION', 'NOT_CONTROLLER', 'INVALID_REQUEST'] as const)
      expect(onAlterPartition(pending, error)).toEqual({ role: pending, retry: false })
  })
})

describe('a leader that takes office', () => {
  const state = { partition: 'orders-0', replicas: [1, 2, 3], isr: [1, 2], leader: 1, leaderEpoch: 3, partitionEpoch: 7 }

  test('keeps its high watermark, begins its epoch at its log end, and knows nothing of followers (LEAD-05, LEAD-06)', () => {
    const role = takeOffice(state, 2, view({ now: 900 }))
    expect(role).toMatchObject({ leaderEpoch: 3, epochStartOffset: 5, partitionEpoch: 7, highWatermark: 2, pendingIsr: null })
    expect(role.remotes[2]).toMatchObject({ logEndOffset: -1, caughtUpAt: 900 })
    expect(role.remotes[3]?.caughtUpAt).toBeLessThan(-30_000)
  })

  test('under a newer epoch of its own still knows the log ends of its followers', () => {
    expect(takeOffice(state, 2, view(), at(4, 1)).remotes[2]).toMatchObject({ logEndOffset: 4 })
  })

  test('alone, with a minimum of one, commits all it has at once (HW-R03)', () => {
    expect(takeOffice({ ...state, replicas: [1], isr: [1] }, 2, view({ minIsr: 1 })).highWatermark).toBe(5)
  })
})
