import { describe, expect, it } from 'vitest'
import { goingTo, timeOf } from './timeText.ts'

describe('a written time', () => {
  it.each([
    ['30139', 30_139],
    ['30139 ms', 30_139],
    [' 30.139 s ', 30_139],
    ['30.139S', 30_139],
    ['30.139', 30_139],
    ['30 s', 30_000],
    ['2 min', 120_000],
    ['0', 0],
  ])('%s is %i ms', (text, at) => expect(timeOf(text)).toBe(at))

  it.each(['', 'soon', '-5', '30,139', '1 h', '1 s 5', '1e5', '.5'])('%j is none', (text) =>
    expect(timeOf(text)).toBeNull(),
  )
})

describe('going to a time', () => {
  it('goes where the run still is', () => {
    expect(goingTo('60', 90.5)).toEqual({ at: 60 })
    expect(goingTo('91', 90.5)).toEqual({ at: 91 })
  })
  it('says what is wrong', () => {
    expect(goingTo('92', 90.5)).toEqual({ problem: 'after-the-end' })
    expect(goingTo('x', 90.5)).toEqual({ problem: 'unreadable' })
  })
})
