import { describe, expect, test } from 'vitest'
import { batchWith, deskWith, keyed, kindsIn, numbered, P } from './desk.testing.ts'
import { closeTimedOut, disconnected } from './links.ts'
import { senderTurn } from './turn.ts'

const connection = 'producer-1>broker-1 #1'
const unanswered = (...records: readonly string[]) => ({
  'broker-1': records.map((key) => ({
    api: 'Produce' as const,
    connection,
    sentAt: 36,
    batches: [{ key, partition: P, stamp: null }],
  })),
})

describe('request.timeout.ms', () => {
  const state = {
    batches: keyed(batchWith('B', { sequence: 1 }), batchWith('C', { sequence: 2 })),
    inFlight: unanswered('B', 'C'),
    sequences: { [P]: numbered({ nextSequence: 3, lastAckedSequence: 0, unfinished: ['B', 'C'] }) },
  }

  test('strikes when a request is older than that, strictly (TMO-08)', () => {
    const [onTime, late] = [deskWith({ now: 30_036, state }), deskWith({ now: 30_037, state })]
    closeTimedOut(onTime)
    closeTimedOut(late)
    expect(onTime.commands).toEqual([])
    expect(late.commands).toContainEqual({ do: 'close', connection })
  })

  test('ends all unanswered requests of the connection together, oldest first, and asks for metadata (TMO-08, MYTH-12)', () => {
    const desk = deskWith({ now: 30_037, state })
    closeTimedOut(desk)
    expect(kindsIn(desk)).toEqual(['request-timed-out', 'batch-will-be-retried', 'batch-will-be-retried'])
    expect(desk.state.queues[P]).toEqual(['B', 'C'])
    expect(desk.state.inFlight['broker-1']).toEqual([])
    expect(desk.state.metadataWanted).toBe(true)
  })

  test('without idempotence they come back in reverse, because each is put at the front (SEQ-06)', () => {
    const config = { 'enable.idempotence': 'false' }
    const plain = { batches: keyed(batchWith('B'), batchWith('C')), inFlight: unanswered('B', 'C') }
    const desk = deskWith({ now: 30_037, config, state: plain })
    closeTimedOut(desk)
    expect(desk.state.queues[P]).toEqual(['C', 'B'])
  })
})

test('a lost connection is not dialled again before 50, 100, 200 … ms have passed (TMO-09)', () => {
  const desk = deskWith({ now: 1_000 })
  disconnected(desk, 'broker-1')
  expect(desk.state.links['broker-1']).toMatchObject({ state: 'disconnected', notBefore: 1_050, failures: 1 })
  disconnected(desk, 'broker-1')
  expect(desk.state.links['broker-1']).toMatchObject({ notBefore: 1_100, failures: 2 })
})

describe('max.in.flight.requests.per.connection', () => {
  const sentWith = (unansweredCount: number): boolean => {
    const names = ['A', 'B', 'C', 'D', 'E', 'F'].slice(0, unansweredCount)
    const waiting = batchWith('Z')
    const inFlightBatches = names.map((name, i) => batchWith(name, { sequence: i, createdAt: 30 }))
    const desk = deskWith({
      now: 40,
      state: {
        batches: keyed(...inFlightBatches, waiting),
        queues: { [P]: ['Z'] },
        inFlight: unanswered(...names),
        sequences: { [P]: numbered({ nextSequence: unansweredCount, unfinished: names }) },
      },
    })
    senderTurn(desk)
    return kindsIn(desk).includes('batch-sent')
  }

  test('a fifth request leaves, a sixth waits (ACC-R04)', () => {
    expect(sentWith(4)).toBe(true)
    expect(sentWith(5)).toBe(false)
  })
})
