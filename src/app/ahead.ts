import type { KafkaTrace } from '../engine/index.ts'
import { type Cursor, compareMoments, cursorAfter, type Future, START, stepsDone } from '../timeline/index.ts'
import { once } from './once.ts'
import type { Running } from './running.ts'
import type { AppState } from './state.ts'
import type { Ahead } from './views/verdictStrip.ts'

/** Where the playhead stands in the run, and what of the rest may be told. */
export interface WhatIsAhead {
  /**
   * Where the playhead is seen. A time that was chosen stays chosen while faults come and go, and with some of them the run
   * ends before it.
   */
  readonly playhead: (state: AppState) => Cursor
  /** How many steps are done. */
  readonly steps: (state: AppState) => number
  /** The future as it is shown: hidden while a question stands. */
  readonly future: (state: AppState) => Future
  /** How far the run may be told: with its future hidden, to the last step that is done; null: to its end. */
  readonly toldTo: (state: AppState) => Cursor | null
  /** Why it is not told how the run ends; null: it is. */
  readonly ahead: (state: AppState) => Ahead | null
}

export const createAhead = (running: Running, asks: (state: AppState) => boolean): WhatIsAhead => {
  const playhead = (state: AppState): Cursor => {
    const { end } = running.timeline(state)
    return compareMoments(state.cursor, end) > 0 ? end : state.cursor
  }
  const steps = (state: AppState): number => stepsDone(running.trace(state), state.cursor)
  const future = (state: AppState): Future => (asks(state) ? 'hidden' : state.view.future)
  // The same from frame to frame: views are asked anew when a step is done.
  const behind = once((trace: KafkaTrace, done: number): Cursor => (done === 0 ? START : cursorAfter(trace, done - 1)))
  const toldTo = (state: AppState): Cursor | null => {
    if (future(state) !== 'hidden') return null
    const trace = running.trace(state)
    const done = steps(state)
    return done < trace.steps.length ? behind(trace, done) : null
  }
  const ahead = (state: AppState): Ahead | null =>
    asks(state) ? 'to be predicted' : toldTo(state) === null ? null : 'hidden'
  return { playhead, steps, future, toldTo, ahead }
}
