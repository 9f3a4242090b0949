import { expect, test } from 'vitest'
import { type Fault, faultKinds } from '../engine/index.ts'
import { named } from './lab.testing.ts'
import { runTitle } from './runTitle.ts'

const one = (kind: string): Fault => ({ kind, aim: { before: named('Call[A] consumer-1>card-1 #1') } })

test('a run with one fault is called after it, whatever its kind', () => {
  const titles = faultKinds.map((kind) => runTitle([one(kind)], 'all'))
  expect(titles.filter((title) => /^\d/.test(title))).toEqual([])
  expect(new Set(titles).size).toBe(faultKinds.length)
  expect(runTitle([one('twice')], 'all')).toBe('A call that arrives twice')
})

test('several faults are counted, and one of a kind that nobody knows as well', () => {
  expect(runTitle([one('late'), one('twice')], 'all')).toBe('2 faults')
  expect(runTitle([one('a new kind')], 'all')).toBe('1 fault')
})
