import { listed, plural } from './time.ts'

/** Why a part of a link was dropped. */
export type DropReason =
  | 'unknown-key'
  | 'twice'
  | 'not-a-number'
  | 'out-of-range'
  | 'not-a-choice'
  | 'bad-encoding'
  | 'too-long'
  | 'payload-too-long'
  | 'link-too-long'
  | 'too-many'
  | 'unknown-fault'
  | 'bad-aim'
  | 'bad-parameter'
  | 'unknown-version'
  | 'bad-payload'
  | 'unknown-page'
  | 'unknown-story'
  | 'no-reader'
  | 'no-window'
  | 'after-the-end'

const REASONS: { readonly [Reason in DropReason]: string } = {
  'unknown-key': 'no setting of this name is known.',
  twice: 'it stands there twice, and the first one counts.',
  'not-a-number': 'this is not a number.',
  'out-of-range': 'this is outside what the Lab can show.',
  'not-a-choice': 'this is none of its values.',
  'bad-encoding': 'its characters cannot be decoded.',
  'too-long': 'it is too long.',
  'payload-too-long': 'it is too long, so the setup and the faults packed in it are left out. The other parts count.',
  'link-too-long': 'the link is too long, so nothing of it is kept, and this is the Lab as it begins.',
  'too-many': 'there are too many of them.',
  'unknown-fault': 'no fault of this kind is known.',
  'bad-aim': 'it does not say what it is aimed at.',
  'bad-parameter': 'one of its parameters cannot be read.',
  'unknown-version': 'it was made by another version.',
  'bad-payload': 'what it carries cannot be read.',
  'unknown-page': 'no page of this name is known.',
  'unknown-story': 'no story of this name is known.',
  'no-reader': 'there is no reader that it could belong to.',
  'no-window': 'only a reader that remembers what it did has a window.',
  'after-the-end': 'the run ends before it, so the playhead stands at its end.',
}

const SHOWN = 60

/** One line of the notice under a link that could not be read in full. */
export const sayDropped = ({ part, reason }: { readonly part: string; readonly reason: DropReason }): string =>
  `${part.length > SHOWN ? `${part.slice(0, SHOWN)}…` : part}: ${REASONS[reason]}`

export const droppedTitle = (count: number): string =>
  count === 1 ? 'One part of the link could not be read.' : `${count} parts of the link could not be read.`

/** What was too long for a link. */
export interface LeftOut {
  /** More than what has a key of its own. */
  readonly setup: boolean
  /** How many of them. */
  readonly faults: number
}

/** Under a link that could not be written in full: what it keeps, and what it leaves out. */
export const sayLeftOut = ({ setup, faults }: LeftOut): string => {
  const lost = [...(setup ? ['the rest of the setup'] : []), ...(faults > 0 ? [plural(faults, 'fault', 'faults')] : [])]
  const kept = setup ? 'settings with a key of their own' : 'the setup'
  const others = faults > 0 ? 'any other faults' : 'the faults'
  return `This is too long for a link. It keeps ${kept} and ${others}, and leaves out ${listed(lost)}.`
}
