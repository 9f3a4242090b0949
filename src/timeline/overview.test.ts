import { expect, test } from 'vitest'
import { overview, timeline } from './index.ts'
import { RUN_NAMES, traceOf } from './runs.testing.ts'

test.each(RUN_NAMES)('%s: the strip is as long as the run, and no longer', (name) => {
  const run = timeline(traceOf(name))
  const strip = overview(run)
  expect(strip.placeOf(run.end.at)).toBeGreaterThan(0.9)
  expect(strip.placeOf(run.end.at)).toBeLessThanOrEqual(1)
  expect(strip.placeOf(0)).toBeLessThan(0.02)
  for (const { moment, place } of strip.ticks) expect(strip.atOf(place)).toBeCloseTo(moment.at, 6)
})
