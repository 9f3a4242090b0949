import { describe, expect, test } from 'vitest'
import { diskWith, laid, stamped } from './desk.testing.ts'
import { batchesOf } from './log.ts'
import { beginAt, truncateTo } from './truncate.ts'

const records = (disk: ReturnType<typeof diskWith>) => batchesOf(disk.log).map((b) => b.records[0]?.record)
const three = { ...diskWith(['A', stamped(0)], ['B', stamped(1)], ['C', stamped(2)]), leaderEpochs: [{ epoch: 0, startOffset: 0 }, { epoch: 1, startOffset: 2 }], checkpoint: 3 }

describe('a log that is cut (LEAD-07)', () => {
  test('loses everything from there on, with epochs and checkpoint', () => {
    const { disk, removed } = truncateTo(three, 2)
    expect(records(disk)).toEqual(['A', 'B'])
    expect(removed.map((b) => b.records[0]?.record)).toEqual(['C'])
    expect(disk).toMatchObject({ leaderEpochs: [{ epoch: 0, startOffset: 0 }], checkpoint: 2 })
  })

  test('remembers its producers as what is left says (BLOG-12)', () => {
    expect(truncateTo(three, 2).disk.producers[7]?.batches.map((b) => b.lastSequence)).toEqual([0, 1])
    expect(truncateTo(three, 0).disk.producers).toEqual({})
  })

  test('at its end keeps all its batches, but not an epoch in which nothing was written', () => {
    const led = { ...three, leaderEpochs: [...three.leaderEpochs, { epoch: 2, startOffset: 3 }] }
    const { disk, removed } = truncateTo(led, 3)
    expect(removed).toEqual([])
    expect(disk.log).toBe(led.log)
    expect(disk.leaderEpochs).toEqual(three.leaderEpochs)
  })

  test('goes by whole batches', () => {
    const two = { ...laid('B', 1), lastOffset: 2, records: [{ record: 'B', send: 1 }, { record: 'C', send: 1 }] }
    const disk = { ...diskWith(['A', null]), log: { chunks: [[laid('A', 0), two]], logStartOffset: 0, logEndOffset: 3 } }
    expect(records(truncateTo(disk, 2).disk)).toEqual(['A'])
  })
})

test('a follower behind the beginning of its leader’s log begins anew there', () => {
  const { disk, removed } = beginAt(three, 9)
  expect(disk).toMatchObject({ log: { logStartOffset: 9, logEndOffset: 9 }, leaderEpochs: [], producers: {}, checkpoint: null })
  expect(removed).toHaveLength(3)
})
