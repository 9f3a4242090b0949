import type { Millis } from '../world.ts'
import { type Codec, readCount, readInt, writeCount, writeInt } from './bytes.ts'

/** A time, relative to now. */
export const time: Codec<Millis> = {
  write: (out, value) => writeInt(out, value - out.now),
  read: (from) => readInt(from) + from.now,
}

/** A time that only matters while it lies ahead: *not before* it. */
export const timeAhead: Codec<Millis> = {
  write: (out, value) => writeCount(out, Math.max(0, value - out.now)),
  read: (from) => readCount(from) + from.now,
}

/** A time that only matters while it is less than `bound` ago. */
export const timeSince = (bound: Millis): Codec<Millis> => ({
  write: (out, value) => writeInt(out, Math.max(-bound, value - out.now)),
  read: (from) => readInt(from) + from.now,
})

/** The beginning of a wait of `round` ms that starts again when it is over: of its age only the part inside the round counts. */
export const timeInRounds = (round: Millis): Codec<Millis> => ({
  write: (out, value) => writeInt(out, ageInRound(out.now - value, round)),
  read: (from) => from.now - readInt(from),
})

const ageInRound = (age: Millis, round: Millis): Millis => (age <= round || round <= 0 ? age : ((age - 1) % round) + 1)
