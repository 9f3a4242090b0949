import { type Cursor, cursorAt, isLoud, START, type Timeline } from '../timeline/index.ts'

/**
 * The moments of a run that are worth a picture: the start, whatever is told loudly, and the end. Several things told in
 * one millisecond are one picture, at the end of that millisecond.
 */
export const beatsOf = ({ telling, trace, end }: Timeline): readonly Cursor[] => {
  const loud = telling.filter(isLoud).map(({ moment }) => moment.at)
  const times = [...new Set([...loud, end.at])].toSorted((a, b) => a - b)
  return [START, ...times.map((at) => cursorAt(trace, at))]
}
