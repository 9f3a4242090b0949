import type { KafkaTrace, World } from '../engine/index.ts'
import { cursorAfter, type FaultTarget, START, type Timeline } from '../timeline/index.ts'
import { causesOf } from './doors.ts'
import { once } from './once.ts'
import { type Causality, causality } from './views/inspector/causality.ts'
import type { Inspected } from './views/inspector/inspected.ts'
import { inspector } from './views/inspector/inspector.ts'

/** Asks for the inspector: the causes of a run are looked up once, when something of it is selected first. */
export const createInspecting = (worldAt: (trace: KafkaTrace, steps: number) => World) => {
  const causes = once((timeline: Timeline) => causality(timeline, causesOf(timeline.trace)))
  const inspect = once((of: Causality, done: number, isBlind: boolean, selected: FaultTarget): Inspected | null => {
    const { trace } = of.timeline
    // Between two events nothing of what is selected changes: the cursor is that of the last step.
    const cursor = done === 0 ? START : cursorAfter(trace, done - 1)
    return inspector({ of, world: worldAt(trace, done), cursor, isBlind }, selected, trace.plan)
  })
  return (timeline: Timeline, done: number, isBlind: boolean, selected: FaultTarget | null): Inspected | null =>
    selected === null ? null : inspect(causes(timeline), done, isBlind, selected)
}
