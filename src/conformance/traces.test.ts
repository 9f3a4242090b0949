import { describe, expect, test } from 'vitest'
import { runCase } from './cases/runCase.ts'

/** Rules of the book that no case of ours shows, written in the language of the cases. */
const trace = (producer: object, steps: readonly object[], then: object) =>
  runCase({
    id: 'own',
    area: 'client-trace',
    given: { producer: { ...usual, ...producer } },
    when: { steps },
    then,
    sentence: '',
  })

const usual = {
  idempotence: true,
  maxInFlight: 5,
  retries: 2147483647,
  deliveryTimeoutMs: 120_000,
  requestTimeoutMs: 30_000,
  lingerMs: 0,
  retryBackoffMs: 0,
  acks: -1,
  producerId: 4000,
  epoch: 0,
}

const append = (batch: string, more: object = {}) => ({ do: 'append', batch, ...more })
const loop = (expected: object | null = null) => ({ do: 'loop', expect: expected })
const pollOnly = (expected: object | null = null) => ({ do: 'pollOnly', expect: expected })
const told = (batch: string, error: string, more: object = {}) => ({ do: 'respond', batch, error, offset: -1, ...more })
const acked = (batch: string, offset: number, more: object = {}) => ({ do: 'respond', batch, error: 'NONE', offset, ...more })
const disconnect = (reconnectBackoffMs = 0) => ({ do: 'disconnect', reconnectBackoffMs })
const advance = (ms: number) => ({ do: 'advance', ms })
const passed = { verdict: 'passed' }
const OUT_OF_ORDER = 'OUT_OF_ORDER_SEQUENCE_NUMBER'

/** `names` sent one by one, all unanswered. */
const sent = (...names: readonly string[]) => names.flatMap((name) => [append(name), loop()])
const settled = (name: string, offset: number) => [append(name), loop(), acked(name, offset), loop()]

describe('retries keep their order', () => {
  test('of two that came back the first is waited for, and a new one follows the second at once (SEQ-05, A21b)', () => {
    const steps = [
      ...sent('A', 'B'),
      disconnect(10),
      append('C'),
      loop({ queue: ['A', 'B', 'C'] }),
      loop({ inFlightRequests: 0 }),
      advance(10),
      loop({ inFlightRequests: 1, queue: ['B', 'C'], nextSeq: 2 }),
      loop({ inFlightRequests: 1 }),
      acked('A', 0, { sentFirstSeq: 0 }),
      loop({ inFlightRequests: 0 }),
      loop({ inFlightRequests: 1, queue: ['C'] }),
      loop({ inFlightRequests: 2, queue: [], nextSeq: 3 }),
    ]
    expect(trace({}, steps, { epoch: 0 })).toEqual(passed)
  })

  test('with one to retry the pipeline is full again immediately (SEQ-05, A21)', () => {
    const steps = [...sent('A'), told('A', 'NOT_ENOUGH_REPLICAS'), loop(), append('B'), loop({ inFlightRequests: 1 }), loop({ inFlightRequests: 2, nextSeq: 2 })]
    expect(trace({}, steps, { queue: [] })).toEqual(passed)
  })

  test('with idempotence a lost connection brings batches back in their order (SEQ-06)', () => {
    expect(trace({}, [...sent('A', 'B', 'C'), disconnect(), loop({ queue: ['A', 'B', 'C'] })], { nextSeq: 3 })).toEqual(passed)
  })

  test('with one request in flight a second batch waits until the first is answered or back (ACC-R05)', () => {
    const steps = [
      append('A'),
      loop({ inFlightRequests: 1 }),
      append('B'),
      loop({ inFlightRequests: 1, queue: ['B'] }),
      told('A', 'NOT_ENOUGH_REPLICAS'),
      loop({ queue: ['A', 'B'] }),
      loop({ inFlightRequests: 1, queue: ['B'] }),
      acked('A', 0),
      loop(),
      loop({ inFlightRequests: 1, queue: [] }),
      acked('B', 1),
      loop(),
    ]
    expect(trace({ idempotence: false, maxInFlight: 1 }, steps, { results: { A: { offset: 0 }, B: { offset: 1 } } })).toEqual(passed)
  })
})

describe('epochs', () => {
  test('what is unfinished is written again under the new epoch, without an error (SEQ-09, CTR-30, A13)', () => {
    const steps = [
      ...sent('A', 'B'),
      told('A', 'NOT_ENOUGH_REPLICAS', { sentFirstSeq: 0 }),
      loop(),
      disconnect(10),
      loop({ queue: ['A', 'B'] }),
      advance(10),
      loop({ inFlightRequests: 1 }),
      told('A', OUT_OF_ORDER, { sentFirstSeq: 0 }),
      loop({ queue: ['A', 'B'], epoch: 0 }),
      loop({ epoch: 1, nextSeq: 2, firstInFlightSeq: 0 }),
      acked('A', 1, { sentFirstSeq: 0 }),
      loop(),
      loop(),
      acked('B', 2, { sentFirstSeq: 1 }),
      loop(),
    ]
    expect(trace({}, steps, { epoch: 1, results: { A: { offset: 1 }, B: { offset: 2 } } })).toEqual(passed)
  })

  test('acked records that the log has lost again are told to nobody (FO-05, CTR-36)', () => {
    const steps = [...settled('A', 0), ...sent('B'), told('B', OUT_OF_ORDER, { sentFirstSeq: 1 }), loop(), loop({ epoch: 1 }), acked('B', 0, { sentFirstSeq: 0 }), loop()]
    expect(trace({}, steps, { results: { A: { offset: 0 }, B: { offset: 0 } } })).toEqual(passed)
  })

  test('another partition sends nothing new until its old batches are done, then starts at 0 (SEQ-08)', () => {
    const steps = [
      append('A'),
      append('B', { partition: 1 }),
      loop({ inFlightRequests: 1 }),
      { do: 'respondMany', responses: [{ batch: 'A', error: OUT_OF_ORDER }], partial: true },
      loop(),
      append('C', { partition: 1 }),
      loop({ epoch: 1, partitions: { 0: { epoch: 1, nextSeq: 1 }, 1: { epoch: 0, nextSeq: 1 } } }),
    ]
    expect(trace({}, steps, { partitions: { 1: { epoch: 0, nextSeq: 1 } } })).toEqual(passed)
  })

  test('an answer read after the deadline fails the batch with its error, and the epoch rises (TMO-04, CTR-37)', () => {
    const steps = [...sent('A'), told('A', 'NOT_LEADER_OR_FOLLOWER'), advance(120_000), pollOnly({ results: { A: { exception: 'NotLeaderOrFollowerException' } } }), loop()]
    expect(trace({ requestTimeoutMs: 600_000 }, steps, { epoch: 1 })).toEqual(passed)
  })

  test('a request time-out noticed at the deadline bumps, an expiry in the first attempt does not (TMO-11)', () => {
    const first = [...sent('A'), advance(3_001)]
    const settings = { deliveryTimeoutMs: 3_000, requestTimeoutMs: 3_000 }
    expect(trace(settings, [...first, pollOnly({ results: { A: { exception: 'TimeoutException' } } }), loop()], { epoch: 1 })).toEqual(passed)
    expect(trace(settings, [...first, loop({ results: { A: { exception: 'TimeoutException' } } }), loop()], { epoch: 0, unresolved: false, nextSeq: 1 })).toEqual(passed)
  })

  test('the last epoch is followed by another id (PID-05)', () => {
    const steps = [...sent('A'), told('A', OUT_OF_ORDER), loop({ epoch: 32767 })]
    expect(trace({ epoch: 32767 }, [...steps, loop({ epoch: null, nextSeq: 1, firstInFlightSeq: 0 })], { queue: ['A'] })).toEqual(passed)
  })

  test('an authorization failure for the cluster ends the producer: everything is aborted (RET-09)', () => {
    const steps = [...sent('A', 'B'), told('A', 'CLUSTER_AUTHORIZATION_FAILED'), loop({ results: { A: { exception: 'ClusterAuthorizationException' } } }), loop()]
    expect(trace({}, steps, { epoch: null, results: { B: { exception: 'KafkaException' } } })).toEqual(passed)
  })
})

describe('ends of batches', () => {
  test('retries = 1 allows two sends (CFG-R08, CTR-21)', () => {
    const refusal = [told('A', 'NOT_ENOUGH_REPLICAS'), loop()]
    const steps = [...sent('A'), ...refusal, loop({ inFlightRequests: 1 }), told('A', 'NOT_ENOUGH_REPLICAS'), loop()]
    expect(trace({ retries: 1 }, steps, { queue: [], epoch: 0, results: { A: { exception: 'NotEnoughReplicasException' } } })).toEqual(passed)
  })

  test('out of order with no retry left is told, and the epoch rises (RET-08)', () => {
    expect(trace({ retries: 0 }, [...settled('Z', 0), ...sent('A'), told('A', OUT_OF_ORDER), loop(), loop()], { epoch: 1, results: { A: { exception: 'OutOfOrderSequenceException' } } })).toEqual(passed)
  })

  test('a batch that is too large comes back in parts with the numbers it had (RET-03)', () => {
    const steps = [
      append('A', { records: 2 }),
      loop({ nextSeq: 2 }),
      append('B'),
      loop({ nextSeq: 3 }),
      told('A', 'MESSAGE_TOO_LARGE'),
      loop({ queue: ['A', 'A.1'], nextSeq: 3, firstInFlightSeq: 0 }),
      told('B', OUT_OF_ORDER),
      loop({ queue: ['A.1', 'B'] }),
      acked('A', 0, { sentFirstSeq: 0 }),
      loop(),
      loop({ queue: ['B'] }),
      acked('A.1', 1, { sentFirstSeq: 1 }),
      loop(),
      loop(),
      acked('B', 2, { sentFirstSeq: 2 }),
      loop(),
    ]
    expect(trace({ retries: 5 }, steps, { epoch: 0, lastAckedSeq: 2, results: { A: { offset: 0 }, 'A.1': { offset: 1 }, B: { offset: 2 } } })).toEqual(passed)
  })

  test('a queue is expired from its head: an older batch behind a younger one waits (TMO-02, SEQ-06)', () => {
    const steps = [...sent('A'), advance(1_000), ...sent('B'), disconnect(100_000), loop({ queue: ['B', 'A'] }), advance(1_000), loop({ results: { A: 'pending' } }), advance(1_000), loop()]
    const both = { exception: 'TimeoutException' }
    expect(trace({ idempotence: false, deliveryTimeoutMs: 2_000, requestTimeoutMs: 60_000 }, steps, { queue: [], results: { A: both, B: both } })).toEqual(passed)
  })
})
