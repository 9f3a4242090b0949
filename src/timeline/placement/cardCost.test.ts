import { describe, expect, it } from 'vitest'
import { draw } from '../geometry.testing.ts'
import { timeline } from '../index.ts'
import { traceOf } from '../runs.testing.ts'
import type { Box } from '../scene/primitive.ts'
import { costAcross, costAlong, costOf, type Ground, groundOf, jointCost, OVER_PAST } from './cardCost.ts'

const FREE: Ground = {
  past: [],
  labels: [],
  wordsAhead: [],
  ahead: [],
  strokes: [],
  folds: [],
  lanes: [],
  playhead: -1000,
}
const card: Box = { along: 100, across: 100, length: 200, breadth: 60 }
const word: Box = { along: 150, across: 120, length: 40, breadth: 14 }
const cost = (ground: Partial<Ground>): number => costOf({ ...FREE, ...ground }, card, 0, Number.POSITIVE_INFINITY)

describe('where a card may lie', () => {
  it('rather on nothing than on a faint mark, on that than on faint words, on these than on what has happened', () => {
    const costs = [cost({}), cost({ ahead: [word] }), cost({ wordsAhead: [word] }), cost({ past: [word] })]
    expect(costs).toEqual(costs.toSorted((a, b) => a - b))
    expect(new Set(costs).size).toBe(4)
    expect(cost({ wordsAhead: [word] })).toBeLessThan(OVER_PAST)
    expect(cost({ labels: [word] })).toBeGreaterThanOrEqual(OVER_PAST)
  })

  it('sooner on two faint words than on one that has happened, and sooner beside a mark than on faint words', () => {
    expect(cost({ wordsAhead: [word, word] })).toBeLessThan(cost({ labels: [word] }))
    expect(cost({ ahead: [word, word] })).toBeLessThan(cost({ wordsAhead: [word] }))
  })

  it('sooner over a fold than beside one, and beside the playhead than over it', () => {
    const along = (ground: Partial<Ground>): number => costAlong({ ...FREE, ...ground }, card.along, card.length)
    expect(along({ folds: [[100, 200]] })).toBeLessThan(along({ folds: [[301, 400]] }))
    expect(along({ playhead: 320 })).toBe(0)
    expect(along({ playhead: 305 })).toBeGreaterThan(0)
  })

  it('sooner where no lane runs through it, and sooner with a lane through its middle than along its edge', () => {
    const across = (lane: number): number => costAcross({ ...FREE, lanes: [lane] }, card.across, card.breadth)
    expect(across(200)).toBe(0)
    expect(across(130)).toBeGreaterThan(0)
    expect(across(158)).toBeGreaterThan(across(130))
  })
})

describe('words', () => {
  const picture = draw(timeline(traceOf('b')))
  const labels = picture.obstacles.filter(({ kind }) => kind === 'label').length
  const at = (scene: typeof picture, ms: number): Ground => groundOf(scene, { at: ms, tie: 0 })

  it('are ahead until they have come, and then of the past', () => {
    expect(at(picture, 0).wordsAhead.length).toBeGreaterThan(10)
    const { end } = picture.timeline
    const over = groundOf(picture, end)
    expect(over.wordsAhead).toEqual([])
    expect(over.labels.length).toBeGreaterThan(10)
    expect(at(picture, 0).labels.length + at(picture, 0).wordsAhead.length).toBeLessThanOrEqual(labels)
  })

  it('that are hidden with the future are no reason to stand elsewhere', () => {
    const hidden = draw(timeline(traceOf('b')), { future: 'hidden' })
    expect([at(hidden, 0).wordsAhead, at(hidden, 0).ahead]).toEqual([[], []])
  })
})

describe('the line of a card', () => {
  const joint = { a: { along: 100, across: 127 }, b: { along: 300, across: 127 } }
  const mark: Box = { along: 303, across: 120, length: 20, breadth: 14 }
  const line = (ground: Partial<Ground>): number => jointCost({ ...FREE, ...ground }, joint, mark)

  it('rather crosses nothing than faint words, these than a mark, and a mark than words that have come', () => {
    const costs = [line({}), line({ wordsAhead: [word] }), line({ past: [word] }), line({ labels: [word] })]
    expect(costs).toEqual(costs.toSorted((a, b) => a - b))
    expect(new Set(costs).size).toBe(4)
  })

  it('does not run along the playhead, where nobody would see it', () => {
    const down = { a: { along: 200, across: 200 }, b: { along: 200, across: 300 } }
    expect(jointCost({ ...FREE, playhead: 202 }, down, mark)).toBeGreaterThan(jointCost(FREE, down, mark))
  })

  it('never costs so much that the card would lose its words', () => {
    expect(line({ labels: [word, word, word, word], past: [word, word] })).toBeLessThan(OVER_PAST / 2)
  })
})
