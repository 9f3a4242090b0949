import { describe, expect, test } from 'vitest'
import type { Command } from '../model/kinds.ts'
import { batchWith, deskWith, eventsIn, keyed, kindsIn, numbered, P } from './desk.testing.ts'
import { failExpired } from './expiry.ts'
import { senderTurn } from './turn.ts'
import { labSetup } from '../labSetup.ts'
import type { Act } from '../model/setup.ts'
import { run } from '../run.ts'
import { all, answer, labRun, leaderLog, request, silent } from '../runs.testing.ts'

const failures = (commands: readonly Command[]): readonly string[] =>
  eventsIn(commands).flatMap((e) => (e.kind === 'batch-failed' ? [e.records[0]?.record ?? ''] : []))

describe('delivery.timeout.ms', () => {
  test('is reached at age ≥, not before (TMO-01)', () => {
    const state = { batches: keyed(batchWith('A')), queues: { [P]: ['A'] } }
    const early = deskWith({ now: 119_999, state })
    const late = deskWith({ now: 120_000, state })
    failExpired(early)
    failExpired(late)
    expect(failures(early.commands)).toEqual([])
    expect(failures(late.commands)).toEqual(['A'])
    expect(late.state.queues[P]).toEqual([])
  })

  test('strikes what is queued, in flight or muted, with a TimeoutException that tells the age (TMO-02)', () => {
    const state = {
      batches: keyed(batchWith('A', { sequence: 0 }), batchWith('B')),
      queues: { [P]: ['B'] },
      muted: [P],
      sequences: { [P]: numbered({ nextSequence: 1, unfinished: ['A'] }) },
    }
    const desk = deskWith({ now: 120_003, state })
    failExpired(desk)
    expect([...failures(desk.commands)].sort()).toEqual(['A', 'B'])
    const failed = eventsIn(desk.commands).filter((e) => e.kind === 'batch-failed')
    expect(
      failed.every(
        (e) => e.exception === 'TimeoutException' && e.text.startsWith('Expiring 1 record(s) for orders-0:120003 ms'),
      ),
    ).toBe(true)
  })

  test('of a batch that was never drained leaves no trace in the numbers (TMO-05)', () => {
    const desk = deskWith({
      now: 120_000,
      state: {
        batches: keyed(batchWith('A')),
        queues: { [P]: ['A'] },
        sequences: { [P]: numbered({ nextSequence: 4 }) },
      },
    })
    failExpired(desk)
    expect(desk.state.sequences[P]).toEqual(numbered({ nextSequence: 4 }))
  })

  test('of a batch that was re-enqueued marks the partition unresolved (TMO-06)', () => {
    const state = {
      batches: keyed(batchWith('C', { sequence: 2, attempts: 1 })),
      queues: { [P]: ['C'] },
      sequences: { [P]: numbered({ nextSequence: 3, unfinished: ['C'] }) },
    }
    const desk = deskWith({ now: 120_000, state })
    failExpired(desk)
    expect(desk.state.sequences[P]).toMatchObject({ unresolved: 3, unfinished: [] })
    expect(kindsIn(desk)).toContain('sequence-unresolved')
  })

  test('in a first attempt marks nothing, so the next batch will run into the gap (TMO-07)', () => {
    const state = {
      batches: keyed(batchWith('C', { sequence: 2 })),
      sequences: { [P]: numbered({ nextSequence: 3, unfinished: ['C'] }) },
    }
    const desk = deskWith({ now: 120_000, state })
    failExpired(desk)
    expect(desk.state.sequences[P]).toMatchObject({ unresolved: null, unfinished: [], nextSequence: 3 })
    expect(desk.state.bumpFor).toEqual([])
  })

  test('a batch drained in the very turn in which it expires is reported failed and still sent (ACC-R07)', () => {
    const desk = deskWith({ now: 120_000, state: { batches: keyed(batchWith('A')), queues: { [P]: ['A'] } } })
    senderTurn(desk)
    expect(kindsIn(desk)).toEqual(['batch-failed', 'batch-sent'])
  })
})

describe('when request.timeout.ms and delivery.timeout.ms fall together', () => {
  const config = { 'delivery.timeout.ms': '30000', 'linger.ms': '0' }

  test('the request time-out is handled first, and the epoch is bumped, in our model (TMO-11, TMO-04)', () => {
    const trace = labRun({ records: 1, producer: config }, [silent(answer('A'))])
    expect(all(trace, 'batch-failed').map((e) => [e.at, e.text])).toEqual([
      [30_005, 'Disconnected from node 1 due to timeout'],
    ])
    expect(all(trace, 'epoch-bumped')).toHaveLength(1)
  })
})

describe('a batch that expires in its first attempt and never arrived (TMO-07, MYTH-23, recording A11c)', () => {
  const act = (record: string, at: number): Act => ({
    by: 'producer-1',
    at,
    record,
    send: 1,
    topic: 'orders',
    partition: 0,
    valueBytes: 10,
  })
  const producer = { 'delivery.timeout.ms': '30000', 'linger.ms': '0', 'max.in.flight.requests.per.connection': '1' }
  const setup = labSetup({ producer })
  // B waits behind A, so its delivery deadline comes before that of its request. C comes when both have passed.
  const script = [act('A', 4), act('B', 10), act('C', 31_000), act('D', 62_000)]
  const trace = run({ ...setup, workload: { ...setup.workload, records: 4, script } }, [silent(request('B'))])

  test('leaves a gap without a bump; the next record runs aground on it until its own expiry, and only then the epoch rises', () => {
    expect(all(trace, 'batch-failed').map((e) => e.records[0]?.record)).toEqual(['B', 'C'])
    expect(
      all(trace, 'batch-refused').map((e) => [e.records[0]?.record, e.came?.baseSequence, e.expected?.sequence])[0],
    ).toEqual(['C', 2, 1])
    expect(all(trace, 'batch-refused').length).toBeGreaterThan(20)
    expect(all(trace, 'epoch-bumped').map((e) => e.at)).toEqual([61_001])
    expect(leaderLog(trace)).toEqual(['A', 'D'])
  })
})
