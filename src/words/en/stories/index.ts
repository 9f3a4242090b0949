import { againWords } from './again.ts'
import { beyondWords } from './beyond.ts'
import { doubtWords } from './doubt.ts'
import { repeatWords } from './repeats.ts'
import type { StoryGroup, StoryWordsById } from './storyWords.ts'
import { yesWords } from './yes.ts'

export type { StoryGroup, StoryWords } from './storyWords.ts'

/** By the id of the story. */
export const storyWords: StoryWordsById = { ...doubtWords, ...yesWords, ...againWords, ...beyondWords, ...repeatWords }

/** The groups of the menu, in the order of learning. */
export const storyGroups: Readonly<Record<StoryGroup, string>> = {
  doubt: 'The doubt',
  yes: 'Who said yes',
  again: 'Again, but once',
  beyond: 'Beyond Kafka',
}
