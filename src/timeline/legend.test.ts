import { expect, test } from 'vitest'
import { evenRows, packedRows } from './scene/evenRows.ts'

const width = (one: number): number => one
const lengths = (entries: readonly number[], room: number) => evenRows(entries, width, room).map((row) => row.length)

test('what fits stands in one row', () => {
  expect(lengths([10, 10, 10], 30)).toEqual([3])
})

test('of two rows none has a single entry that the other could share with', () => {
  expect(lengths([10, 10, 10, 10, 10, 10, 10, 10], 70)).toEqual([4, 4])
  expect(lengths([10, 10, 10, 10, 10, 10, 10, 10], 30)).toEqual([3, 3, 2])
})

test('the order stays, nothing is left out, and no row is longer than the room while three are enough', () => {
  const entries = [58, 26, 41, 90, 33, 72, 51, 64]
  for (let room = 195; room <= 440; room += 7) {
    const rows = evenRows(entries, width, room)
    expect(rows.flat()).toEqual(entries)
    for (const row of rows) expect(row.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(room)
  }
})

test('too many for three rows in their order: what does not fit goes to a row with room, and nothing is left out', () => {
  const entries = [60, 61, 62, 80, 30, 90, 40, 50, 51]
  expect(
    Math.max(...evenRows(entries, width, 190).map((row) => row.reduce((sum, one) => sum + one, 0))),
  ).toBeGreaterThan(190)
  const rows = packedRows(entries, width, 190)
  expect(rows.flat().toSorted()).toEqual(entries.toSorted())
  for (const row of rows) expect(row.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(190)
})
