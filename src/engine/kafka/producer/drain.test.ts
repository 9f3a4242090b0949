import { describe, expect, test } from 'vitest'
import { batchWith, deskWith, keyed, numbered, P } from './desk.testing.ts'
import { drain, mute } from './drain.ts'

const drained = (desk: ReturnType<typeof deskWith>): readonly string[] => drain(desk, 'broker-1').map((b) => b.key)

describe('one drain', () => {
  test('takes one batch of the partition and numbers it now, not at send() (ACC-R03, SEQ-02)', () => {
    const desk = deskWith({ state: { batches: keyed(batchWith('A'), batchWith('B')), queues: { [P]: ['A', 'B'] } } })
    expect(drained(desk)).toEqual(['A'])
    expect(desk.state.batches.A?.stamp).toEqual({ producerId: 7, producerEpoch: 0, baseSequence: 0 })
    expect(desk.state.batches.B?.stamp).toBeNull()
    expect(desk.state.queues[P]).toEqual(['B'])
  })

  test('sends a retried batch as it was: same epoch, same sequence (SEQ-03)', () => {
    const sequences = { [P]: numbered({ nextSequence: 3, lastAckedSequence: 1, unfinished: ['C'] }) }
    const desk = deskWith({
      now: 200,
      state: { batches: keyed(batchWith('C', { sequence: 2, attempts: 1 })), queues: { [P]: ['C'] }, sequences },
    })
    expect(drained(desk)).toEqual(['C'])
    expect(desk.state.batches.C?.stamp).toEqual({ producerId: 7, producerEpoch: 0, baseSequence: 2 })
    expect(desk.state.sequences[P]?.nextSequence).toBe(3)
  })

  test('without idempotence no batch gets a number', () => {
    const desk = deskWith({
      config: { 'enable.idempotence': 'false' },
      state: { batches: keyed(batchWith('A')), queues: { [P]: ['A'] } },
    })
    expect(drained(desk)).toEqual(['A'])
    expect(desk.state.batches.A?.stamp).toBeNull()
  })

  test('leaves a batch in back-off where it is (RET-04)', () => {
    const desk = deskWith({
      now: 99,
      state: { batches: keyed(batchWith('A', { attempts: 1 })), queues: { [P]: ['A'] } },
    })
    expect(drained(desk)).toEqual([])
  })
})

describe('which batch has to stay', () => {
  const retried = (record: string, sequence: number) =>
    batchWith(record, { sequence, attempts: 1, lastAttemptAt: -1000 })

  test('a retried batch that is not the lowest unfinished one waits (SEQ-05)', () => {
    const sequences = { [P]: numbered({ nextSequence: 2, unfinished: ['A', 'B'] }) }
    const desk = deskWith({
      state: { batches: keyed(retried('A', 0), retried('B', 1)), queues: { [P]: ['B'] }, sequences },
    })
    expect(drained(desk)).toEqual([])
  })

  test('a new batch follows the last retried one at once, before its answer (SEQ-05, recording A21)', () => {
    const sequences = { [P]: numbered({ nextSequence: 1, unfinished: ['A'] }) }
    const desk = deskWith({
      state: { batches: keyed(retried('A', 0), batchWith('B')), queues: { [P]: ['A', 'B'] }, sequences },
    })
    expect(drained(desk)).toEqual(['A'])
    expect(drained(desk)).toEqual(['B'])
  })

  test('a new batch waits while a sequence is unresolved; a retried one does not (SEQ-04)', () => {
    const unresolved = numbered({ nextSequence: 2, unresolved: 1, unfinished: ['B'] })
    const fresh = deskWith({
      state: { batches: keyed(batchWith('C')), queues: { [P]: ['C'] }, sequences: { [P]: unresolved } },
    })
    const old = deskWith({
      state: { batches: keyed(retried('B', 1)), queues: { [P]: ['B'] }, sequences: { [P]: unresolved } },
    })
    expect(drained(fresh)).toEqual([])
    expect(drained(old)).toEqual(['B'])
  })

  test('a new batch waits until those of the older epoch are done, then starts at 0 (SEQ-04, SEQ-08)', () => {
    const identity = { state: 'ready' as const, producerId: 7, producerEpoch: 1 }
    const state = { identity, batches: keyed(batchWith('C')), queues: { [P]: ['C'] } }
    expect(
      drained(deskWith({ state: { ...state, sequences: { [P]: numbered({ nextSequence: 5, unfinished: ['B'] }) } } })),
    ).toEqual([])
    const later = deskWith({
      state: { ...state, sequences: { [P]: numbered({ nextSequence: 5, lastAckedSequence: 4 }) } },
    })
    expect(drained(later)).toEqual(['C'])
    expect(later.state.batches.C?.stamp).toEqual({ producerId: 7, producerEpoch: 1, baseSequence: 0 })
  })

  test('nothing leaves while the producer has no id (PID-01)', () => {
    const state = {
      identity: { state: 'uninitialized' as const, notBefore: 0 },
      batches: keyed(batchWith('A')),
      queues: { [P]: ['A'] },
    }
    expect(drained(deskWith({ state }))).toEqual([])
  })
})

describe('muting', () => {
  test('with one request in flight the drained partition is muted until its answer (ACC-R05)', () => {
    const config = { 'max.in.flight.requests.per.connection': '1' }
    const desk = deskWith({
      config,
      state: { batches: keyed(batchWith('A'), batchWith('B')), queues: { [P]: ['A', 'B'] } },
    })
    mute(desk, drain(desk, 'broker-1'))
    expect(desk.state.muted).toEqual([P])
    expect(drained(desk)).toEqual([])
  })

  test('with five in flight nothing is muted', () => {
    const desk = deskWith({ state: { batches: keyed(batchWith('A')), queues: { [P]: ['A'] } } })
    mute(desk, drain(desk, 'broker-1'))
    expect(desk.state.muted).toEqual([])
  })
})
