import { areas } from './areas.ts'
import type { Case } from './caseFile.ts'
import { Malformed, NotModelled, objectAt } from './fields.ts'
import { whyLater } from './laterAreas.ts'
import { type Verdict, verdictOf } from './verdict.ts'

/** One case through the engine's own functions. */
export const runCase = (subject: Case): Verdict => {
  const run = areas[subject.area]
  const why = whyLater(subject.area)
  if (why !== null) return { verdict: 'skipped', why }
  if (!run) return { verdict: 'not-modelled', what: `area "${subject.area}"` }
  try {
    if (Object.keys(objectAt(subject.expected, 'then')).length === 0) throw new Malformed('then expects nothing')
    return verdictOf(run(subject))
  } catch (error) {
    if (error instanceof NotModelled) return { verdict: 'not-modelled', what: error.message }
    if (error instanceof Malformed) return broken('as its README describes', error.message)
    // An engine that breaks on one case says so, and the others still run.
    return broken('an answer', error instanceof Error ? error.message : String(error))
  }
}

const broken = (expected: string, got: string): Verdict => ({
  verdict: 'failed',
  differences: [{ at: 'the case', expected, got }],
})
