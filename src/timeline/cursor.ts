/**
 * Cursors and steps: the playhead knows a time and a tie, step numbers are derived.
 *
 *   cursor { at: 40, tie: 1 } ─▶ stepsDone 8 ─▶ the world before step 8
 */
import type { KafkaTrace, Millis } from './fromEngine.ts'
import { type Cursor, compareMoments, isDone, START } from './moment.ts'
import { momentOfStep, type Timed } from './timed.ts'

/** How many steps are done; the world to look at is the one before the step with this number. */
export const stepsDone = (trace: KafkaTrace, cursor: Cursor): number => {
  const { steps } = trace
  let low = 0
  let high = steps.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((steps[middle]?.at ?? 0) < cursor.at) low = middle + 1
    else high = middle
  }
  let done = low
  while (done - low < cursor.tie && steps[done]?.at === cursor.at) done += 1
  return done
}

/** The cursor right after a step. */
export const cursorAfter = (trace: KafkaTrace, step: number): Cursor => momentOfStep(trace, step)

/** The end of a millisecond: every step of it is done. */
export const cursorAt = (trace: KafkaTrace, at: Millis): Cursor => {
  const tie = trace.steps.reduce((count, step) => (step.at === at ? count + 1 : count), 0)
  return { at, tie }
}

export const endOf = (trace: KafkaTrace): Cursor =>
  trace.steps.length === 0 ? START : momentOfStep(trace, trace.steps.length - 1)

export const eventsUntil = (events: readonly Timed[], cursor: Cursor): readonly Timed[] =>
  events.filter((timed) => isDone(timed.moment, cursor))

/** The next telling moment after the cursor; null at the end. */
export const nextCursor = (telling: readonly Cursor[], cursor: Cursor): Cursor | null =>
  telling.find((moment) => compareMoments(moment, cursor) > 0) ?? null

export const previousCursor = (telling: readonly Cursor[], cursor: Cursor): Cursor | null =>
  telling.findLast((moment) => compareMoments(moment, cursor) < 0) ?? (compareMoments(cursor, START) > 0 ? START : null)
