import { atTime, fromTo } from './time.ts'

/** The fault popover and the list of faults. Per kind of fault: what the row says, and what key does the same. */
export const faultWords = {
  arrives: 'Arrives',
  staysUp: 'Keeps running',
  /** A kind that has a key here is struck by it; what it does is said in `keyWords.strikes`. */
  keys: { silent: 'X', break: 'Shift X', late: 'D', refuse: 'R', twice: 'U', crash: 'C', pause: 'G', 'cut-off': 'N' },
  removeKey: 'Del',
  runsAgain: (from: number): string => `Everything from ${atTime(from)} on runs again.`,
  remove: 'Remove fault',
  nothingHere: 'Nothing of what this Lab knows can go wrong here.',
  milliseconds: 'ms',
  list: 'Faults of this run',
  none: 'No fault yet. Point at a message on the timeline and press Enter, or click it.',
  /** `lands` is null: that lies ahead, and is hidden. */
  between: (from: string, to: string, sent: number, lands: number | null): string =>
    `${from} to ${to}, ${fromTo(sent, lands)}`,
  at: (node: string, at: number): string => `${node}, at ${atTime(at)}`,
  /** A grey pin: the fault stays in the link and does nothing. */
  changesNothing: (why: string): string =>
    `This fault changes nothing here: ${why.charAt(0).toLowerCase()}${why.slice(1)}`,
  alreadyGone: 'The message was already gone.',
  selectFirst: 'Select a message or an actor on the timeline first.',
  selectActor: 'This happens to an actor. Select its lane on the timeline first.',
  noFaultHere: 'There is no fault to remove here.',
  removed: 'Fault removed.',
} as const
