import { describe, expect, test } from 'vitest'
import { batchWith, deskWith, keyed, linked, numbered, P } from './desk.testing.ts'
import { sleepUntil } from './sleep.ts'

const inFlight = (sentAt: number) => ({
  'broker-1': [
    {
      api: 'Produce' as const,
      connection: 'producer-1>broker-1 #1',
      sentAt,
      batches: [{ key: 'A', partition: P, stamp: null }],
    },
  ],
})

describe('how long the sender sleeps (TMO-10)', () => {
  test('with nothing queued and nothing unanswered there is nothing to sleep for', () => {
    expect(sleepUntil(deskWith())).toBeNull()
  })

  test('request.timeout.ms from now, not from when the request was sent, and 1 ms more (TMO-08, MYTH-22)', () => {
    const state = {
      batches: keyed(batchWith('A', { sequence: 0, createdAt: 4 })),
      inFlight: inFlight(4),
      sequences: { [P]: numbered({ unfinished: ['A'] }) },
    }
    expect(sleepUntil(deskWith({ now: 4, state }))).toBe(30_005)
    expect(sleepUntil(deskWith({ now: 20_000, state }))).toBe(50_001)
  })

  test('the next delivery deadline comes first when it is nearer', () => {
    const config = { 'delivery.timeout.ms': '31000', 'linger.ms': '0' }
    const state = {
      batches: keyed(batchWith('A', { sequence: 0, createdAt: 4 })),
      inFlight: inFlight(4),
      sequences: { [P]: numbered({ unfinished: ['A'] }) },
    }
    expect(sleepUntil(deskWith({ now: 20_000, config, state }))).toBe(31_005)
  })

  test('the end of a back-off, of a linger, of the wait before dialling', () => {
    const queued = (batch: ReturnType<typeof batchWith>) => ({ batches: keyed(batch), queues: { [P]: [batch.key] } })
    expect(
      sleepUntil(deskWith({ now: 40, state: queued(batchWith('A', { sequence: 0, attempts: 1, lastAttemptAt: 40 })) })),
    ).toBe(140)
    const lingering = batchWith('A', { closed: false, createdAt: 10, lastAttemptAt: 10 })
    expect(sleepUntil(deskWith({ now: 12, config: { 'batch.size': '16384' }, state: queued(lingering) }))).toBe(15)
    const links = {
      'broker-1': { ...linked(1), state: 'disconnected' as const, connection: null, notBefore: 84, failures: 1 },
    }
    expect(sleepUntil(deskWith({ now: 40, state: { ...queued(batchWith('A')), links } }))).toBe(84)
  })
})
