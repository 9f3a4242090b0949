import { expect, test } from 'vitest'
import { cursorsOf, draw } from './geometry.testing.ts'
import { edgeWordsOf, isDone, narrate, type Scene, timeline } from './index.ts'
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

/** The window as a phone has it: it turns a page when the playhead leaves it. */
const turned = (picture: Scene, at: number): Scene => {
  const { axis, view, length } = picture
  const along = Math.max(0, Math.min(axis.xOf(at) - axis.start - 72, length - view.width))
  return { ...picture, view: { ...view, scrollAlong: along } }
}

test.each(['b', 'd1', 'replyLost'] as const)(
  '%s: on a phone every card stays in the window, and so does its line',
  (name) => {
    const run = timeline(traceOf(name))
    const picture = draw(run, { width: 390, height: 500 })
    const words = edgeWordsOf(picture)
    let [cards, untied] = [0, 0]
    for (const cursor of cursorsOf(run)) {
      const telling = narrate(run, cursor)
      const page = turned(picture, cursor.at)
      const card = telling === null ? null : placeCard(page, telling, cursor)
      if (telling === null || card === null) continue
      cards += 1
      const left = page.view.scrollAlong + page.axis.start - 6
      const right = page.view.scrollAlong + page.view.width
      const ends = [card.box.along, card.box.along + card.box.length, card.joint?.b.along ?? left]
      for (const end of ends) expect(end >= left - 4 && end <= right + 4, `${telling.head} at ${cursor.at}`).toBe(true)
      const cut = words.cutAt(page.view.scrollAlong).flatMap(({ ids }) => ids)
      const labels = page.placed.labels.filter(({ id }) => cut.some((one) => one.startsWith(`${id} `)))
      for (const { box } of labels)
        if (card.joint !== null) expect(touches(box, { ...card.joint.b, length: 0, breadth: 0 }, 0)).toBe(false)
      if (card.joint === null) untied += 1
    }
    expect(cards).toBeGreaterThan(3)
    expect(untied).toBeLessThan(cards)
  },
)

test('in a card a number stays with its unit, and the last line is no short word alone', () => {
  const run = timeline(traceOf('b'))
  const picture = draw(run)
  const lines = cursorsOf(run).flatMap((cursor) => {
    const telling = narrate(run, cursor)
    const card = telling === null ? null : placeCard(picture, telling, cursor)
    return card === null ? [] : [card.head, card.body]
  })
  expect(lines.flat().filter((line) => /^(?:ms|s|min|h)\b/.test(line))).toEqual([])
  expect(lines.filter((part) => part.length > 1 && /^\S{1,3}$/.test(part.at(-1) ?? ''))).toEqual([])
})

test('while nothing happens the card stays with the loudest of what happened last', () => {
  const run = timeline(traceOf('d'))
  const head = (at: number) => narrate(run, { at, tie: 0 })?.head
  expect(head(9_005)).toBe('All in-sync replicas have everything below offset 2.')
  expect(head(9_044)).toBe('All in-sync replicas have everything below offset 2.')
  expect(head(9_045)).toBe('Broker 2 leads now, with A and B.')
  expect(head(9_800)).toBe('Broker 2 leads now, with A and B.')
})

test('where there is no room for both, a caption keeps its text: its name stands in the bar of the story too', () => {
  const run = timeline(traceOf('b'))
  const picture = draw(run, { width: 360, height: 420 })
  const text = 'What a story says of this event, which nobody can read elsewhere on a phone.'
  const named: boolean[] = []
  for (const cursor of cursorsOf(run)) {
    const last = narrate(run, cursor)
    if (last === null) continue
    const caption = { step: last.timed.step, index: 0, head: 'Its name', body: text }
    const telling = narrate(run, cursor, [caption])
    const card = telling === null ? null : placeCard(picture, telling, cursor)
    if (card === null) continue
    expect(card.body.join(' ').replaceAll('\u00a0', ' ')).toBe(text)
    named.push(card.head.length > 0)
  }
  expect(named).toContain(true)
  expect(named).toContain(false)
})
