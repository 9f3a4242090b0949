import { capital } from './names.ts'
import { plural } from './time.ts'

export { eventWords, transcriptWords } from './uiEvents.ts'
/** The words of the shell: what stands on buttons, beside controls and in notices. Sentences about events stand elsewhere. */
export { faultWords } from './uiFaults.ts'
export { keyWords } from './uiKeys.ts'
export { goToTimeWords, pictureWords } from './uiPicture.ts'
export { settingWords } from './uiSettings.ts'
export { stateWords } from './uiState.ts'
export { sayGuess, sayOutcome, storyUiWords } from './uiStories.ts'

/** Where the model is simpler than Kafka (model.md). */
export const simplifiedWords = {
  title: 'What is simplified',
  sign: '≈',
  lead: 'A picture that can be followed leaves things out. What is shown is as Kafka 4.3 does it, except for these:',
}

export const shellWords = {
  name: 'Delivery Lab',
  sections: 'Sections',
  lab: 'Lab',
  undo: 'Undo',
  share: 'Share',
  copyLink: 'Copy link',
  copyTranscript: 'Copy transcript',
  downloadTranscript: 'Download transcript',
  shared: 'Link copied',
  shareFailed: 'The link could not be copied. It stands in the address bar.',
  keys: 'List of keys',
  view: 'View',
  settings: 'Settings',
  close: 'Close',
  dismiss: 'Dismiss',
  timeline: 'Timeline',
  stateAtPlayhead: 'State at the playhead',
  outcome: 'Outcome',
  transport: 'Transport',
  theme: { label: 'Theme', auto: 'as the system', light: 'light', dark: 'dark' },
  skip: 'Skip to the timeline',
  parts: { timeline: 'Timeline', records: 'Records', log: 'Log', broker: 'Broker', message: 'Message' },
  partsLabel: 'Parts of the Lab',
  sizeOf: {
    settings: 'Width of the settings',
    cut: 'Width of the state at the playhead',
    below: 'Height of the state at the playhead',
  },
} as const

export const transportWords = {
  toStart: 'To the start',
  stepBack: 'Previous event',
  play: 'Play',
  pause: 'Pause',
  stepOn: 'Next event',
  toEnd: 'To the end',
  scrub: 'Playhead',
  window: 'Part of the run in view',
  speed: 'Speed',
  speedOf: (speed: number): string => `${{ 0.25: '¼', 0.5: '½' }[speed] ?? String(speed)}×`,
  faultsCount: (count: number): string => (count === 0 ? 'Faults' : count === 1 ? '1 fault' : `${count} faults`),
  zoomOut: 'Zoom out',
  fit: 'Fit the run',
  zoomIn: 'Zoom in',
} as const

export const noticeWords = {
  pageError: 'The page stopped because of a mistake of its own. Copy the link below into a report.',
  copyLink: 'Copy link',
  lastGood: 'The last run Kafka accepted. These settings do not start a producer.',
  invite: ['Point at a message and press ', ' to lose it, or pick one of these.'],
  /** Where there is a finger and no key. */
  inviteByTouch: 'Touch a message to lose it, or pick one of these.',
} as const

export const runTitles = {
  quiet: 'No fault',
  lostAnswer: 'A lost answer, in silence',
  lostRequest: 'A lost request, in silence',
  broken: 'A broken connection',
  fireAndForget: 'Fire and forget',
  refused: 'Refused once',
  late: 'A late message',
  callFails: 'A call that fails',
  replyLost: 'A lost reply',
  twice: 'A call that arrives twice',
  crash: (node: string): string => `A crash of ${node}`,
  paused: (node: string): string => `${capital(node)} stands still`,
  cutOff: (node: string): string => `${capital(node)} is cut off`,
  fallsBehind: (node: string): string => `${capital(node)} falls behind`,
  shutdown: (node: string): string => `${capital(node)} is shut down in order`,
  several: (count: number): string => plural(count, 'fault', 'faults'),
} as const
