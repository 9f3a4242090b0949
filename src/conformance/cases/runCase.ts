import { areas } from './areas.ts'
import type { Case } from './caseFile.ts'
import { Malformed, NotModelled } from './fields.ts'
import { whyLater } from './laterAreas.ts'
import { type Verdict, verdictOf } from './verdict.ts'

/** One case through the engine's own functions. */
export const runCase = (subject: Case): Verdict => {
  const run = areas[subject.area]
  const why = whyLater(subject.area)
  if (why !== null) return { verdict: 'skipped', why }
  if (!run) return { verdict: 'not-modelled', what: `area "${subject.area}"` }
  try {
    return verdictOf(run(subject))
  } catch (error) {
    if (error instanceof NotModelled) return { verdict: 'not-modelled', what: error.message }
    if (error instanceof Malformed) return { verdict: 'failed', differences: [{ at: 'the case', expected: 'as its README describes', got: error.message }] }
    throw error
  }
}
