import { describe, expect, test } from 'vitest'
import { run } from '../engine/index.ts'
import { storyWords } from '../words/en/stories/index.ts'
import { beatsOf, rightAnswer, stories, storyNamed, toldStories, wordsOf } from './index.ts'

const LONGEST_CAPTION = 200
const banned = /guarante|simply|\bjust\b|obviously|\beasy\b|!|—/i

/** How many a word says, by each of its forms; “a” and “the” say nothing. */
const NUMBERS = [/^(no|none|never|nothing|nobody)$/, /^(one|once)$/, /^(two|twice|both)$/, /^(three|thrice)$/]
const EMPTY = new Set(['a', 'an', 'the', 'it', 'its', 'of', 'to', 'is', 'has', 'only', 'after', 'before', 'that'])

/** What the words of a line come to: numbers, and the beginnings of the others, so that `Refuse` is `Refused`. */
const meanings = (line: string): readonly string[] =>
  (line.toLowerCase().match(/[a-z]+/g) ?? [])
    .filter((word) => !EMPTY.has(word))
    .map((word) => {
      const number = NUMBERS.findIndex((form) => form.test(word))
      return number === -1 ? word.slice(0, 5) : `number ${number}`
    })

test('a title gives an answer away where it says the same number, or the same word in another form', () => {
  const gives = (title: string, answer: string) => meanings(title).some((meaning) => meanings(answer).includes(meaning))
  expect(gives('Written twice after all', 'Two')).toBe(true)
  expect(gives('Refused for a gap', 'Refuse it')).toBe(true)
  expect(gives('A lost ack', 'One')).toBe(false)
})

describe.each(toldStories)('$id', (story) => {
  const trace = run(story.setup, story.plan)
  const words = wordsOf(story)
  const beats = beatsOf(story, trace)

  test('every caption stands beside an event of the run, and they follow each other in time', () => {
    expect(story.telling.beats).toHaveLength(words.captions.length)
    expect(beats.map(({ nth }) => nth)).toEqual(words.captions.map((_, nth) => nth))
    const places = beats.map(({ step, index }) => step * 1000 + index)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(new Set(beats.map(({ step }) => step)).size).toBe(beats.length)
  })

  test('it has three to seven captions, each short enough for a card', () => {
    expect(words.captions.length).toBeGreaterThanOrEqual(3)
    expect(words.captions.length).toBeLessThanOrEqual(7)
    expect(words.captions.filter(({ text }) => text.length > LONGEST_CAPTION)).toEqual([])
    expect(words.captions.filter(({ name }) => name.length > 16 || name.split(' ').length > 3)).toEqual([])
  })

  test('its question has two to four answers, and in the run one of them is right', () => {
    const { length } = story.telling.answers
    expect(length).toBeGreaterThanOrEqual(2)
    expect(length).toBeLessThanOrEqual(4)
    expect(words.choices).toHaveLength(length)
    expect(words.said ?? words.choices).toHaveLength(length)
    expect(() => rightAnswer(story, trace)).not.toThrow()
  })

  test('its title does not give the answer away', () => {
    const right = meanings(words.choices[rightAnswer(story, trace)] ?? '')
    expect(meanings(words.title).filter((meaning) => right.includes(meaning))).toEqual([])
  })

  test('its words are plain: short sentences, no promise, no blame', () => {
    const texts = [words.question, words.because, words.takeaway, ...words.captions.map(({ text }) => text)]
    const sentences = texts.flatMap((text) => text.split(/(?<=[.?:;])\s+/))
    expect(sentences.filter((sentence) => sentence.split(/\s+/).length > 22)).toEqual([])
    expect(texts.filter((text) => !/[.?”]$/.test(text) || / {2}/.test(text))).toEqual([])
    expect([words.title, ...words.choices, ...texts].filter((text) => banned.test(text))).toEqual([])
  })
})

test('words are written for stories that are told, and for no other', () => {
  expect(Object.keys(storyWords).sort()).toEqual(toldStories.map(({ id }) => id).sort())
})

test('a run for tests has no place in the menu', () => {
  const silent = stories.find(({ telling }) => telling === undefined)
  expect(silent && storyNamed(silent.id)).toBeNull()
  expect(storyNamed('lost-ack')?.id).toBe('lost-ack')
})

test('a caption whose mark is gone is left out, and the others keep their places', () => {
  const story = storyNamed('lost-ack')
  if (story === null) throw new Error('the story is gone')
  const beats = beatsOf(story, run(story.setup, []))
  expect(beats.map(({ name }) => name)).toEqual(['A number', 'Stored', 'Acked'])
  expect(beats.map(({ nth }) => nth)).toEqual([0, 1, 6])
})
