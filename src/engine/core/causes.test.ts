import { expect, test } from 'vitest'
import { causes } from './causes.ts'
import { run } from './run.ts'
import { FIRST, generals, SECOND } from './twoGenerals.testing.ts'
import type { PendingName } from './world.ts'

/** Each step by its name, with the names of the steps that made and moved it. */
const story = (play: ReturnType<typeof generals>, plan: Parameters<typeof run>[1] = [], keepAll = true): readonly string[] => {
  const whole = run(play, plan)
  const trace = keepAll ? whole : { ...whole, snapshots: whole.snapshots.filter(({ step }) => step % 3 === 0) }
  const nameOf = (index: number | null): string => (index === null ? '-' : (trace.steps[index]?.name ?? '?'))
  return causes(play, trace).map(({ made, moved }, index) => `${nameOf(index)}: ${nameOf(made)}, ${nameOf(moved)}`)
}
const caught = { kind: 'lost', aim: { before: `Attack ${FIRST}>${SECOND} #1` as PendingName } }

test('a message comes from the step that sent it, an answer from the step that took the question', () => {
  expect(story(generals())).toEqual([
    `again ${FIRST}: -, -`,
    `Attack ${FIRST}>${SECOND} #1: again ${FIRST}, -`,
    `Agreed ${SECOND}>${FIRST} #1: Attack ${FIRST}>${SECOND} #1, -`,
  ])
})

test('a fault has no cause, and a timer comes from the step that set it', () => {
  expect(story(generals(), [caught]).slice(1, 4)).toEqual([
    `Attack ${FIRST}>${SECOND} #1: -, -`,
    `again ${FIRST} #2: again ${FIRST}, -`,
    `Attack ${FIRST}>${SECOND} #2: again ${FIRST} #2, -`,
  ])
})

test('where worlds were not kept the steps are taken again', () => {
  expect(story(generals(), [caught], false)).toEqual(story(generals(), [caught]))
})
