import { describe, expect, test } from 'vitest'
import type { Command } from '../model/kinds.ts'
import { batchWith, deskWith, eventsIn, keyed, kindsIn, numbered, P } from './desk.testing.ts'
import { failExpired } from './expiry.ts'
import { senderTurn } from './turn.ts'

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
