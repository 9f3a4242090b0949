import { test } from 'vitest'
import fc from 'fast-check'
import { anyCase } from './setups.testing.ts'
import { run } from './run.ts'
test('sizes', () => {
  const t0 = performance.now()
  const cases = fc.sample(anyCase, { numRuns: 200, seed: 430 })
  console.log('generate', performance.now() - t0)
  const t1 = performance.now()
  const traces = cases.map((c) => run(c.setup, c.plan))
  console.log('run', performance.now() - t1)
  const n = traces.map((t) => t.steps.length).sort((a, b) => a - b)
  console.log(n[20], n[100], n[180], n[199], n.reduce((a, b) => a + b))
  const kinds: Record<string, number> = {}
  const bump = (k: string) => { kinds[k] = (kinds[k] ?? 0) + 1 }
  for (const t of traces) { for (const p of t.problems) bump('!' + p.problem + ('reason' in p ? p.reason : '')); for (const s of t.steps) { if (s.choice.do === 'fault') bump('F' + s.choice.fault.kind); for (const e of s.events) if (!/message|produce|batch|fetch|poll|record|connection/.test(e.kind)) bump(e.kind + ('unclean' in e && e.unclean ? 'unclean' : '') ) } bump('n' + t.steps.filter((s) => s.choice.do === 'fault').length) }
  console.log(kinds)
})
