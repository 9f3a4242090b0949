import { describe, expect, test } from 'vitest'
import { batchWith, deskWith, eventsIn, keyed, numbered, P } from './desk.testing.ts'
import { bumpEpochIfRequested, resolveSequences } from './identity.ts'

describe('an epoch bump (PID-05, SEQ-08)', () => {
  test('raises the epoch by one, locally, and rewrites every unfinished batch of the partition that asked, also those on the wire', () => {
    const state = {
      bumpFor: [P],
      batches: keyed(batchWith('B', { sequence: 1 }), batchWith('C', { sequence: 2 })),
      sequences: { [P]: numbered({ nextSequence: 3, lastAckedSequence: 0, unfinished: ['B', 'C'] }) },
    }
    const desk = deskWith({ state })
    bumpEpochIfRequested(desk)
    expect(desk.state.identity).toEqual({ state: 'ready', producerId: 7, producerEpoch: 1 })
    expect(['B', 'C'].map((key) => desk.state.batches[key]?.stamp?.baseSequence)).toEqual([0, 1])
    expect(desk.state.batches.B).toMatchObject({ rewritten: true, stamp: { producerEpoch: 1 } })
    expect(desk.state.sequences[P]).toMatchObject({ nextSequence: 2, lastAckedSequence: null })
    expect(desk.state.bumpFor).toEqual([])
    expect(eventsIn(desk.commands)).toMatchObject([
      { kind: 'epoch-bumped', producerEpoch: 1, rewritten: [{ record: 'B' }, { record: 'C' }] },
    ])
    expect(desk.commands.some((c) => c.do === 'send')).toBe(false)
  })

  test('leaves other partitions in the old epoch', () => {
    const other = numbered({ nextSequence: 4, lastAckedSequence: 2, unfinished: ['X'] })
    const desk = deskWith({
      state: {
        bumpFor: [P],
        batches: keyed(batchWith('X', { sequence: 3, partition: 'orders-1' })),
        sequences: { [P]: numbered({}), 'orders-1': other },
      },
    })
    bumpEpochIfRequested(desk)
    expect(desk.state.sequences['orders-1']).toEqual(other)
    expect(desk.state.batches.X?.rewritten).toBe(false)
  })

  test('without a request nothing happens', () => {
    const desk = deskWith({ state: { sequences: { [P]: numbered({ nextSequence: 2 }) } } })
    const before = desk.state
    bumpEpochIfRequested(desk)
    expect(desk.state).toBe(before)
  })

  test('behind epoch 32767 a new id is asked for instead (PID-05)', () => {
    const desk = deskWith({
      state: {
        bumpFor: [P],
        identity: { state: 'ready', producerId: 7, producerEpoch: 32_767 },
        sequences: { [P]: numbered({}) },
      },
    })
    bumpEpochIfRequested(desk)
    expect(desk.state.identity.state).toBe('uninitialized')
  })
})

describe('an unresolved sequence (TMO-06)', () => {
  test('waits for the batches that are still unfinished', () => {
    const desk = deskWith({
      state: { sequences: { [P]: numbered({ nextSequence: 3, unresolved: 2, unfinished: ['C'] }) } },
    })
    resolveSequences(desk)
    expect(desk.state.sequences[P]?.unresolved).toBe(2)
  })

  test('is dropped when a later batch succeeded, although that proves nothing about the one that expired (recording A5c)', () => {
    const desk = deskWith({
      state: { sequences: { [P]: numbered({ nextSequence: 3, unresolved: 2, lastAckedSequence: 2 }) } },
    })
    resolveSequences(desk)
    expect(desk.state.sequences[P]?.unresolved).toBeNull()
    expect(desk.state.bumpFor).toEqual([])
  })

  test('else it means a hole, and the epoch is bumped', () => {
    const desk = deskWith({
      state: { sequences: { [P]: numbered({ nextSequence: 3, unresolved: 3, lastAckedSequence: 1 }) } },
    })
    resolveSequences(desk)
    expect(desk.state.bumpFor).toEqual([P])
  })
})
