import { describe, expect, test } from 'vitest'
import { answersIn, deskWith, diskWith, fetch, P, remoteAt } from './desk.testing.ts'
import type { Desk } from './desk.ts'
import { serveFetch } from './fetch.ts'
import { accept } from './requests.ts'
import type { FetchedPartition } from '../model/message.ts'

const asked = (desk: Desk, from: string, offset: number): FetchedPartition | null => {
  const message = fetch(from, offset)
  accept(desk, message)
  if (message.body.api === 'Fetch') serveFetch(desk, message, message.body)
  const [answer] = answersIn(desk.commands)
  return answer?.[1].api === 'FetchResponse' ? (answer[1].partitions[0] ?? null) : null
}
const records = (fetched: FetchedPartition | null): readonly string[] | null =>
  fetched?.batches.map((b) => b.records[0]?.record ?? '') ?? null
const two = diskWith(['A', null], ['B', null])
const remotes = { 2: remoteAt(0), 3: remoteAt(2) }

describe('a follower', () => {
  test('reads to the log end, whatever the high watermark (CON-01)', () => {
    expect(records(asked(deskWith({ disk: two }), 'broker-2', 0))).toEqual(['A', 'B'])
  })

  test('is counted by the offset it asks for, but the answer carries the high watermark from before (HW-R01, HW-R06)', () => {
    const desk = deskWith({ disk: two, role: { remotes } })
    const answer = asked(desk, 'broker-2', 1)
    expect(answer?.highWatermark).toBe(0)
    expect(records(answer)).toEqual(['B'])
    expect(desk.state.roles[P]).toMatchObject({
      highWatermark: 1,
      remotes: { 2: { logEndOffset: 1, toldHighWatermark: 0 } },
    })
  })

  test('at the log end waits (HW-R06)', () => {
    const desk = deskWith({ disk: two, role: { remotes } })
    expect(asked(desk, 'broker-2', 2)).toBeNull()
    expect(desk.state.roles[P]?.highWatermark).toBe(2)
  })
})

describe('a consumer', () => {
  test('reads below the high watermark only (CON-01)', () => {
    expect(records(asked(deskWith({ disk: two, role: { highWatermark: 1 } }), 'consumer-1', 0))).toEqual(['A'])
  })

  test('between the high watermark and the log end gets nothing and waits (CON-02)', () => {
    expect(asked(deskWith({ disk: two, role: { highWatermark: 1 } }), 'consumer-1', 1)).toBeNull()
  })

  test('is not counted for the high watermark', () => {
    const desk = deskWith({ disk: two })
    asked(desk, 'consumer-1', 2)
    expect(desk.state.roles[P]?.highWatermark).toBe(0)
  })
})

test('an offset outside the log is an error (CON-02)', () => {
  expect(asked(deskWith({ disk: two }), 'consumer-1', 3)).toMatchObject({ error: 'OFFSET_OUT_OF_RANGE', batches: [] })
})

test('a broker that does not lead the partition says so', () => {
  const follower = { roles: { [P]: { role: 'follower' as const, leader: 2, leaderEpoch: 0, highWatermark: 0, fenced: false } } }
  expect(asked(deskWith({ state: follower }), 'broker-3', 0)).toMatchObject({ error: 'NOT_LEADER_OR_FOLLOWER' })
})
