import { faultRegistry, labSetup } from '../engine/index.ts'
import { createLinks } from './linkCodec.ts'
import { storyNamed } from './storyShelf.ts'

export type { ReadLink } from './linkCodec.ts'
export type { DroppedPart } from './linkText.ts'
export type { LinkState } from './linkView.ts'

/** Of a story only what a link begins with. */
const beginning = (id: string) => {
  const story = storyNamed(id)
  return story === null ? null : { setup: story.setup, plan: story.plan }
}

/** Links of this version of the Lab: its own setup or a story is what a link begins with, its registry knows the faults. */
export const { writeLink, readLink } = createLinks({ lab: labSetup, faults: faultRegistry, story: beginning })
