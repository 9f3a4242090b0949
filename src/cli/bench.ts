/** How fast it runs here: runs a second of three named setups, and the time from a fault to a new picture. */
import { labSetup, type Plan, run, type Setup } from '../engine/index.ts'
import { stories } from '../stories/index.ts'
import { scene, timeline } from '../timeline/index.ts'
import { cliWords } from '../words/en/cli.ts'

const VIEW = { width: 844, height: 708, pxPerMs: 'fit', openFolds: [], future: 'faint', scrollAlong: 0 } as const
const BUDGET = 1000

interface Named {
  readonly name: string
  readonly setup: Setup
  readonly plan: Plan
}
const setups = (): readonly Named[] => {
  const named = (id: string): Named[] =>
    stories.filter((story) => story.id === id).map(({ setup, plan }) => ({ name: id, setup, plan }))
  return [
    { name: 'five records, no fault', setup: labSetup(), plan: [] },
    ...named('lost-ack'),
    ...named('too-few-replicas'),
  ]
}

/** Calls a second, over about a second; the first few are not counted. */
const rate = (work: () => void): number => {
  for (let i = 0; i < 3; i += 1) work()
  const start = performance.now()
  let calls = 0
  while (performance.now() - start < BUDGET) {
    work()
    calls += 1
  }
  return (calls * 1000) / (performance.now() - start)
}

export const bench = (): string =>
  `${setups()
    .map(({ name, setup, plan }) => {
      const runs = rate(() => run(setup, plan))
      const pictures = rate(() => scene(timeline(run(setup, plan)), VIEW))
      return cliWords.bench(name, runs, 1000 / pictures)
    })
    .join('\n')}\n`
