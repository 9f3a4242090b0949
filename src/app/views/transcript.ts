import { type Cursor, explain, isDone, type Timeline, toldInOrder } from '../../timeline/index.ts'
import { transcriptWords } from '../../words/en/uiEvents.ts'
import { atTime } from '../../words/index.ts'

export interface TranscriptLine {
  readonly when: string
  readonly text: string
}

/** What the narrator says, each thing once. `until`: with a hidden future, nothing behind it. */
export const transcriptLines = (timeline: Timeline, until: Cursor | null): readonly TranscriptLine[] =>
  toldInOrder(timeline)
    .filter(({ moment }) => until === null || isDone(moment, until))
    .map((timed) => {
      const { head, body, quote } = explain(timeline.trace, timed)
      return { when: atTime(timed.moment.at), text: [head, body, quote].filter(Boolean).join(' ') }
    })

export interface TranscriptHead {
  readonly title: string
  /** How the run ends; null: that is hidden. */
  readonly ending: string | null
  readonly link: string
}

const WIDTH = 12

/** The run told as text: a title, a line per sentence, how it ends, and the link it can be opened with. */
export const transcript = (lines: readonly TranscriptLine[], about: TranscriptHead): string =>
  [
    transcriptWords.head(about.title),
    '',
    ...lines.map(({ when, text }) => `${when.padEnd(WIDTH)}${text}`),
    '',
    about.ending ?? transcriptWords.ahead,
    about.link,
    '',
  ].join('\n')
