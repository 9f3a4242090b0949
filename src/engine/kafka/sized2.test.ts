import { test } from 'vitest'
import fc from 'fast-check'
import { anyCase } from './setups.testing.ts'
import { run } from './run.ts'
import { eventsOf } from '../core/run.ts'
test('sizes', () => {
  const cases = fc.sample(anyCase, { numRuns: 200, seed: 430 })
  for (const c of cases) {
    const t = run(c.setup, c.plan)
    const n = eventsOf(t).filter((e) => e.event.kind === 'log-truncated').length
    if (n > 3 || t.problems.some((p) => p.problem !== 'fault-unused' && p.problem !== 'horizon-reached')) {
      console.log(n, JSON.stringify(t.problems), JSON.stringify(c.plan), JSON.stringify(c.setup))
      if (n > 3) { console.log(t.steps.slice(-30).map((s) => s.at + ' ' + s.name + ' ' + s.events.map((e) => e.kind + JSON.stringify('removed' in e ? e : '')).join()).join('\n')); break }
    }
  }
})
