import { expect, test } from 'vitest'
import { backoff } from './backoff.ts'

test('100, 200, 400, 800, 1000, 1000 ms, and nothing before the first failure (RET-04)', () => {
  expect([0, 1, 2, 3, 4, 5, 6].map((n) => backoff(100, 1_000, n))).toEqual([0, 100, 200, 400, 800, 1_000, 1_000])
})

test('50 doubling to 1000 for connections (TMO-09)', () => {
  expect([1, 2, 3, 4, 5, 6].map((n) => backoff(50, 1_000, n))).toEqual([50, 100, 200, 400, 800, 1_000])
})

test('jitter stretches it by a fifth either way, but never past the maximum (RET-04, recording A5c)', () => {
  expect(backoff(100, 1_000, 1, 0.8)).toBe(80)
  expect(backoff(100, 1_000, 1, 1.17)).toBe(117)
  expect(backoff(100, 1_000, 5, 1.19)).toBe(1_000)
})

test('a great many failures stay at the maximum', () => {
  expect(backoff(100, 1_000, 5_000)).toBe(1_000)
})
