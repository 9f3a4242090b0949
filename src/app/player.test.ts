import { expect, it } from 'vitest'
import { lostAck, testLab } from './lab.testing.ts'
import { advance, EVENT_TAKES, FOLD_TAKES, REAL_PER_MS } from './player.ts'

const folded = {
  end: { at: 30_100, tie: 1 },
  folds: [{ id: 'fold:50', from: 50, to: 30_050, counts: [], quietAt: [] }],
}

it('1 simulated ms lasts 60 real ms, at any speed and both ways', () => {
  expect(advance(folded, 0, 10 * REAL_PER_MS, 1, 1)).toBeCloseTo(10)
  expect(advance(folded, 0, 10 * REAL_PER_MS, 2, 1)).toBeCloseTo(20)
  expect(advance(folded, 20, 10 * REAL_PER_MS, 1, -1)).toBeCloseTo(10)
})

it('a fold takes half a second, however long it is, and a slow frame does not jump over its end', () => {
  const start = advance(folded, 50, 0, 1, 1)
  const through = FOLD_TAKES + 8 * REAL_PER_MS
  expect(advance(folded, start, through, 1, 1)).toBeCloseTo(30_050)
  expect(advance(folded, 30_050, through, 1, -1)).toBeCloseTo(50)
})

it('stops at the ends', () => {
  expect(advance(folded, 30_099, 10_000, 1, 1)).toBe(30_100)
  expect(advance(folded, 5, 10_000, 1, -1)).toBe(0)
})

it('plays to the end, stops there, and starts over', () => {
  const { actions, pass, state, select } = testLab()
  actions.togglePlay()
  pass(600)
  expect(state().cursor.at).toBeGreaterThan(8)
  expect(state().cursor.at).toBeLessThan(11)
  pass(60_000)
  expect(state().playing).toBe(false)
  expect(state().cursor).toEqual(select.timeline(state()).end)
  actions.togglePlay()
  expect(state().cursor.at).toBe(0)
})

it('with motion reduced it goes from event to event', () => {
  const { actions, pass, state } = testLab('', { prefersReducedMotion: true })
  actions.togglePlay()
  const stops = new Set<number>()
  for (let turn = 0; turn < 5; turn += 1) {
    pass(EVENT_TAKES)
    stops.add(state().cursor.at)
  }
  expect([...stops].every(Number.isInteger)).toBe(true)
  expect(stops.size).toBeGreaterThan(2)
})

it('steps to each telling event and back, and jumps to faults', () => {
  const { actions, state } = testLab()
  actions.addFault(lostAck)
  actions.stepEvent(1)
  expect(state().cursor).toEqual({ at: 4, tie: 1 })
  actions.stepEvent(1)
  expect(state().cursor.at).toBe(10)
  actions.stepEvent(-1)
  expect(state().cursor.at).toBe(4)
  actions.stepFault(1)
  expect(state().cursor.at).toBe(44)
  actions.stepMillis(1)
  expect(state().cursor.at).toBe(45)
})

it('a step of the engine at a time covers the whole run', () => {
  const { actions, state, select } = testLab()
  const { length } = select.trace(state()).steps
  for (let step = 1; step <= length; step += 1) {
    actions.stepOne(1)
    expect(select.steps(state())).toBe(step)
  }
  actions.stepOne(-1)
  expect(select.steps(state())).toBe(length - 1)
})
