import type { KafkaTrace } from '../../engine/index.ts'
import { namesFor, sayRunProblem } from '../../words/index.ts'
import { acksOf } from '../doors.ts'

/** What is wrong with the run as a whole: it stopped at a bound, or the engine made a mistake. */
export interface RunNotice {
  readonly kind: 'engine-error' | 'undecided'
  readonly text: string
}

/** Refused settings and unused faults are said where they stand. */
const elsewhere = ['setup-refused', 'fault-unused']

/** `isBlind`: that the run does not come to an end lies ahead, and is not told. A mistake of ours always is. */
export const runNotice = (trace: KafkaTrace, isBlind: boolean): RunNotice | null => {
  const problem = trace.problems.find((one) => !elsewhere.includes(one.problem))
  if (problem === undefined || (isBlind && problem.problem !== 'engine-error')) return null
  return {
    kind: problem.problem === 'engine-error' ? 'engine-error' : 'undecided',
    text: sayRunProblem(problem, namesFor(Object.keys(trace.end.nodes)), acksOf(trace.setup)),
  }
}
