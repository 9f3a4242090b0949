import { expect, test } from 'vitest'
import { cursorsOf, draw } from './geometry.testing.ts'
import { isDone, narrate, timeline } from './index.ts'
import { touches } from './placement/boxes.ts'
import { placeCard } from './placement/card.ts'
import { RUN_NAMES, traceOf } from './runs.testing.ts'

test.each(RUN_NAMES)('%s: the card lies on no label and on no past mark, and ends at a mark', (name) => {
  const run = timeline(traceOf(name))
  const picture = draw(run)
  const covered = new Set<string>()
  let cards = 0
  for (const cursor of cursorsOf(run)) {
    const telling = narrate(run, cursor)
    const card = telling === null ? null : placeCard(picture, telling, cursor)
    if (telling === null || card === null) continue
    cards += 1
    for (const one of picture.obstacles) {
      const shown = one.until === undefined || !isDone(one.until, cursor)
      const counts = one.kind === 'label' || isDone(one.from, cursor)
      if (shown && counts && touches(card.box, one.box, 0))
        covered.add(`${telling.head} at ${cursor.at} covers ${one.id}`)
    }
  }
  expect(cards).toBeGreaterThan(0)
  expect([...covered]).toEqual([])
})
