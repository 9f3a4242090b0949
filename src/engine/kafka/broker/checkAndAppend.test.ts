import { describe, expect, test } from 'vitest'
import { checkAndAppend, layDown } from './checkAndAppend.ts'
import { batch, diskWith, laid, stamped } from './desk.testing.ts'
import { batchesOf } from './log.ts'

const MAX = 1_048_588

describe('a batch that comes to a leader', () => {
  test('is appended at the log end, and remembered (BLOG-01)', () => {
    const appended = checkAndAppend(diskWith(['A', stamped(0)]), batch('B', stamped(1)), 4, MAX)
    expect(appended).toMatchObject({ kind: 'appended', batch: { baseOffset: 1, lastOffset: 1, leaderEpoch: 4 } })
    expect(appended.kind === 'appended' && appended.disk.log.logEndOffset).toBe(2)
    expect(appended.kind === 'appended' && appended.disk.producers['7']?.batches).toHaveLength(2)
  })

  test.each([
    ['too large', batch('B', stamped(1), MAX + 1), 'MESSAGE_TOO_LARGE'],
    ['with a negative sequence (BLOG-14)', batch('B', stamped(-1)), 'INVALID_RECORD'],
    ['of an older epoch (BLOG-06)', batch('B', stamped(1, -1)), 'INVALID_PRODUCER_EPOCH'],
    ['behind a gap (BLOG-08)', batch('B', stamped(2)), 'OUT_OF_ORDER_SEQUENCE_NUMBER'],
  ])('%s is refused', (_why, one, error) => {
    expect(checkAndAppend(diskWith(['A', stamped(0)]), one, 0, MAX)).toMatchObject({ kind: 'refused', error })
  })

  test('is refused for its size before anybody looks at its sequence (BLOG-01)', () => {
    expect(checkAndAppend(diskWith(['A', stamped(0)]), batch('A', stamped(0), MAX + 1), 0, MAX)).toMatchObject({
      error: 'MESSAGE_TOO_LARGE',
    })
  })

  test('is a duplicate whatever its content: only id, epoch and sequences are compared (BLOG-03)', () => {
    expect(checkAndAppend(diskWith(['A', stamped(0)]), batch('another record', stamped(0)), 0, MAX)).toMatchObject({
      kind: 'duplicate',
      of: { baseOffset: 0 },
    })
  })

  test('without numbers is appended as often as it comes (CON-05)', () => {
    const disk = diskWith(['A', null])
    const again = checkAndAppend(disk, batch('A'), 0, MAX)
    expect(again).toMatchObject({ kind: 'appended', batch: { baseOffset: 1 } })
    expect(again.kind === 'appended' && again.disk.producers).toEqual({})
  })
})

test('what a follower lays down is checked by nobody: gaps and old epochs are recorded as they are (BLOG-11)', () => {
  const disk = layDown(
    layDown(diskWith(['A', stamped(0, 3)]), laid('C', 1, stamped(7, 3))),
    laid('B', 2, stamped(1, 2)),
  )
  expect(batchesOf(disk.log).map((b) => b.records[0]?.record)).toEqual(['A', 'C', 'B'])
  expect(disk.producers['7']).toMatchObject({ producerEpoch: 2, batches: [{ baseSequence: 1 }] })
})
