import { describe, expect, test } from 'vitest'
import { labSetup, run } from '../engine/index.ts'
import { draw } from './geometry.testing.ts'
import { type Timeline, timeline } from './index.ts'
import { layLanes, RULER } from './laneLayout.ts'

const told = (partitions: number): Timeline => timeline(run(labSetup({ partitions, records: 6, reader: 'card' }), []))
const one = told(1)
const three = told(3)

const layout = (of: Timeline, bottom: number, isOverview = false) =>
  layLanes(of.lanes.lanes, { rows: 2, bottom, isOverview })
const gaps = (of: Timeline, bottom: number, isOverview = false): readonly number[] => {
  const { lines } = layout(of, bottom, isOverview)
  const all = of.lanes.lanes.map((lane) => lines[lane.id]!)
  return all.map((line, i) => line - (all[i - 1] ?? RULER))
}

describe('where lanes lie', () => {
  test('with room to spare every lane has at least its least height', () => {
    const [, first, second, third, consumer, effect] = gaps(one, 900)
    expect(first).toBeGreaterThan(64 + 17 + 2 * 19)
    expect(second).toBeGreaterThan(112)
    expect(third).toBeGreaterThan(80)
    expect(consumer).toBeGreaterThanOrEqual(68)
    expect(effect).toBeGreaterThanOrEqual(66)
  })
  test('where that does not fit they shrink together, never under 34 px, and fill the height exactly', () => {
    for (const bottom of [560, 480, 440]) {
      const { foot } = layout(one, bottom)
      expect(foot).toBeCloseTo(bottom)
      for (const gap of gaps(one, bottom)) expect(gap).toBeGreaterThanOrEqual(34)
    }
  })
  test('one at its lowest leaves the shrinking to the others: nothing scrolls while anything can shrink', () => {
    const lowest = layout(one, 0).foot
    expect(layout(one, lowest + 1).foot).toBeCloseTo(lowest + 1)
  })
  test('then partitions are folded to a line each, and only then the lanes are higher than the view', () => {
    const shrunk = [...gaps(three, 400)]
    expect(Math.min(...shrunk)).toBeGreaterThanOrEqual(34)
    const folded = gaps(three, 320)
    expect(folded.slice(2, 4)).toEqual([24, 24])
    const { foot } = layout(three, 250)
    expect(foot).toBeGreaterThan(250)
    expect(gaps(three, 250).slice(2, 4)).toEqual([24, 24])
  })
  test('with a lane per replica nothing is folded: brokers shrink to 34 px and scroll', () => {
    expect(gaps(one, 200).slice(2, 4)).toEqual([34, 34])
    expect(layout(one, 200).foot).toBeGreaterThan(200)
  })
  test('at the least the last lane has its name and no role, so that three brokers fit under a story on a phone on its side', () => {
    const low = layLanes(one.lanes.lanes.slice(0, 4), { rows: 1, bottom: 242 })
    expect(low.foot).toBeLessThanOrEqual(242)
    expect(low.roomUnder(Math.max(...Object.values(low.lines)))).toBeLessThan(28)
  })
  test('in the Overview brokers are 24 px apart, and partitions', () => {
    expect(gaps(one, 652, true).slice(2, 4)).toEqual([24, 24])
    expect(gaps(three, 652, true).slice(2, 4)).toEqual([24, 24])
    expect(layout(one, 652, true).foot).toBe(652)
  })
})

describe('what stands in a lane of little height', () => {
  const cells = (of: Timeline, height: number) =>
    draw(of, { height }).primitives.filter(
      (mark) => mark.id.startsWith('cell orders') || mark.id.startsWith('cell broker'),
    )
  test('cells end before the next lane line', () => {
    for (const height of [708, 560, 480, 430]) {
      const picture = draw(one, { height })
      const lines = Object.values(picture.lanes.lines)
      const boxes = picture.primitives.flatMap((mark) =>
        mark.shape === 'rect' && mark.class === 'cell-replicated' ? [mark.box] : [],
      )
      expect(boxes.length).toBeGreaterThan(10)
      for (const box of boxes)
        for (const line of lines) expect(line < box.across || line > box.across + box.breadth).toBe(true)
    }
  })
  test('a partition that is folded shows its cells as ticks', () => {
    expect(cells(three, 308 + 56).some((mark) => mark.shape === 'rect')).toBe(false)
    expect(cells(three, 708).some((mark) => mark.shape === 'rect')).toBe(true)
  })
})
