/** The groups of the menu, in the order of learning. */
export type StoryGroup = 'doubt' | 'yes' | 'again' | 'beyond'

/** What stands at a mark of a story. */
export interface CaptionWords {
  /** For the bar of steps: one to three words. */
  readonly name: string
  readonly text: string
}

/** What is said of a story: in the menu, before it begins, at its marks, and when it is over. */
export interface StoryWords {
  /** As people would name it, and without the answer to its question: both stand in the menu. */
  readonly title: string
  readonly question: string
  /** As many as the story has answers. */
  readonly choices: readonly string[]
  /** How they are called in “You said …. It was ….”, where the choice itself does not read well there. */
  readonly said?: readonly string[]
  /** Why it came out as it did. */
  readonly because: string
  /** As many as the story has beats, in the same order. */
  readonly captions: readonly CaptionWords[]
  /** What to take away: the statement it teaches. */
  readonly takeaway: string
}

export type StoryWordsById = Readonly<Record<string, StoryWords>>
