import { type Cursor, cursorAfter, nextCursor, previousCursor, START } from '../timeline/index.ts'
import { nearestPreset } from './presets.ts'
import type { Selectors } from './selectors.ts'
import type { AppState } from './state.ts'
import type { AppStore } from './store.ts'
import { storyNamed } from './storyShelf.ts'
import type { TimeActions } from './timeActions.ts'

export interface StoryActions {
  /** Opens it at its start, and asks its question anew. The stories have to be there: `bringStories`. */
  readonly openStory: (id: string) => void
  /** Takes the choice at this place. */
  readonly answer: (choice: number) => void
  readonly showAnyway: () => void
  /** To the caption at this place. */
  readonly toBeat: (nth: number) => void
  /** To the next or previous caption; without a story one step of the engine. */
  readonly stepBeat: (direction: 1 | -1) => void
  /** The story's own settings and faults again, after they were changed. */
  readonly backToStory: () => void
  /** The run stays, and is no story any more. */
  readonly leaveStory: () => void
}

/** The run of a story, without its telling. */
const runOf = (id: string): Pick<AppState, 'setup' | 'plan' | 'preset'> | null => {
  const story = storyNamed(id)
  return story === null ? null : { setup: story.setup, plan: story.plan, preset: nearestPreset(story.setup) }
}

const without = (answers: AppState['answers'], id: string): AppState['answers'] =>
  Object.fromEntries(Object.entries(answers).filter(([one]) => one !== id))

export const createStoryActions = (store: AppStore, selectors: Selectors, time: TimeActions): StoryActions => {
  const settle = (answer: AppState['answers'][string]): void =>
    store.setState(({ story, answers }) => (story === null ? {} : { answers: { ...answers, [story]: answer } }))
  const open = (id: string): void => {
    const run = runOf(id)
    if (run === null) return
    store.setState(({ view, answers }) => ({
      ...run,
      story: id,
      answers: without(answers, id),
      cursor: START,
      selected: null,
      table: false,
      playing: false,
      direction: 1,
      // Another run, not a change of this one: it is fitted anew.
      view: { ...view, zoom: 'fit', openFolds: [], fits: view.fits + 1 },
    }))
  }
  const beats = (): readonly Cursor[] => {
    const state = store.getState()
    const trace = selectors.trace(state)
    return (selectors.story(state)?.beats ?? []).map(({ step }) => cursorAfter(trace, step))
  }
  return {
    openStory: open,
    answer: settle,
    showAnyway: () => settle('shown'),
    toBeat: (nth) => {
      const beat = beats()[nth]
      if (beat !== undefined) time.seek(beat)
    },
    stepBeat: (direction) => {
      const cursor = selectors.playhead(store.getState())
      const story = selectors.story(store.getState())
      if (story === null || story.changed) return time.stepOne(direction)
      const next = (direction === 1 ? nextCursor : previousCursor)(beats(), cursor)
      if (next !== null) time.seek(next)
      else if (direction === 1) time.toEnd()
    },
    backToStory: () => store.setState(({ story }) => (story === null ? {} : (runOf(story) ?? {}))),
    leaveStory: () => store.setState({ story: null }),
  }
}
