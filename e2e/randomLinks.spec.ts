import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { readLink, writeLink } from '../src/app/link.ts'
import { eventsOf, ledger, run, verdict } from '../src/engine/index.ts'
import { anyCase } from '../src/engine/kafka/setups.testing.ts'
import { judge } from '../src/words/index.ts'
import { openLab, outcome } from './lab.ts'

/** Drawn once with a fixed seed: the same thirty runs for everybody. */
const cases = fc.sample(anyCase, { seed: 430, numRuns: 30 }).map(({ setup, plan }) => {
  const trace = run(setup, plan)
  const view = { pxPerMs: 'fit', openFolds: [], future: 'faint' } as const
  const cursor = { at: trace.end.now, tie: 20_000 }
  return {
    link: writeLink({ setup, plan, story: null, cursor, view }),
    says: judge(verdict(trace)).text,
    totals: ledger(
      eventsOf(trace).map(({ event }) => event),
      setup,
    ).totals,
    setup,
    plan,
  }
})

test('the thirty runs end in many ways, and their links carry them whole', () => {
  expect(new Set(cases.map(({ says }) => says)).size).toBeGreaterThan(3)
  for (const { link, setup, plan } of cases) {
    const { state, dropped } = readLink(link)
    expect(dropped).toEqual([])
    expect(state.setup).toEqual(setup)
    expect(state.plan).toEqual(plan)
  }
})

const BATCH = 5
for (let from = 0; from < cases.length; from += BATCH)
  test(`the page says of runs ${from + 1} to ${from + BATCH} what the engine says`, async ({ page }) => {
    for (const { link, says, totals } of cases.slice(from, from + BATCH)) {
      await page.goto('about:blank')
      await openLab(page, link)
      await expect(outcome(page), link).toHaveText(says)
      const count = async (id: string) =>
        Number.parseInt((await page.locator(`[data-count="${id}"]`).textContent()) ?? '', 10)
      expect(await count('sent'), link).toBe(totals.sent)
      expect(await count('inLog'), link).toBe(totals.inLog)
      expect(await count('acked'), link).toBe(totals.acked)
    }
  })
