import { faultRegistry, labSetup } from '../engine/index.ts'
import { createLinks } from './linkCodec.ts'
import type { LinkState } from './linkView.ts'
import { storyNamed } from './storyShelf.ts'

export type { WrittenLink } from './linkCodec.ts'
export type { DroppedPart } from './linkText.ts'
export type { LinkState }

/** Of a story only what a link begins with. */
const beginning = (id: string) => {
  const story = storyNamed(id)
  return story === null ? null : { setup: story.setup, plan: story.plan }
}

/** Links of this version of the Lab: its own setup or a story is what a link begins with, its registry knows the faults. */
const links = createLinks({ lab: labSetup, faults: faultRegistry, story: beginning })
export const { readLink } = links
/** With what was too long for it. */
export const writtenLink = links.write
export const writeLink = (state: LinkState): string => writtenLink(state).hash
