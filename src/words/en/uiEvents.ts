/** The event table and the transcript. */
import { plural } from './time.ts'

export const eventWords = {
  title: 'Event table',
  caption: 'All events of the run, in order of time. The row at the playhead is marked.',
  toTimeline: 'Timeline',
  key: 'E',
  columns: { time: 'Time', actor: 'Actor', event: 'Event', record: 'Record', fault: 'Fault' },
  record: 'Record',
  actor: 'Actor',
  all: 'all',
  quiet: 'Quiet events',
  quietShort: 'Quiet',
  quietNote: 'Metadata, empty fetches, what another row tells.',
  count: (count: number): string => plural(count, 'event', 'events'),
  nothing: 'No event of this run fits.',
  notYet: 'Nothing has happened yet. What lies ahead is hidden.',
  /** The button in a row; `what`: its sentence. */
  fault: (what: string): string => `What can go wrong: ${what}`,
  add: 'Add',
  transcript: 'Transcript',
  transcriptText: 'What the narrator says, with times',
  copyTranscript: 'Copy',
  downloadTranscript: 'Download as text',
  transcriptCopied: 'Transcript copied.',
  transcriptFailed: 'The transcript could not be copied.',
  file: 'delivery-lab-transcript.txt',
} as const

export const transcriptWords = {
  head: (title: string): string => `Delivery Lab: ${title}`,
  ahead: 'What lies ahead is hidden.',
} as const
