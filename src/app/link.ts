import { faultRegistry, labSetup } from '../engine/index.ts'
import { createLinks } from './linkCodec.ts'

export type { ReadLink } from './linkCodec.ts'
export type { DroppedPart } from './linkText.ts'
export type { LinkState } from './linkView.ts'

/** Links of this version of the Lab: its own setup is what a link is compared with, its registry knows the faults. */
export const { writeLink, readLink } = createLinks({ lab: labSetup, faults: faultRegistry })
