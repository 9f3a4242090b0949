import { describe, expect, test } from 'vitest'
import type { ClusterState, PartitionState } from '../model/controller.ts'
import { answersIn, batch, deskWith, diskWith, eventsIn, fetch, leading, P, produce, stamped } from './desk.testing.ts'
import type { Desk } from './desk.ts'
import { serveFetch } from './fetch.ts'
import { serveProduce } from './produce.ts'
import { accept } from './requests.ts'
import { takeMetadata } from './roles.ts'

const state = (change: Partial<PartitionState> = {}): PartitionState => ({ partition: P, replicas: [1, 2, 3], isr: [2, 3], leader: 2, leaderEpoch: 1, partitionEpoch: 1, ...change })
const hears = (desk: Desk, change: Partial<PartitionState> = {}): void => {
  const cluster: ClusterState = { partitions: [state(change)], eligible: { 1: 0, 2: 0, 3: 0 } }
  takeMetadata(desk, cluster)
}
const serve = (desk: Desk, message: ReturnType<typeof produce>): void => {
  accept(desk, message)
  if (message.body.api === 'Produce') serveProduce(desk, message, message.body)
  if (message.body.api === 'Fetch') serveFetch(desk, message, message.body)
}

describe('a leader that hears of its successor', () => {
  test('answers the produce that waits NOT_LEADER_OR_FOLLOWER and names who leads now (ACK-09, RET-10)', () => {
    const desk = deskWith()
    serve(desk, produce(batch('A', stamped(0))))
    hears(desk)
    expect(answersIn(desk.commands).map(([, body]) => body)).toEqual([
      { api: 'ProduceResponse', results: [{ partition: P, error: 'NOT_LEADER_OR_FOLLOWER', baseOffset: 0, currentLeader: { leader: 2, leaderEpoch: 1 } }] },
    ])
    expect(desk.state.purgatory).toEqual([])
    expect(desk.durable.partitions[P]?.log.logEndOffset).toBe(1)
  })

  test('answers parked fetches at once (model.md section 3)', () => {
    const desk = deskWith()
    serve(desk, fetch('broker-2', 0))
    hears(desk)
    expect(answersIn(desk.commands)[0]?.[1]).toMatchObject({ partitions: [{ error: 'FENCED_LEADER_EPOCH' }] })
    expect(desk.state.parked).toEqual([])
  })

  test('keeps its high watermark as a follower, and dials the new leader', () => {
    const desk = deskWith({ disk: diskWith(['A', null]), role: { highWatermark: 1 } })
    hears(desk)
    expect(desk.state.roles[P]).toEqual({ role: 'follower', leader: 2, leaderEpoch: 1, highWatermark: 1, fenced: false })
    expect(desk.commands).toContainEqual({ do: 'connect', to: 'broker-2', instantly: true })
  })

  test('refuses what comes behind that, and names the new leader (RET-10)', () => {
    const desk = deskWith()
    hears(desk)
    serve(desk, produce(batch('A', stamped(0))))
    expect(answersIn(desk.commands)[0]?.[1]).toMatchObject({ results: [{ error: 'NOT_LEADER_OR_FOLLOWER', currentLeader: { leader: 2 } }] })
  })
})

describe('a follower that is elected', () => {
  const following = { roles: { [P]: { role: 'follower' as const, leader: 2, leaderEpoch: 1, highWatermark: 1, fenced: false } } }

  test('keeps its whole log, and its epoch begins at its end (LEAD-05, MYTH-19)', () => {
    const desk = deskWith({ disk: diskWith(['A', null], ['B', null]), state: following })
    hears(desk, { leader: 1, leaderEpoch: 2, isr: [1, 3] })
    expect(desk.state.roles[P]).toMatchObject({ role: 'leader', leaderEpoch: 2, epochStartOffset: 2, highWatermark: 1 })
    expect(desk.durable.partitions[P]).toMatchObject({ log: { logEndOffset: 2 }, leaderEpochs: [{ epoch: 0, startOffset: 0 }, { epoch: 2, startOffset: 2 }] })
    expect(eventsIn(desk.commands)[0]).toMatchObject({ kind: 'leadership-taken', logEndOffset: 2, highWatermark: 1 })
  })

  test('alone in the ISR commits what it has (HW-R03)', () => {
    const desk = deskWith({ minIsr: 1, disk: diskWith(['A', null], ['B', null]), state: following })
    hears(desk, { leader: 1, leaderEpoch: 2, isr: [1] })
    expect(desk.state.roles[P]?.highWatermark).toBe(2)
  })
})

describe('news that change nothing', () => {
  test('an older epoch is not listened to', () => {
    const desk = deskWith({ role: { leaderEpoch: 4 } })
    hears(desk)
    expect(desk.state.roles[P]?.role).toBe('leader')
  })

  test('a committed ISR of the same office is taken, and the pending wish is over (ISR-R05)', () => {
    const desk = deskWith({ role: { pendingIsr: { change: 'shrink', isr: [1, 2] } } })
    hears(desk, { leader: 1, leaderEpoch: 0, isr: [1, 2], partitionEpoch: 1 })
    expect(desk.state.roles[P]).toMatchObject({ isr: [1, 2], pendingIsr: null, leaderEpoch: 0 })
  })

  test('an older ISR is not', () => {
    const desk = deskWith({ role: { partitionEpoch: 5 } })
    hears(desk, { leader: 1, leaderEpoch: 0, isr: [1], partitionEpoch: 4 })
    expect(desk.state.roles[P]).toMatchObject(leading({ partitionEpoch: 5 }))
  })
})
