/**
 * A place in a run: simulated time, and how many steps of that millisecond are done.
 *
 *   at 39        at 40                      at 41
 *   ──●──────────●1──●2──●3─────────────────●──▶     { at: 40, tie: 2 }: two of the three are done
 */
import type { Millis } from './fromEngine.ts'

export interface Moment {
  readonly at: Millis
  readonly tie: number
}
/** Where the playhead stands. `at` may lie between two milliseconds while the run plays. */
export type Cursor = Moment

export const START: Moment = { at: 0, tie: 0 }

/** A run has at most 20,000 steps, so a tie never reaches the next fraction that matters. */
const TIES = 2 ** 20
const MOST = 2 ** 14

/** One number in place of two: moments compare as their keys do. */
export const keyOf = (moment: Moment): number => moment.at + Math.min(Math.max(moment.tie, 0), MOST) / TIES

export const compareMoments = (a: Moment, b: Moment): number => keyOf(a) - keyOf(b)
export const isDone = (moment: Moment, cursor: Cursor): boolean => keyOf(moment) <= keyOf(cursor)
export const earlier = (a: Moment, b: Moment): Moment => (keyOf(a) <= keyOf(b) ? a : b)
export const later = (a: Moment, b: Moment): Moment => (keyOf(a) >= keyOf(b) ? a : b)
/** Before anything of that time has happened. */
export const before = (at: Millis): Moment => ({ at, tie: 0 })
