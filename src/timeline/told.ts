/**
 * What is told at the cursor, and the mark it belongs to: the caption of a story that the playhead stands on, or what the
 * run says for itself.
 *
 *   ●20 ●26 ●52 ✕        cursor 60        ●30037
 *           └ told: "The answer to C is lost." at the ✕
 */
import type { Said } from '../words/index.ts'
import { stepsDone } from './cursor.ts'
import { explain } from './explain.ts'
import type { Cursor } from './moment.ts'
import { barOf, loudestAt, marksOf } from './narrator.ts'
import type { Timed } from './timed.ts'
import type { Timeline } from './timeline.ts'

/** What a story says at an event of its run, in place of what is said of such an event anywhere. */
export interface Caption {
  readonly step: number
  /** The event's place among those of its step. */
  readonly index: number
  readonly head: string
  readonly body: string
}

const NO_CAPTIONS: readonly Caption[] = []

export interface Telling {
  readonly timed: Timed
  readonly head: string
  readonly body: string | null
  /** What is said where there is no room for both: of a caption its text, whose name stands in the bar of the story too. */
  readonly short: 'head' | 'body'
  readonly quote: string | null
  /** Keys of the marks its line may end at. */
  readonly marks: readonly string[]
  /** Where it ends when none of these is in view. */
  readonly otherwise: readonly string[]
}

/** The caption that the playhead stands on: nothing that is told has happened since. */
const captionAt = (
  { trace }: Timeline,
  cursor: Cursor,
  captions: readonly Caption[],
  told: Timed | null,
): Caption | null => {
  if (captions.length === 0) return null
  const done = stepsDone(trace, cursor)
  const last = captions.findLast(({ step }) => step < done)
  return last === undefined || (told !== null && told.step > last.step) ? null : last
}

const captioned = ({ events, trace }: Timeline, { step, index }: Caption): Timed | null => {
  const event = trace.steps[step]?.events[index]
  return events.find((timed) => timed.step === step && timed.event === event) ?? null
}

interface Told {
  readonly timed: Timed
  /** null: the run says it for itself. */
  readonly caption: Caption | null
}

const told = (timeline: Timeline, cursor: Cursor, captions: readonly Caption[]): Told | null => {
  const loudest = loudestAt(timeline, cursor)
  const caption = captionAt(timeline, cursor, captions, loudest)
  const timed = caption === null ? loudest : captioned(timeline, caption)
  return timed === null ? null : { timed, caption }
}

/** What is told at the cursor: a story's caption, or what the run itself says. */
export const toldAt = (timeline: Timeline, cursor: Cursor, captions = NO_CAPTIONS): Timed | null =>
  told(timeline, cursor, captions)?.timed ?? null

export const narrate = (timeline: Timeline, cursor: Cursor, captions = NO_CAPTIONS): Telling | null => {
  const found = told(timeline, cursor, captions)
  if (found === null) return null
  const { timed, caption } = found
  const said: Pick<Said, 'head' | 'body' | 'quote'> = caption ?? explain(timeline.trace, timed)
  return {
    timed,
    head: said.head,
    body: said.body ?? null,
    short: caption === null ? 'head' : 'body',
    quote: said.quote ?? null,
    marks: marksOf(timeline, timed),
    otherwise: barOf(timed),
  }
}
