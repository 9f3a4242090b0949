import { describe, expect, it } from 'vitest'
import { faultWords } from '../words/en/ui.ts'
import { type Act, keymap, struckBy } from './keymap.ts'
import { keyAnywhere, keyList, keyOnTimeline, type Pressed } from './keys.ts'
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
  expect(lab.state().said?.text).toBe('What lies ahead is full.')
  press(lab, '1')
  expect(lab.state().preset).toBe('at-most-once')
})

it('T asks which time to go to', () => {
  const lab = testLab()
  let asked = 0
  press(
    lab,
    't',
    {},
    {
      ...stillPage,
      goToTime: () => {
        asked += 1
      },
    },
  )
  expect(asked).toBe(1)
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

describe('the list under `?`', () => {
  /** As a keyboard sends it: with shift held a letter comes large. */
  const pressed = (press: string): Pressed => {
    const shift = press.startsWith('Shift ')
    const ctrl = press.includes('Ctrl ')
    const key = press.replace('Shift ', '').replace('Ctrl ', '')
    return { key: shift && key.length === 1 ? key.toUpperCase() : key, shift, ctrl, alt: false }
  }
  const actOf = (press: string): Act | undefined =>
    keyOnTimeline(pressed(press), true) ?? keyAnywhere(pressed(press), false)
  const signs = Array.from({ length: 0x7f - 0x20 }, (_, i) => String.fromCharCode(0x20 + i).toLowerCase())
  const names = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown']
  const more = ['Enter', 'Escape', 'Delete', 'Backspace', 'Insert', 'Tab', 'F1', 'F5', 'ContextMenu']
  const keyboard = [...new Set(signs), ...names, ...more].flatMap((key) => [
    key,
    // With shift, a sign is another sign: that one is pressed without.
    ...(key.length > 1 || /\p{L}/u.test(key) ? [`Shift ${key}`, `Shift Ctrl ${key}`] : []),
    `Ctrl ${key}`,
  ])
  const mapped = keymap.flatMap((line) => line.keys)

  it('names every key that acts, and no other', () => {
    const acting = keyboard.filter((press) => actOf(press) !== undefined)
    expect(acting.toSorted()).toEqual(mapped.map(([press]) => press).toSorted())
  })

  it.each(mapped)('%s does what its line says', (press, act) => {
    expect(actOf(press)).toBe(act)
  })

  it('shows each line of the map once, as it stands on keyboards', () => {
    const lines = keyList.flatMap((group) => group.lines)
    expect(lines).toHaveLength(keymap.length)
    expect(lines.find(({ keys }) => keys.includes('Shift X'))?.does).toBe('the connection breaks')
    expect(lines.map(({ keys }) => keys.join(' '))).toEqual(
      expect.arrayContaining(['Space', 'J K L', '← →', 'Shift ← Shift →', '+ − 0', 'Del Backspace', 'Ctrl Z']),
    )
  })

  it('keeps a fault menu’s hint and the key that strikes in step', () => {
    for (const [kind, shown] of Object.entries(faultWords.keys)) {
      const lab = testLab()
      const struck: string[] = []
      actOf(pressLike(shown))?.({ ...lab.actions, strike: (one) => struck.push(one) }, stillPage, lab.state())
      expect(struck).toEqual([kind])
    }
  })
})

const pressLike = (shown: string): string => shown.replace(/.$/, (letter) => letter.toLowerCase())

it('a letter with shift is another key, and does nothing unless it is listed', () => {
  expect(keyOnTimeline(key('C', { shift: true }), true)).toBeUndefined()
})

it('what is pointed at is struck by the keys of its kind', () => {
  expect(['x', 'Shift x', 'c', 'Delete', 's'].map(struckBy)).toEqual(['message', 'message', 'node', 'any', null])
})
