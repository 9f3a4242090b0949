import { expect, test } from 'vitest'
import { run } from '../engine/index.ts'
import { stories } from '../stories/index.ts'
import { keyOf, timeline } from '../timeline/index.ts'
import { drawn } from './drawn.ts'
import { momentsOf } from './moments.ts'
import { wishOf } from './wish.ts'

test('without a name every story is wished for, as wide as the stage of a wide page', () => {
  expect(wishOf('?dev')).toEqual({ story: null, width: 844, height: 680 })
})

test('one story and another width can be named; what cannot be a stage counts as not named', () => {
  expect(wishOf('?dev=lost-ack&width=700&height=3')).toEqual({ story: 'lost-ack', width: 700, height: 680 })
})

test('moments are in order of time, from the start to the end, and a told story says something at each of its beats', () => {
  for (const story of stories.filter((_, nth) => nth % 8 === 0)) {
    const facts = timeline(run(story.setup, story.plan))
    const moments = momentsOf(story, facts)
    const keys = moments.map(({ cursor }) => keyOf(cursor))
    expect(keys[0]).toBe(0)
    expect(keys.at(-1)).toBe(keyOf(facts.end))
    expect(keys).toEqual(keys.toSorted((a, b) => a - b))
    expect(moments.filter(({ caption }) => caption !== null)).toHaveLength(story.telling?.beats.length ?? 0)
  }
})

test('the two pictures of a beat differ in colour only', () => {
  const story = stories.find(({ id }) => id === 'lost-ack')
  if (story === undefined) throw new Error('the story is gone')
  const beats = drawn(story, wishOf(''))
  expect(beats.length).toBeGreaterThan(3)
  for (const { pictures } of beats) {
    const bare = (svg: string): string => svg.replace(/#[0-9a-fA-F]{3,6}\b|opacity="[\d.]+"/g, '')
    expect(pictures.light).not.toBe(pictures.dark)
    expect(bare(pictures.light)).toBe(bare(pictures.dark))
  }
})
