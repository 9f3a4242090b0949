import { type StoryGroup, storyGroups } from '../../words/index.ts'
import { toldStories, wordsOf } from '../storyShelf.ts'

/** The menu of stories: by group, in the order of learning. */
export interface StoryMenuGroup {
  readonly id: string
  readonly name: string
  readonly stories: readonly StoryMenuItem[]
}

export interface StoryMenuItem {
  readonly id: string
  readonly title: string
  /** Asked before anything is shown. */
  readonly question: string
  readonly steps: number
  readonly seen: boolean
  readonly here: boolean
}

export const storyMenu = (seen: readonly string[], here: string | null): readonly StoryMenuGroup[] =>
  (Object.keys(storyGroups) as readonly StoryGroup[]).map((id) => ({
    id,
    name: storyGroups[id],
    stories: toldStories()
      .filter(({ telling }) => telling.group === id)
      .map((story) => {
        const { title, question, captions } = wordsOf(story)
        return {
          id: story.id,
          title,
          question,
          steps: captions.length,
          seen: seen.includes(story.id),
          here: story.id === here,
        }
      }),
  }))

/** The one after it in the menu; null: it is the last. */
export const storyAfter = (id: string): { readonly id: string; readonly title: string } | null => {
  const next = toldStories()[toldStories().findIndex((story) => story.id === id) + 1]
  return next === undefined ? null : { id: next.id, title: wordsOf(next).title }
}
