import type { KafkaTrace, Ledger, Verdict, World } from '../engine/index.ts'
import {
  type Caption,
  type Cursor,
  cursorAfter,
  type FaultTarget,
  narrate,
  START,
  type Telling,
  type Timeline,
} from '../timeline/index.ts'
import { endOf } from '../words/index.ts'
import { effectOf } from './cut.ts'
import { causesOf } from './doors.ts'
import { once } from './once.ts'
import type { Running } from './running.ts'
import { type Heard, spokenOf, standing } from './spoken.ts'
import type { AppState } from './state.ts'
import { type EventTable, eventTable } from './views/eventTable.ts'
import { type Causality, causality } from './views/inspector/causality.ts'
import type { Inspected } from './views/inspector/inspected.ts'
import { inspector } from './views/inspector/inspector.ts'
import { transcript, transcriptLines } from './views/transcript.ts'

/** The run in sentences, for whoever would rather read or hear than look. All of them come from `explain`. */
export interface Reading {
  /** What is selected, explained; null when nothing is. */
  readonly inspector: (state: AppState) => Inspected | null
  /** All events of the run; what they say is asked for row by row. */
  readonly events: (state: AppState) => EventTable
  /** What the narrator says, as a text to take away. */
  readonly transcript: (state: AppState, link: string) => string
  /** What is told at the playhead: card and live region say the same. */
  readonly narrator: (state: AppState) => Telling | null
  /** The same as text, for those who hear the page; without a telling event, the sum. */
  readonly spoken: (state: AppState) => string
  /** Where everything stands, for the moment the play stops. */
  readonly summary: (state: AppState) => string
}

interface Given {
  readonly running: Running
  readonly worldAt: (trace: KafkaTrace, steps: number) => World
  readonly steps: (state: AppState) => number
  readonly playhead: (state: AppState) => Cursor
  readonly title: (state: AppState) => string
  /** How far the run may be told; null: to its end. */
  readonly toldTo: (state: AppState) => Cursor | null
  /** What a story says at its marks. */
  readonly captions: (state: AppState) => readonly Caption[]
  readonly sum: (state: AppState) => string
  readonly count: (trace: KafkaTrace, steps: number) => Ledger
  readonly judge: (trace: KafkaTrace) => Verdict
}

const createInspecting = ({ running, worldAt, steps, toldTo }: Given): Reading['inspector'] => {
  const causes = once((timeline: Timeline) => causality(timeline, causesOf(timeline.trace)))
  const inspect = once((of: Causality, done: number, isBlind: boolean, selected: FaultTarget): Inspected | null => {
    const { trace } = of.timeline
    // Between two events nothing of what is selected changes: the cursor is that of the last step.
    const cursor = done === 0 ? START : cursorAfter(trace, done - 1)
    return inspector({ of, world: worldAt(trace, done), cursor, isBlind }, selected, trace.plan)
  })
  return (state) => {
    if (state.selected === null) return null
    return inspect(causes(running.timeline(state)), steps(state), toldTo(state) !== null, state.selected)
  }
}

/** Each part is computed when it is asked for first: the causes of a run when something of it is selected. */
export const createReading = (given: Given): Reading => {
  const { running, steps, playhead, title, toldTo, captions, sum, count, judge } = given
  const narrator = (state: AppState): Telling | null => narrate(running.timeline(state), state.cursor, captions(state))
  const table = once(eventTable)
  const heard = (state: AppState): Heard => {
    const trace = running.trace(state)
    const done = steps(state)
    return {
      told: narrator(state),
      sum: sum(state),
      ledger: count(trace, done),
      effect: effectOf(trace.setup),
      at: playhead(state).at,
      verdict: done < trace.steps.length ? null : judge(trace),
    }
  }
  const ending = (trace: KafkaTrace): string =>
    endOf(judge(trace), count(trace, trace.steps.length), effectOf(trace.setup))
  return {
    inspector: createInspecting(given),
    narrator,
    spoken: (state) => spokenOf(heard(state)),
    summary: (state) => standing(heard(state)),
    events: (state) => table(running.timeline(state)),
    transcript: (state, link) => {
      const until = toldTo(state)
      const about = { title: title(state), ending: until === null ? ending(running.trace(state)) : null, link }
      return transcript(transcriptLines(running.timeline(state), until), about)
    },
  }
}
