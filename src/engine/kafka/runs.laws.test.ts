import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { step } from '../core/step.ts'
import type { World } from './model/kinds.ts'
import { run, worldAt } from './run.ts'
import { anyCase, type Case, laws } from './setups.testing.ts'
import { play } from './system.ts'

const deepFreeze = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  Object.values(value).forEach(deepFreeze)
  return value
}
const copied = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

/** Steps through a case's run with something done to every world on the way. */
const walk = (
  { setup, plan }: Case,
  between: (world: World) => World,
): { last: World; trace: ReturnType<typeof run> } => {
  const trace = run(setup, plan)
  const { system } = play(setup)
  const first = trace.snapshots[0]?.world ?? trace.end
  const last = trace.steps.reduce((world, { choice, events }) => {
    const stepped = step({ system, setup }, between(world), choice)!
    expect(JSON.stringify(stepped.events)).toBe(JSON.stringify(events))
    return stepped.world
  }, first)
  return { last, trace }
}

describe('any run', () => {
  test('is the same again', () => {
    fc.assert(
      fc.property(anyCase, ({ setup, plan }) => {
        const [one, two] = [run(setup, plan), run(copied(setup), copied(plan))]
        expect(JSON.stringify([two.steps, two.end, two.problems])).toBe(
          JSON.stringify([one.steps, one.end, one.problems]),
        )
      }),
      laws,
    )
  })

  test('does not trip over our own mistakes', () => {
    fc.assert(
      fc.property(anyCase, ({ setup, plan }) => {
        const wrong = run(setup, plan).problems.filter((p) => p.problem === 'engine-error')
        expect(wrong).toEqual([])
      }),
      laws,
    )
  })

  test('steps through frozen worlds', () => {
    fc.assert(
      fc.property(anyCase, (of) => {
        const { last, trace } = walk(deepFreeze(copied(of)), deepFreeze)
        expect(JSON.stringify(last)).toBe(JSON.stringify(trace.end))
      }),
      laws,
    )
  })

  test('steps through worlds that were text in between', () => {
    fc.assert(
      fc.property(anyCase, (of) => {
        // Every fifth world: what text loses in one it would lose in the next.
        let seen = 0
        const { last, trace } = walk(of, (world) => {
          seen += 1
          return seen % 5 === 0 ? copied(world) : world
        })
        expect(JSON.stringify(last)).toBe(JSON.stringify(trace.end))
      }),
      laws,
    )
  })

  test('begins as it did without its last fault, up to where that strikes', () => {
    fc.assert(
      fc.property(anyCase, ({ setup, plan }) => {
        const [before, after] = [run(setup, plan.slice(0, -1)), run(setup, plan)]
        const last = plan.at(-1)
        const strikes = after.steps.findIndex((s) => s.choice.do === 'fault' && s.choice.fault === last)
        const equal = strikes < 0 ? Math.min(before.steps.length, after.steps.length) : strikes
        expect(JSON.stringify(after.steps.slice(0, equal))).toBe(JSON.stringify(before.steps.slice(0, equal)))
      }),
      laws,
    )
  })

  test('can be looked at anywhere', () => {
    fc.assert(
      fc.property(anyCase, fc.nat(), ({ setup, plan }, where) => {
        const trace = run(setup, plan)
        const index = where % (trace.steps.length + 1)
        const replayed = trace.steps
          .slice(0, index)
          .reduce(
            (world, { choice }) => step(play(setup), world, choice)!.world,
            trace.snapshots[0]?.world ?? trace.end,
          )
        expect(JSON.stringify(worldAt(trace, index))).toBe(JSON.stringify(replayed))
      }),
      laws,
    )
  })
})
