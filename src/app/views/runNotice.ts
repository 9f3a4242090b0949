import type { KafkaTrace } from '../../engine/index.ts'
import { atTime } from '../../words/en/time.ts'
import { noticeWords } from '../../words/en/ui.ts'

/** What is wrong with the run as a whole: it stopped at a bound, or the engine made a mistake. */
export interface RunNotice {
  readonly kind: 'engine-error' | 'undecided'
  readonly text: string
  /** For a report: the message of the assertion that failed. */
  readonly detail: string | null
}

export const runNotice = (trace: KafkaTrace): RunNotice | null => {
  for (const problem of trace.problems) {
    switch (problem.problem) {
      case 'engine-error':
        return { kind: 'engine-error', text: noticeWords.engineError(atTime(problem.at)), detail: problem.message }
      case 'horizon-reached':
        return { kind: 'undecided', text: noticeWords.horizon(atTime(problem.at)), detail: null }
      case 'too-many-events':
        return { kind: 'undecided', text: noticeWords.undecided(problem.loop.join(', ')), detail: null }
      case 'setup-refused':
      case 'fault-unused':
        continue
    }
  }
  return null
}
