import { expect, it } from 'vitest'
import { createFades, FADE_AT_A_TIME, FADES, HOLDS } from './fades.ts'

/** Of so many marks that change at one time, how many fade. */
const fading = (mayFade: (now: number) => boolean, now: number, marks: number): number =>
  Array.from({ length: marks }, () => mayFade(now)).filter(Boolean).length

it('a few marks at a time fade, and the rest are at once what they become', () => {
  const mayFade = createFades()
  expect(fading(mayFade, 0, FADE_AT_A_TIME)).toBe(FADE_AT_A_TIME)
  expect(fading(mayFade, FADES + 1, FADE_AT_A_TIME + 20)).toBe(FADE_AT_A_TIME)
})

it('those of a frame count as long as they fade, and no longer', () => {
  const mayFade = createFades()
  expect(fading(mayFade, 0, 5)).toBe(5)
  expect(fading(mayFade, FADES - 20, 5)).toBe(FADE_AT_A_TIME - 5)
  const rested = createFades()
  expect(fading(rested, 0, 5)).toBe(5)
  expect(fading(rested, FADES + 1, 5)).toBe(5)
})

it('after too many none fades for a while, and as long as too many go on changing', () => {
  const mayFade = createFades()
  expect(fading(mayFade, 0, FADE_AT_A_TIME + 1)).toBe(FADE_AT_A_TIME)
  expect(fading(mayFade, FADES + 1, 1)).toBe(0)
  expect(fading(mayFade, FADES + HOLDS, 1)).toBe(0)
  expect(fading(mayFade, FADES + 2 * HOLDS + 1, 1)).toBe(1)
})
