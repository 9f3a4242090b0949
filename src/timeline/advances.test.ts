import { expect, test } from 'vitest'
import { textWidth } from './advances.ts'

const words = { family: 'words', weight: 400, size: 13 } as const

test('a text twice as large is twice as wide', () => {
  expect(textWidth('C arrived, or lost?', { ...words, size: 26 })).toBeCloseTo(
    2 * textWidth('C arrived, or lost?', words),
  )
})

test('figures are tabular: times do not jitter while they run', () => {
  expect(textWidth('111.1', words)).toBeCloseTo(textWidth('808.9', words))
})

test('heavier words are wider', () => {
  expect(textWidth('message', { ...words, weight: 650 })).toBeGreaterThan(textWidth('message', words))
})

test('code has one width for every character', () => {
  const code = { ...words, family: 'code' } as const
  expect(textWidth('iii', code)).toBe(textWidth('mmm', code))
})

test('a character the tables do not know counts as an m', () => {
  expect(textWidth('漢', words)).toBe(textWidth('m', words))
})
