import { describe, expect, test } from 'vitest'
import type { PartitionOnDisk } from '../model/broker.ts'
import { layDown } from './checkAndAppend.ts'
import { emptyLog } from './log.ts'
import { reload, takeSnapshot } from './producerSnapshot.ts'
import { truncateTo } from './truncate.ts'

const empty: PartitionOnDisk = {
  log: emptyLog,
  producers: {},
  leaderEpochs: [
    { epoch: 0, startOffset: 0 },
    { epoch: 1, startOffset: 3 },
  ],
  checkpoint: null,
}

/** Records A, B, C, … of producer 7, a batch each. */
const written = (count: number): PartitionOnDisk =>
  Array.from({ length: count }, (_, n) => n).reduce(
    (disk, n) =>
      layDown(disk, {
        baseOffset: n,
        lastOffset: n,
        leaderEpoch: n < 3 ? 0 : 1,
        records: [{ record: `r${n}`, send: 1 }],
        stamp: { producerId: 7, producerEpoch: 0, baseSequence: n },
        timestamp: n,
      }),
    empty,
  )

const sequences = (producers: PartitionOnDisk['producers']): readonly number[] =>
  (producers[7]?.batches ?? []).map((b) => b.baseSequence)

describe('producer state after a restart or a truncation (BLOG-12)', () => {
  test('a snapshot remembers one batch, the replay behind it adds the others', () => {
    const atTwo = takeSnapshot(written(2))
    expect(sequences(reload(written(4).log, [atTwo]))).toEqual([1, 2, 3])
  })

  test('the newest snapshot that the log still covers is taken', () => {
    const [early, late] = [takeSnapshot(written(2)), takeSnapshot(written(5))]
    expect(sequences(reload(written(4).log, [early, late]))).toEqual([1, 2, 3])
    expect(sequences(reload(written(6).log, [early, late]))).toEqual([4, 5])
  })

  test('without a snapshot the whole log is replayed, and five batches are remembered', () => {
    expect(sequences(reload(written(7).log, []))).toEqual([2, 3, 4, 5, 6])
  })

  test('log, state and leader epochs go back together', () => {
    const back = truncateTo(written(6), 3).disk
    expect(back.log.logEndOffset).toBe(3)
    expect(sequences(back.producers)).toEqual([0, 1, 2])
    expect(back.leaderEpochs).toEqual([{ epoch: 0, startOffset: 0 }])
  })

  test('a truncation to the log end takes no record, only an epoch that holds none', () => {
    const disk = written(3)
    const { disk: left, removed } = truncateTo(disk, 3)
    expect([left.log, left.producers, removed]).toEqual([disk.log, disk.producers, []])
  })
})
