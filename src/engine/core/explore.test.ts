import { describe, expect, test } from 'vitest'
import { explore } from './explore.ts'
import { eventsOf } from './run.ts'
import type { Trace } from './trace.ts'
import { FIRST, generals, type Generals, SECOND } from './twoGenerals.testing.ts'

const oneAttacksAlone = (trace: Trace<Generals>): boolean => eventsOf(trace).filter(({ event }) => event.kind === 'attacks').length === 1
const namesOf = (plan: Trace['plan']): string[] => plan.map((f) => ('before' in f.aim ? f.aim.before : String(f.aim.at)))

const shortestBreak = (tries: number, faults: number): string[] | null => {
  for (const { plan, trace } of explore(generals({ tries }), { faults, kinds: ['lost'] })) if (oneAttacksAlone(trace)) return namesOf(plan)
  return null
}

describe('explore', () => {
  test('finds the shortest plan that makes one general attack alone', () => {
    expect(shortestBreak(1, 2)).toEqual([`Agreed ${SECOND}>${FIRST} #1`])
    expect(shortestBreak(2, 2)).toEqual([`Attack ${FIRST}>${SECOND} #1`, `Agreed ${SECOND}>${FIRST} #2`])
  })

  test('as many messengers more only take as many faults more', () => {
    expect(shortestBreak(3, 2)).toBeNull()
    expect(shortestBreak(3, 3)).toHaveLength(3)
  })

  test('visits plans by number of faults and none twice', () => {
    const plans = [...explore(generals({ tries: 3 }), { faults: 2, kinds: ['lost'] })].map((v) => namesOf(v.plan))
    const sizes = plans.map((p) => p.length)
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b))
    expect(new Set(plans.map((p) => p.join())).size).toBe(plans.length)
    expect(sizes.filter((n) => n === 1)).toHaveLength(2)
  })

  test('every fault of a visited plan has struck', () => {
    for (const { trace } of explore(generals({ tries: 3 }), { faults: 3, kinds: ['lost'] })) expect(trace.unused).toEqual([])
  })

  test('leaves out what the box leaves out', () => {
    const box = { faults: 2, kinds: ['lost'], may: (f: { aim: object }) => 'before' in f.aim && !String(f.aim.before).startsWith('Agreed') }
    expect([...explore(generals({ tries: 1 }), box)]).toHaveLength(2)
    expect([...explore(generals(), { faults: 2, kinds: [] })]).toHaveLength(1)
  })
})
