import type { KafkaTrace, World } from '../engine/index.ts'
import { cursorAfter, type FaultTarget, START, type Timeline } from '../timeline/index.ts'
import { causesOf } from './doors.ts'
import { once } from './once.ts'
import type { Running } from './running.ts'
import type { AppState } from './state.ts'
import { type Causality, causality } from './views/inspector/causality.ts'
import type { Inspected } from './views/inspector/inspected.ts'
import { inspector } from './views/inspector/inspector.ts'

/** The run in sentences, for whoever would rather read than look. */
export interface Reading {
  /** What is selected, explained; null when nothing is. */
  readonly inspector: (state: AppState) => Inspected | null
}

interface Given {
  readonly running: Running
  readonly worldAt: (trace: KafkaTrace, steps: number) => World
  readonly steps: (state: AppState) => number
}

/** Each part is computed when it is asked for first: the causes of a run when something of it is selected. */
export const createReading = ({ running, worldAt, steps }: Given): Reading => {
  const causes = once((timeline: Timeline) => causality(timeline, causesOf(timeline.trace)))
  const inspect = once((of: Causality, done: number, isBlind: boolean, selected: FaultTarget): Inspected | null => {
    const { trace } = of.timeline
    // Between two events nothing of what is selected changes: the cursor is that of the last step.
    const cursor = done === 0 ? START : cursorAfter(trace, done - 1)
    return inspector({ of, world: worldAt(trace, done), cursor, isBlind }, selected, trace.plan)
  })
  return {
    inspector: (state) =>
      state.selected === null
        ? null
        : inspect(causes(running.timeline(state)), steps(state), state.view.future === 'hidden', state.selected),
  }
}
