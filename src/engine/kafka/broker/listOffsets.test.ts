import { expect, test } from 'vitest'
import { listOffset } from './listOffsets.ts'

const log = { logStartOffset: 0, logEndOffset: 5 }

test('latest is the high watermark for a consumer, the log end for a replica (CON-06)', () => {
  expect(listOffset({ highWatermark: 5, epochStartOffset: 3 }, log, 'latest', 'read_uncommitted')).toEqual({ offset: 5 })
  expect(listOffset({ highWatermark: 2, epochStartOffset: 5 }, log, 'latest', null)).toEqual({ offset: 5 })
})

test('a new leader does not know the latest before its high watermark has reached its epoch (LEAD-06)', () => {
  expect(listOffset({ highWatermark: 2, epochStartOffset: 5 }, log, 'latest', 'read_uncommitted')).toEqual({ error: 'OFFSET_NOT_AVAILABLE' })
  expect(listOffset({ highWatermark: 2, epochStartOffset: 5 }, log, 'earliest', 'read_uncommitted')).toEqual({ offset: 0 })
})
