import type { KafkaTrace, Millis } from '../engine/index.ts'
import { storyWords } from '../words/en/stories/index.ts'
import type { StoryGroup, StoryWords } from '../words/index.ts'
import { type Anchor, find } from './anchor.ts'
import { type Fact, holds } from './fact.ts'

/** How a story is told. Its words stand in `words/en/stories`, under its id: an answer and a caption each for what is here. */
export interface Telling {
  readonly group: StoryGroup
  /** What each answer of its question claims. In its run one of them is so: that is the right one. */
  readonly answers: readonly Fact[]
  /** The marks its captions stand beside, in order of time. */
  readonly beats: readonly Anchor[]
}

/** A run with a telling has a place in the menu. */
export interface Told {
  readonly id: string
  readonly telling: Telling
}

export const wordsOf = ({ id }: Told): StoryWords => {
  const words = storyWords[id]
  if (words === undefined) throw new Error(`the story ${id} has no words`)
  return words
}

/** The right answer by its place, asked of the engine. Throws where not exactly one is so: a test asks every story. */
export const rightAnswer = ({ id, telling }: Told, trace: KafkaTrace): number => {
  const right = telling.answers.flatMap((fact, index) => (holds(fact, trace) ? [index] : []))
  const [only] = right
  if (only === undefined || right.length > 1) throw new Error(`the story ${id} has ${right.length} right answers`)
  return only
}

/** A caption where it stands in a run. */
export interface Beat {
  /** Its place among the captions of the story, from 0. */
  readonly nth: number
  /** The step of the trace whose event it tells, and the event's place in that step. */
  readonly step: number
  readonly index: number
  readonly at: Millis
  readonly name: string
  readonly text: string
}

/** The captions of a story in its run, in order. A mark that is not in this run, because somebody changed it, is left out. */
export const beatsOf = (story: Told, trace: KafkaTrace): readonly Beat[] => {
  const { captions } = wordsOf(story)
  return story.telling.beats.flatMap((anchor, nth) => {
    const found = find(trace, anchor)
    const caption = captions[nth]
    return found === null || caption === undefined
      ? []
      : [{ nth, step: found.step, index: found.index, at: found.at, ...caption }]
  })
}
