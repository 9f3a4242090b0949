import { describe, expect, test } from 'vitest'
import { run } from '../engine/index.ts'
import { stories } from './index.ts'
import { unshown } from './statement.ts'
import { statements } from './statements.ts'

/** The list of what must be teachable, by its numbers: sections 0 to 3, and how many each has. */
const numbers = [
  ...Array.from({ length: 13 }, (_, n) => `0.${n + 1}`),
  ...Array.from({ length: 8 }, (_, n) => `1.${n + 1}`),
  ...Array.from({ length: 18 }, (_, n) => `2.${n + 1}`),
  ...Array.from({ length: 8 }, (_, n) => `3.${n + 1}`),
]
const shownStatements = Object.entries(statements).filter(([, { shown }]) => shown.length > 0)
const named = (id: string) => stories.find((story) => story.id === id)

test('every statement stands here, once, and either shows in a story or waits for something', () => {
  expect(Object.keys(statements).sort()).toEqual(numbers.toSorted())
  const odd = Object.entries(statements).filter(([, { shown, waitsFor }]) => shown.length > 0 === (waitsFor !== null))
  expect(odd).toEqual([])
})

test('a story covers only statements that are in reach', () => {
  const inReach = new Set(shownStatements.map(([id]) => id))
  expect(
    stories.flatMap(({ id, covers }) => covers.filter((one) => !inReach.has(one)).map((one) => [id, one])),
  ).toEqual([])
})

describe.each(shownStatements)('%s', (id, { shown }) => {
  test('has a story of the menu that covers it', () => {
    const telling = shown.filter(({ story }) => named(story)?.telling !== undefined)
    expect(telling).not.toEqual([])
    expect(shown.filter(({ story }) => !named(story)?.covers.includes(id))).toEqual([])
  })

  test('shows in the run of each of its stories', () => {
    for (const { story: name, facts } of shown) {
      const story = named(name)
      if (story === undefined) throw new Error(`no story is called ${name}`)
      expect(facts.length).toBeGreaterThan(0)
      expect(unshown(facts, run(story.setup, story.plan))).toEqual([])
    }
  })
})

test('a fact that is not so is found out: without the fault nothing of a lost ack shows', () => {
  const story = named('lost-ack')
  const showing = statements['0.11']?.shown[0]
  if (story === undefined || showing === undefined) throw new Error('the story is gone')
  expect(unshown(showing.facts, run(story.setup, []))).toHaveLength(1)
})
