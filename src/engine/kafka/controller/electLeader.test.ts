import { describe, expect, test } from 'vitest'
import type { Registration } from '../model/controller.ts'
import { electLeader, type Trigger } from './electLeader.ts'

const partition = (change: Partial<Registration> = {}): Registration => ({
  partition: 'orders-0',
  replicas: [2, 1, 3],
  isr: [2, 1, 3],
  elr: [],
  lastKnownElr: [],
  leader: 1,
  leaderEpoch: 0,
  partitionEpoch: 0,
  recovering: false,
  ...change,
})
const when = (targetIsr: readonly number[], alive: readonly number[], change: Partial<Trigger> = {}): Trigger => ({
  targetIsr,
  election: 'ONLINE',
  isAlive: (b) => alive.includes(b),
  minIsr: 2,
  elrEnabled: true,
  lastKnownLeaderEnabled: true,
  uncleanShutdown: [],
  ...change,
})
const offline = (change: Partial<Registration>): Registration => partition({ isr: [], leader: null, ...change })

describe('a clean election', () => {
  test('keeps a leader that is alive and in the ISR (LEAD-01)', () => {
    expect(electLeader(partition(), when([2, 1], [1, 2, 3]))).toMatchObject({ leader: 1, unclean: false })
  })

  test('else takes the first of the assignment that is in the ISR and alive (LEAD-01)', () => {
    expect(electLeader(partition(), when([2, 3], [2, 3]))).toMatchObject({ leader: 2, isr: [2, 3] })
    expect(electLeader(partition(), when([2, 3], [3]))).toMatchObject({ leader: 3 })
  })

  test('of the preferred replica takes the first of the assignment, if it may lead', () => {
    expect(electLeader(partition(), when([2, 1, 3], [1, 2], { election: 'PREFERRED' }))).toMatchObject({ leader: 2 })
    expect(electLeader(partition(), when([1, 3], [1, 2], { election: 'PREFERRED' }))).toMatchObject({ leader: 1 })
  })

  test('with nobody eligible leaves the partition offline (LEAD-02)', () => {
    expect(electLeader(partition(), when([3], [1, 2]))).toMatchObject({ leader: null, isr: [3] })
  })
})

describe('an unclean election (LEAD-03)', () => {
  test('takes the first live replica of the assignment; the ISR is that replica alone', () => {
    expect(electLeader(partition(), when([3], [1, 2], { election: 'UNCLEAN' }))).toMatchObject({ leader: 2, isr: [2], elr: [], unclean: true })
  })

  test('is not one while somebody of the ISR lives', () => {
    expect(electLeader(partition(), when([3], [1, 2, 3], { election: 'UNCLEAN' }))).toMatchObject({ leader: 3, unclean: false })
  })

  test('ends what was eligible before: a member that lacks what the new leader writes must not come back as clean', () => {
    const of = offline({ elr: [3] })
    expect(electLeader(of, when([], [1], { election: 'UNCLEAN' }))).toMatchObject({ leader: 1, isr: [1], elr: [] })
  })
})

describe('the last replica without ELR (ELR-01)', () => {
  test('never leaves the ISR, and it alone can be elected', () => {
    const alone = partition({ isr: [1] })
    const gone = electLeader(alone, when([], [2, 3], { elrEnabled: false }))
    expect(gone).toMatchObject({ leader: null, isr: [1], elr: [] })
    const waiting = partition({ isr: [1], leader: null })
    expect(electLeader(waiting, when([1], [1, 2, 3], { elrEnabled: false }))).toMatchObject({ leader: 1, isr: [1], unclean: false })
  })
})

describe('eligible leader replicas', () => {
  test('are former members, once the ISR is below the minimum; the ISR may become empty (ELR-02)', () => {
    expect(electLeader(partition(), when([1], [1]))).toMatchObject({ isr: [1], elr: [2, 3] })
    expect(electLeader(partition({ isr: [1], elr: [2, 3] }), when([], []))).toMatchObject({ leader: null, isr: [], elr: [1, 2, 3], lastKnownElr: [1] })
  })

  test('are none at or above the minimum (ELR-02)', () => {
    expect(electLeader(partition(), when([1, 2], [1, 2])).elr).toEqual([])
    expect(electLeader(partition({ isr: [1], elr: [2, 3] }), when([1, 2], [1, 2])).elr).toEqual([])
  })

  test('do not hold who was shut down uncleanly (ELR-04)', () => {
    expect(electLeader(partition(), when([1], [1], { uncleanShutdown: [3] })).elr).toEqual([2])
  })

  test('lead cleanly when the ISR is empty, and begin an ISR of their own (ELR-03)', () => {
    const of = offline({ elr: [1, 3] })
    expect(electLeader(of, when([], [3]))).toEqual({ leader: 3, isr: [3], elr: [1], lastKnownElr: [], unclean: false })
  })
})

describe('the last known leader (ELR-03)', () => {
  const empty = offline({ lastKnownElr: [3] })

  test('is taken once ISR and ELR are empty, and counts as unclean', () => {
    expect(electLeader(empty, when([], [1, 3]))).toMatchObject({ leader: 3, isr: [3], unclean: true, lastKnownElr: [] })
  })

  test('is not taken while anybody is eligible, even a dead one', () => {
    expect(electLeader(offline({ elr: [2], lastKnownElr: [3] }), when([], [1, 3]))).toMatchObject({ leader: null, lastKnownElr: [3] })
  })

  test('is not taken when it is not alive, or not wanted', () => {
    expect(electLeader(empty, when([], [1])).leader).toBeNull()
    expect(electLeader(empty, when([], [3], { lastKnownLeaderEnabled: false })).leader).toBeNull()
  })
})
