import type { KafkaTrace } from '../engine/index.ts'
import type { Beat, ToldStory } from '../stories/index.ts'
import { type Caption, stepsDone } from '../timeline/index.ts'
import { sayGuess, sayOutcome, storyUiWords } from '../words/en/ui.ts'
import { once } from './once.ts'
import type { Running } from './running.ts'
import { isSame } from './same.ts'
import type { Answer, AppState } from './state.ts'
import { beatsOf, rightAnswer, storyNamed, wordsOf } from './storyShelf.ts'

/** The story on the screen, for its question and its bar of steps. */
export interface StoryView {
  readonly id: string
  readonly title: string
  /** Settings or faults are no longer the story's: its captions would not be true. */
  readonly changed: boolean
  /** Its question stands, and what lies ahead is hidden. */
  readonly asks: boolean
  readonly question: string
  readonly choices: readonly string[]
  readonly beats: readonly BeatStep[]
  /** How many captions the playhead has reached. */
  readonly reached: number
  readonly guess: string | null
  /** Once the last caption is reached. */
  readonly outcome: Outcome | null
}

/** A caption as a step; its name is null while it is hidden with the future. */
export interface BeatStep extends Pick<Beat, 'nth' | 'step'> {
  readonly name: string | null
}

export interface Outcome {
  readonly said: string
  readonly because: string
  readonly takeaway: string
}

export interface StorySelectors {
  /** null: this run is no story. */
  readonly story: (state: AppState) => StoryView | null
  /** A question stands: nothing of the run is shown before it is answered. */
  readonly asks: (state: AppState) => boolean
  /** What a run is called that is a story, or was one. */
  readonly storyTitle: (state: AppState) => string | null
  /** What the narrator says at the marks of the story. */
  readonly captions: (state: AppState) => readonly Caption[]
}

const NONE: readonly Caption[] = []

const outcomeOf = (story: ToldStory, trace: KafkaTrace, answer: Answer): Outcome => {
  const { choices, said = choices, because, takeaway } = wordsOf(story)
  const guess = answer === 'shown' ? null : (said[answer] ?? null)
  return { said: sayOutcome(guess, said[rightAnswer(story, trace)] ?? ''), because, takeaway }
}

const viewOf = (
  story: ToldStory,
  trace: KafkaTrace,
  changed: boolean,
  answer: Answer | undefined,
  beats: readonly Beat[],
  reached: number,
  isBlind: boolean,
): StoryView => {
  const { title, question, choices, said = choices } = wordsOf(story)
  const isOver = !changed && answer !== undefined && reached === beats.length
  return {
    id: story.id,
    title,
    changed,
    asks: !changed && answer === undefined,
    question,
    choices,
    beats: beats.map(({ nth, step, name }, place) => ({ nth, step, name: isBlind && place >= reached ? null : name })),
    reached,
    guess: typeof answer === 'number' ? sayGuess(said[answer] ?? '') : null,
    outcome: isOver ? outcomeOf(story, trace, answer) : null,
  }
}

/** What follows from the story that is open, the run on the screen and where the playhead stands in it. */
export const createStoryRun = (running: Running): StorySelectors => {
  const changed = once(
    (story: ToldStory, setup: AppState['setup'], plan: AppState['plan']): boolean =>
      !isSame(story.setup, setup) || !isSame(story.plan, plan),
  )
  const beats = once((story: ToldStory, trace: KafkaTrace): readonly Beat[] => beatsOf(story, trace))
  const captions = once((all: readonly Beat[]): readonly Caption[] =>
    all.map(({ step, index, name, text }) => ({ step, index, head: name, body: text })),
  )
  const view = once(viewOf)
  const openOf = ({ story }: AppState): ToldStory | null => (story === null ? null : storyNamed(story))
  const isChanged = (story: ToldStory, { setup, plan }: AppState): boolean => changed(story, setup, plan)
  const asks = (state: AppState): boolean => {
    const story = openOf(state)
    return story !== null && state.answers[story.id] === undefined && !isChanged(story, state)
  }
  return {
    asks,
    story: (state) => {
      const story = openOf(state)
      if (story === null) return null
      const trace = running.trace(state)
      const told = beats(story, trace)
      const done = stepsDone(trace, state.cursor)
      const reached = told.filter(({ step }) => step < done).length
      const isBlind = state.view.future === 'hidden'
      return view(story, trace, isChanged(story, state), state.answers[story.id], told, reached, isBlind)
    },
    storyTitle: (state) => {
      const story = openOf(state)
      if (story === null) return null
      const { title } = wordsOf(story)
      return isChanged(story, state) ? storyUiWords.changed(title) : title
    },
    captions: (state) => {
      const story = openOf(state)
      if (story === null || isChanged(story, state) || asks(state)) return NONE
      return captions(beats(story, running.trace(state)))
    },
  }
}
