/** The floor's door. */
export { type Cursor, type Moment, START } from './moment.ts'
export { cursorAfter, cursorAt, endOf, eventsUntil, nextCursor, previousCursor, stepsDone } from './cursor.ts'
export { type Timeline, timeline } from './timeline.ts'
export type { FaultTarget, Future, Kept, View } from './view.ts'
