import { expect, test } from 'vitest'
import { draw } from './geometry.testing.ts'
import { cursorAt, svg, timeline } from './index.ts'
import { RUN_NAMES, traceOf } from './runs.testing.ts'

const theme = { mode: 'light', tokens: { panel: '#fff', data: '#00f' } } as const

test.each(RUN_NAMES)('%s: equal input, equal bytes', (name) => {
  const print = (): string => {
    const run = timeline(traceOf(name))
    return svg(draw(run), { theme, cursor: run.end })
  }
  const text = print()
  expect(print()).toBe(text)
  expect(text).not.toMatch(/NaN|undefined|Infinity/)
})

test('a message in the air is drawn up to the playhead', () => {
  const run = timeline(traceOf('a'))
  const picture = draw(run)
  const text = svg(picture, { theme, cursor: cursorAt(run.trace, 7), card: false })
  const playhead = picture.axis.xOf(7)
  expect(text).toContain(`cx="${playhead}"`)
})
