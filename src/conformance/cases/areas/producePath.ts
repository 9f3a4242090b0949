import { scenarios } from '../../scenarios/index.ts'
import type { Case } from '../caseFile.ts'
import { compare } from '../compare.ts'
import { NotModelled } from '../fields.ts'
import type { Compared } from '../verdict.ts'

/** Prose-like cases: a scenario is written for each, names its id, and is played only for what it was written for. */
export const producePath = ({ id, given, when, then }: Case): Compared => {
  const scenario = scenarios.find((s) => s.id === id)
  if (!scenario) throw new NotModelled(`no scenario is written for ${id}`)
  const isTheOne = compare({ given, when }, { given: scenario.given, when: scenario.when }, id)
  const isWhole = compare({ given: scenario.given, when: scenario.when }, { given, when }, id)
  const others = [isTheOne, isWhole].flatMap((c) => [...c.notModelled, ...c.differences.map((d) => d.at)])
  if (others.length > 0) throw new NotModelled(`the scenario of ${id} is written for another ${others.join(', ')}`)
  return compare(then, scenario.play(), 'then')
}
