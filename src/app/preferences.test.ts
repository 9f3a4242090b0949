import { expect, it } from 'vitest'
import { testLab } from './lab.testing.ts'

/** Storage as a browser lends it, kept from one visit to the next. */
const drawer = (content = new Map<string, string>()) => ({
  shelf: () => ({
    getItem: (key: string) => content.get(key) ?? null,
    setItem: (key: string, value: string) => void content.set(key, value),
  }),
})

it('sizes of panels are remembered, and forgotten when they are put back', () => {
  const kept = drawer()
  const first = testLab('', kept)
  first.actions.resizePanel('cut', 400)
  first.actions.resizePanel('settings', 300)
  expect(testLab('', kept).state().panels).toEqual({ cut: 400, settings: 300 })
  first.actions.resizePanel('cut', null)
  expect(testLab('', kept).state().panels).toEqual({ settings: 300 })
})

it('what storage holds and nobody wrote is dropped part by part', () => {
  const kept = drawer(
    new Map([['delivery-lab', '{"theme":"pink","letters":false,"panels":{"cut":"wide","below":-4,"settings":280}}']]),
  )
  expect(testLab('', kept).state()).toMatchObject({ theme: 'auto', letters: false, panels: { settings: 280 } })
})

it('a visit works where storage is forbidden', () => {
  const refuse = (): never => {
    throw new DOMException('refused', 'SecurityError')
  }
  const lab = testLab('', { shelf: refuse })
  lab.actions.resizePanel('cut', 400)
  expect(lab.state().panels).toEqual({ cut: 400 })
})
