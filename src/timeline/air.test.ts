import { expect, test } from 'vitest'
import { airUnder } from './air.ts'
import { draw } from './geometry.testing.ts'
import { timeline } from './index.ts'
import { traceOf } from './runs.testing.ts'

const run = timeline(traceOf('a2'))

test('under the last mark of the lowest lane there is at least the legend, and less air on a low stage', () => {
  const receipts = (height: number): number =>
    Math.max(
      ...draw(run, { height }).primitives.flatMap((mark) =>
        mark.id.startsWith('receipt') && mark.shape === 'rect' ? [mark.box.across + mark.box.breadth] : [],
      ),
    )
  for (const height of [708, 560]) {
    const air = airUnder(draw(run, { height }))
    expect(air).toBeGreaterThan(56)
    expect(air).toBeLessThanOrEqual(height - receipts(height))
  }
  expect(airUnder(draw(run, { height: 480 }))).toBeLessThan(airUnder(draw(run, { height: 708 })))
})

test('of a picture that is higher than its view nothing is left', () => {
  expect(airUnder(draw(run, { height: 240 }))).toBeLessThan(56)
})
