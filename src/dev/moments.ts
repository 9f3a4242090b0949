import { beatsOf, type Story, storyNamed } from '../stories/index.ts'
import { type Cursor, cursorAfter, cursorAt, isLoud, START, type Timeline } from '../timeline/index.ts'

/** A moment of a run that is worth a picture. */
export interface Moment {
  readonly cursor: Cursor
  /** What the story says there. */
  readonly caption: string | null
}

/**
 * The start, every beat, and the end. A run without captions is looked at wherever something loud is told; several such
 * things in one millisecond are one picture, at the end of it.
 */
export const momentsOf = (story: Story, timeline: Timeline): readonly Moment[] => [
  { cursor: START, caption: null },
  ...between(story, timeline),
  { cursor: timeline.end, caption: null },
]

const between = ({ id }: Story, { telling, trace }: Timeline): readonly Moment[] => {
  const told = storyNamed(id)
  if (told !== null) {
    return beatsOf(told, trace).map(({ step, name, text }) => ({
      cursor: cursorAfter(trace, step),
      caption: `${name}. ${text}`,
    }))
  }
  const loud = telling.filter(isLoud).map(({ moment }) => moment.at)
  return [...new Set(loud)].toSorted((a, b) => a - b).map((at) => ({ cursor: cursorAt(trace, at), caption: null }))
}
