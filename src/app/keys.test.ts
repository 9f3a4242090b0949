import { expect, it } from 'vitest'
import { keyAnywhere, keyOnTimeline } from './keys.ts'
import { ackOfC, lostAck, stillPage, testLab } from './lab.testing.ts'

const key = (name: string, more: { shift?: boolean; ctrl?: boolean } = {}) => ({
  key: name,
  shift: false,
  ctrl: false,
  alt: false,
  ...more,
})

const press = (lab: ReturnType<typeof testLab>, name: string, more = {}, page = stillPage) =>
  keyOnTimeline(key(name, more), lab.state().letters)?.(lab.actions, page, lab.state())

it('X loses, Shift X breaks, Delete removes what is selected', () => {
  const lab = testLab()
  lab.actions.select({ kind: 'message', name: ackOfC })
  press(lab, 'x')
  expect(lab.state().plan).toEqual([lostAck])
  press(lab, 'X', { shift: true })
  expect(lab.state().plan[0]?.kind).toBe('break')
  press(lab, 'Delete')
  expect(lab.state().plan).toEqual([])
})

it('single letters can be switched off; named keys stay', () => {
  const lab = testLab()
  lab.actions.setLetters(false)
  expect(keyOnTimeline(key('x'), false)).toBeUndefined()
  press(lab, 'ArrowRight')
  expect(lab.state().cursor.at).toBe(4)
})

it('J K L play back, stop, play on, and again is faster', () => {
  const lab = testLab()
  press(lab, 'l')
  press(lab, 'l')
  expect(lab.state()).toMatchObject({ playing: true, direction: 1, speed: 2 })
  press(lab, 'k')
  expect(lab.state().playing).toBe(false)
  press(lab, 'j')
  expect(lab.state().direction).toBe(-1)
})

it('zoom, fold, future, contract', () => {
  const lab = testLab()
  press(lab, '+')
  expect(lab.state().view.zoom).toBe(10)
  press(lab, '0')
  expect(lab.state().view).toMatchObject({ zoom: 'fit', fits: 1 })
  press(lab, 'f')
  expect(lab.state().view.openFolds).toEqual(['fold:50'])
  press(lab, 'h')
  expect(lab.state().view.future).toBe('full')
  press(lab, '1')
  expect(lab.state().preset).toBe('at-most-once')
})

it('Escape closes what is open, then clears the selection', () => {
  const lab = testLab()
  lab.actions.select({ kind: 'message', name: ackOfC })
  press(lab, 'Escape', {}, { ...stillPage, close: () => true })
  expect(lab.state().selected).not.toBeNull()
  press(lab, 'Escape')
  expect(lab.state().selected).toBeNull()
})

it('undo is the browser’s own key, anywhere but in a text field', () => {
  expect(keyAnywhere(key('z', { ctrl: true }), false)).toBeDefined()
  expect(keyAnywhere(key('z', { ctrl: true }), true)).toBeUndefined()
  expect(keyAnywhere(key('z'), false)).toBeUndefined()
})
