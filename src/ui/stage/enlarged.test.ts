import { expect, it } from 'vitest'
import { enlarged } from './enlarged.ts'

it('the picture is as it is while text is', () => {
  expect(enlarged({ width: 820, height: 700 }, 1)).toEqual({ by: 1, width: 820, height: 700 })
})

it('the picture grows with the text where there is room', () => {
  expect(enlarged({ width: 1440, height: 600 }, 2)).toEqual({ by: 2, width: 720, height: 300 })
})

it('the picture grows less than the text rather than show nothing', () => {
  const phone = enlarged({ width: 390, height: 400 }, 2)
  expect(phone.width).toBe(360)
  expect(phone.by).toBeCloseTo(390 / 360)
  expect(enlarged({ width: 720, height: 200 }, 2).by).toBe(1)
})
