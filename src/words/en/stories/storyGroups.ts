import type { StoryGroup } from './storyWords.ts'

/** The groups of the menu, in the order of learning. */
export const storyGroups: Readonly<Record<StoryGroup, string>> = {
  doubt: 'The doubt',
  yes: 'Who said yes',
  again: 'Again, but once',
  beyond: 'Beyond Kafka',
}
