/** Words that stand in the picture of a run: labels of marks, folds and the legend. Names of lanes: lanes.ts. */
import { fromTo } from './time.ts'

export const markWords = {
  tryNumber: (attempt: number): string => `try ${attempt}`,
  connectionBroken: 'connection broken',
  byYou: 'by you',
  refusedOnce: 'refused once',
  nothingGetsThrough: 'nothing gets through',
  closed: 'closed',
  notAppended: ['not', 'appended'],
  sequenceGap: (came: number, expected: number): readonly string[] => [`seq ${came} came,`, `${expected} expected`],
  refused: 'refused',
  highWatermark: (value: number): string => `HW ${value}`,
  offset: (first: number, last: number): string => (first === last ? String(first) : `${first}–${last}`),
  /** `Produce id 3`: a request and its correlation id. */
  request: (api: string, id: number): string => `${api} id ${id}`,
  sequence: (base: number): string => `seq ${base}`,
  /** Producer id, epoch, sequence. */
  stamp: (id: number, epoch: number, base: number): string => `${id}·${epoch}·${base}`,
  crash: 'crash',
  back: 'back',
  behind: (records: string): string => `behind ${records}`,
  success: 'success',
  late: (ms: string): string => `${ms} late`,
  connectionEnded: 'connection ended',
  connectedAgain: 'connected again',
  sendsAgain: 'sends again',
  givesUp: 'gives up',
  secondCopyOf: (records: string): string => `second ${records}`,
  /** On a receipt: `$20 A`. */
  effect: (effect: string, record: string): string => (effectNames[effect] ?? ((r) => `${effect} ${r}`))(record),
} as const
const effectNames: Readonly<Record<string, (record: string) => string>> = {
  card: (record) => `$20 ${record}`,
  'e-mail': (record) => `mail ${record}`,
  row: (record) => `row ${record}`,
  counter: (record) => `+1 ${record}`,
  frame: (record) => `frame ${record}`,
  typing: () => 'Ana types',
}

/** From the fullest to the shortest: the picture takes the first that fits. */
export const doubtLabels = (name: string): readonly string[] => [`${name} arrived, or lost ?`, `${name} ?`]
export const refusedLabels = (name: string): readonly string[] => [`${name} refused, waits`, `${name} waits`]
export const waitingLabels = (name: string, forConnection: boolean): readonly string[] =>
  forConnection ? [`${name} waits for a connection`, `${name} waits`] : [`${name} waits`]

/** How much time a fold hides, to the nearest tenth of a second: `112 ms`, `30 s`, `35.9 s`. */
export const spanText = (ms: number): string => {
  if (ms < 1000) return `${Math.round(ms)} ms`
  return ms < 3_600_000 ? `${Number((ms / 1000).toFixed(1))} s` : `${Number((ms / 3_600_000).toFixed(1))} h`
}
/** In the ruler: in full behind a fold, short after it. */
export const rulerText = (at: number, full: boolean): string => {
  if (at < 1000) return String(at)
  const ms = String(at % 1000).padStart(3, '0')
  return full ? `${Math.floor(at / 1000)}.${ms} s` : `.${ms}`
}
export const rulerZero = '0 ms'

const foldNouns = {
  'empty-fetch': ['empty fetch', 'empty fetches'],
  reconnect: ['reconnect', 'reconnects'],
  'try-refused': ['try refused', 'tries refused'],
} as const
export const foldCount = (kind: keyof typeof foldNouns, count: number): string =>
  `${count} ${foldNouns[kind][count === 1 ? 0 : 1]}`

export const legendWords = {
  produce: 'produce',
  retry: 'retry',
  ack: 'ack',
  error: 'error',
  replication: 'replication',
  delivery: 'delivery',
  commit: 'offset commit',
  effect: 'effect',
  doubt: 'in doubt',
  waiting: 'waiting',
  leaderOnly: 'leader only',
  replicated: 'replicated',
  second: 'second copy',
  again: 'effect again',
  highWatermark: 'high watermark',
} as const

export const accessWords = {
  timeline: 'Timeline of the run',
  playhead: 'Playhead',
  fold: (span: string, counts: string): string =>
    counts === '' ? `${span} folded away` : `${span} folded away: ${counts}`,
  faults: 'Faults in time. Left and right move the fault of an actor, Delete removes it.',
  fault: (title: string, when: string): string => `Fault: ${title}, at ${when}`,
  lane: (name: string, role: string): string => (role === '' ? name : `${name}, ${role}`),
  /** `Produce C, seq 2, producer to broker 1, 28 to 34 ms` */
  message: (what: string, from: string, to: string, leaves: number, lands: number | null): string =>
    `${what}, ${from} to ${to}, ${fromTo(leaves, lands)}`,
} as const

/** At the ✕ of a message of each kind. */
export const lostWords = {
  produce: 'request lost',
  retry: 'request lost',
  ack: 'answer lost',
  error: 'answer lost',
  replication: 'message lost',
  'replication-fetch': 'message lost',
  delivery: 'message lost',
  effect: 'call lost',
  'effect-reply': 'reply lost',
  'effect-refusal': 'reply lost',
  commit: 'commit lost',
  'commit-answer': 'answer lost',
  decision: 'message lost',
  quiet: 'message lost',
} as const

export const messageNames = {
  produce: 'Produce',
  retry: 'Produce again',
  ack: 'Ack of',
  error: 'Error reply for',
  replication: 'Replication of',
  'replication-fetch': 'Next fetch after',
  delivery: 'Delivery of',
  effect: 'Call for',
  'effect-reply': 'Reply for',
  'effect-refusal': 'Failure of the call for',
  commit: 'Offset commit of',
  'commit-answer': 'Answer to the commit of',
  decision: 'News from the controller',
  quiet: 'Message',
} as const
