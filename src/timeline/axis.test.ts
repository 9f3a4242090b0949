import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layAxis } from './axis.ts'
import { busySpans, folds } from './folds.ts'

const times = fc.array(fc.integer({ min: 0, max: 200_000 }), { minLength: 1, maxLength: 40 })
const zoom = fc.oneof(fc.constant('fit' as const), fc.double({ min: 0.05, max: 40, noNaN: true }))
const axisOf = (at: readonly number[], pxPerMs: 'fit' | number, open: boolean) => {
  const busy = busySpans(at)
  const closed = folds(busy, [])
  return layAxis({
    busy,
    folds: closed,
    after: busy.map(() => 40),
    start: 112,
    end: 838,
    pxPerMs,
    openFolds: open ? closed.map((fold) => fold.id) : [],
  })
}

test('time runs one way', () => {
  fc.assert(
    fc.property(times, zoom, fc.boolean(), (at, pxPerMs, open) => {
      const axis = axisOf(at, pxPerMs, open)
      const sorted = [...new Set([0, ...at])].sort((a, b) => a - b)
      sorted.slice(1).forEach((t, i) => {
        expect(axis.xOf(t)).toBeGreaterThan(axis.xOf(sorted[i]!))
      })
    }),
    { seed: 1, numRuns: 200 },
  )
})

test('a place maps back to its time', () => {
  fc.assert(
    fc.property(times, zoom, fc.boolean(), fc.double({ min: 0, max: 200_000, noNaN: true }), (at, pxPerMs, open, t) => {
      const axis = axisOf(at, pxPerMs, open)
      expect(axis.atOf(axis.xOf(t))).toBeCloseTo(t, 3)
    }),
    { seed: 1, numRuns: 200 },
  )
})

test('a wait of 30 s becomes a fold of 46 px, and 240 px when it is opened', () => {
  const [closed, opened] = [false, true].map((open) => axisOf([4, 40, 30_000], 5, open))
  const widths = [closed!, opened!].map((axis) =>
    axis.spans.filter((span) => span.kind !== 'busy').map((span) => Math.round(span.x1 - span.x0)),
  )
  expect(widths).toEqual([[46], [240]])
})

test('40 ms without an event are not folded, 41 are', () => {
  expect(busySpans([10, 50]).length).toBe(1)
  expect(busySpans([10, 51]).length).toBe(2)
})
