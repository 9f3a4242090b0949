import { expect, test } from 'vitest'
import { edgeWordsOf } from './edgeWords.ts'
import { draw, textsAt } from './geometry.testing.ts'
import { bandOf, type Scene, type Text, timeline } from './index.ts'
import { boxOfText } from './placement/textBox.ts'
import { traceOf } from './runs.testing.ts'

const PHONE = { width: 390, height: 440 }
/** Folds, silence, a new leader, a reader with calls: every kind of word. */
const NAMES = ['b', 'c', 'd1', 'replyLost'] as const
const pictures = NAMES.map((name): readonly [string, Scene] => [name, draw(timeline(traceOf(name)), PHONE)])

/** What the window shows of a text: all of it, a piece, or nothing. */
const seen = (picture: Scene, scrolled: number, text: Text): 'whole' | 'piece' | 'none' => {
  const { along, length } = boxOfText(text)
  const [left, right] = [scrolled + picture.axis.start - 6, scrolled + picture.view.width]
  if (along + length <= left + 0.5 || along >= right - 0.5) return 'none'
  return along >= left - 0.5 && along + length <= right + 0.5 ? 'whole' : 'piece'
}
const textsOf = (picture: Scene): readonly Text[] =>
  picture.primitives.filter((mark): mark is Text => mark.shape === 'text' && bandOf(mark) !== 'header')
const stopsOf = ({ length, view }: Scene): readonly number[] =>
  Array.from({ length: Math.ceil((length - view.width) / 7) + 1 }, (_, i) => Math.min(7 * i, length - view.width))

test('a phone shows no half words, however far the picture is scrolled', () => {
  let left = 0
  for (const [name, picture] of pictures) {
    const words = edgeWordsOf(picture)
    for (const scrolled of stopsOf(picture)) {
      const out = new Set(words.cutAt(scrolled).flatMap(({ ids }) => ids))
      left += out.size
      const half = textsOf(picture).filter((text) => !out.has(text.id) && seen(picture, scrolled, text) === 'piece')
      expect(half.map(({ text }) => `${name} at ${scrolled}: ${text}`)).toEqual([])
    }
  }
  expect(left).toBeGreaterThan(100)
})

test('lines of one label go together, and what stands whole beside an edge stays', () => {
  for (const [name, picture] of pictures)
    for (const scrolled of stopsOf(picture))
      for (const { ids } of edgeWordsOf(picture).cutAt(scrolled)) {
        const lines = textsOf(picture).filter(({ id }) => ids.includes(id))
        expect(
          lines.some((line) => seen(picture, scrolled, line) === 'piece'),
          `${name} at ${scrolled}: ${lines.map(({ text }) => text).join(' ')}`,
        ).toBe(true)
      }
})

test('a picture that is whole in its window leaves nothing out', () => {
  for (const name of NAMES) {
    const run = timeline(traceOf(name))
    const picture = draw(run, { width: 2400 })
    expect(textsAt(picture, run.end).length).toBeGreaterThan(0)
    expect(edgeWordsOf(picture).cutAt(0)).toEqual([])
  }
})
