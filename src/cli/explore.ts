/** `explore`: the naive search as a table, with the shortest plan for each broken promise. */
import {
  explore as exploreAll,
  type Fault,
  faultKinds,
  type KafkaTrace,
  type Plan,
  type PromiseId,
  play,
  promises,
  type Setup,
  verdict,
} from '../engine/index.ts'
import { cliWords } from '../words/en/cli.ts'
import { faultTitle } from '../words/en/faults.ts'
import { judge } from '../words/en/verdict.ts'
import { namesFor } from '../words/index.ts'
import { parse } from './options.ts'

interface Answer {
  readonly out: string
  readonly error: string
  readonly code: 0 | 1 | 2
}

interface Found {
  plans: number
  readonly broken: Map<PromiseId, { count: number; readonly shortest: Plan }>
  readonly endings: Map<string, number>
}

export const explore = (args: readonly string[]): Answer => {
  const parsed = parse(args)
  if (!parsed.ok) return { out: '', error: `${parsed.problem}\n`, code: 2 }
  const { setup, faults, kinds } = parsed.wish
  const unknown = kinds.find((kind) => !(faultKinds as readonly string[]).includes(kind))
  if (unknown !== undefined) return { out: '', error: `${cliWords.badKind(unknown)}\n`, code: 2 }
  const found = search(setup, faults, kinds)
  return { out: table(setup, faults, kinds, found), error: '', code: 0 }
}

const search = (setup: Setup, faults: number, kinds: readonly string[]): Found => {
  const found: Found = { plans: 0, broken: new Map(), endings: new Map() }
  for (const { plan, trace } of exploreAll(play(setup), { faults, kinds })) {
    found.plans += 1
    count(found, plan, trace)
  }
  return found
}

/** Plans come by number of faults, so the first one that breaks a promise is a shortest one. */
const count = ({ broken, endings }: Found, plan: Plan, trace: KafkaTrace): void => {
  const judged = verdict(trace)
  const ending = judge(judged).text
  endings.set(ending, (endings.get(ending) ?? 0) + 1)
  for (const promise of judged.broken) {
    const before = broken.get(promise)
    broken.set(promise, { count: (before?.count ?? 0) + 1, shortest: before?.shortest ?? plan })
  }
}

const table = (setup: Setup, faults: number, kinds: readonly string[], { plans, broken, endings }: Found): string => {
  const names = namesFor(Object.keys(play(setup).system.begin(setup).nodes))
  const told = (fault: Fault): string => `    ${faultTitle(fault, names)}`
  const rows = (Object.keys(promises) as PromiseId[]).flatMap((promise) => {
    const breach = broken.get(promise)
    const row = cliWords.promise(promise, promises[promise].condition, breach?.count ?? 0)
    return [row, ...(breach?.shortest ?? []).map(told)]
  })
  const ends = [...endings].sort((a, b) => b[1] - a[1]).map(([ending, n]) => `${String(n).padStart(8)}  ${ending}`)
  const lines = [cliWords.explored(plans, faults, kinds.join(', ')), '', ...rows, '', cliWords.outcomes, ...ends, '', cliWords.noOutside]
  return `${lines.join('\n')}\n`
}
