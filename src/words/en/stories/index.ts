import { againWords } from './again.ts'
import { beyondWords } from './beyond.ts'
import { doubtWords } from './doubt.ts'
import { repeatWords } from './repeats.ts'
import type { StoryWordsById } from './storyWords.ts'
import { yesWords } from './yes.ts'

/** By the id of the story. Brought with the stories: nothing on the first page may import it. */
export const storyWords: StoryWordsById = { ...doubtWords, ...yesWords, ...againWords, ...beyondWords, ...repeatWords }
