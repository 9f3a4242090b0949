import { atTime } from './time.ts'

/** What can be chosen about the picture, and how a time is gone to. */
export const pictureWords = {
  title: 'Picture',
  /** On the button that opens it: the zoom is what is read there. */
  button: (zoom: string, future: string): string => `${zoom}: zoom. What lies ahead is ${future}. Picture`,
  zoom: 'Zoom',
  zooms: { overview: 'Overview', story: 'Story', detail: 'Detail', wire: 'Wire' },
  future: 'What lies ahead',
  futures: { faint: 'faint', full: 'full', hidden: 'hidden' },
  futureIs: (future: string): string => `What lies ahead is ${future}.`,
  part: 'Part in view',
  earlier: 'Earlier',
  later: 'Later',
  inView: (from: number, to: number): string => `${atTime(from)} to ${atTime(to)}`,
} as const

export const goToTimeWords = {
  /** On the time itself. */
  button: (now: string): string => `${now}. Go to a time`,
  title: 'Go to a time',
  example: '30.139 s',
  go: 'Go',
  unreadable: 'Write a time such as 30139, 30.139 s or 30 s.',
  afterTheEnd: (end: number): string => `The run ends at ${atTime(end)}.`,
} as const
