/**
 * Which moments tell something: the axis folds what lies between them, the arrow keys go from one to the next.
 *
 *   ●  ●●  ●         ·    ·    ·          ●  ●     ● telling   · quiet: counted in the fold it lies in
 */
import { type Event, type EventKind, type EventOfKind, isFrom, isInternal } from './fromEngine.ts'
import { demotionKey } from './leaders.ts'
import type { MessageFact, MessageKind } from './messages.ts'
import { compareMoments, type Moment } from './moment.ts'
import type { Timed } from './timed.ts'
import { batchKey, type QuietTries } from './tries.ts'

/** Not telling, but counted. */
export type QuietKind = 'empty-fetch' | 'reconnect' | 'try-refused'
export interface Quiet {
  readonly kind: QuietKind
  readonly moment: Moment
}

interface Known {
  readonly facts: ReadonlyMap<string, MessageFact>
  readonly quiet: QuietTries
  readonly showReplicas: boolean
  /** Keys of `demotionsOf`. */
  readonly demotions: ReadonlySet<string>
}

type Rule<K extends EventKind> = (event: EventOfKind<K>, known: Known, moment: Moment) => boolean
type Tells = { readonly [K in EventKind]: boolean | Rule<K> }

/** What Story leaves to ticks and counts. */
const isHushed = (kind: MessageKind): boolean => kind === 'quiet' || kind === 'commit' || kind === 'commit-answer'

const drawn = (name: string, { facts, quiet }: Known): boolean =>
  !isHushed(facts.get(name)?.kind ?? 'quiet') && !quiet.messages.has(name)
const loud = (name: string | null, { quiet }: Known): boolean => name === null || !quiet.messages.has(name)

const TELLS: Tells = {
  'message-sent': (event, known) => drawn(event.message.name, known),
  'message-landed': (event, known) => drawn(event.message, known),
  'message-lost': (event, known) => event.aimedAt || drawn(event.message, known),
  'message-late': true,
  'connection-opened': false,
  'connection-refused': false,
  'connection-silent': true,
  'connection-ended': (event) => event.by !== 'client',
  'fault-struck': true,
  'node-crashed': true,
  'node-restarted': true,
  'record-handed-over': true,
  'batch-sent': (event, { quiet }) => !quiet.tries.has(`${batchKey(event.records)} ${event.attempt}`),
  'batch-acked': true,
  'batch-counted-as-sent': true,
  'batch-will-be-retried': (event, { quiet }) => !quiet.tries.has(`${batchKey(event.records)} ${event.attempt}`),
  'batch-failed': true,
  'late-answer-ignored': true,
  'request-timed-out': true,
  'producer-id-received': false,
  'epoch-bumped': true,
  'sequence-unresolved': false,
  'application-sends-again': true,
  'application-gave-up': true,
  'request-waits': true,
  'batch-appended': true,
  'batch-replicated': (_, { showReplicas }) => showReplicas,
  'high-watermark-advanced': (event) => event.role === 'leader',
  'duplicate-recognised': true,
  'batch-refused': (event, known) => loud(event.message, known),
  'produce-waits-for-replicas': false,
  'produce-answered': false,
  'fetch-parked': false,
  'fetch-answered': false,
  'connection-closed-instead': true,
  'record-delivered': true,
  'effect-called': true,
  'effect-happened': true,
  'effect-skipped': true,
  'effect-failed': true,
  'effect-call-failed': true,
  'effect-in-doubt': true,
  'effect-confirmed': true,
  'node-paused': true,
  'node-resumed': true,
  'cut-began': true,
  'cut-ended': true,
  'isr-change-asked': false,
  'leadership-taken': true,
  // That somebody follows another leader is told by its fetch; that a leader is none any more, here.
  follows: (event, { demotions }, moment) => demotions.has(demotionKey(event.node, event.partition, moment)),
  'log-truncated': (event) => event.removed.length > 0,
  'replica-reloaded': false,
  'disk-lost': true,
  'broker-stopped': true,
  'fell-behind': true,
  'fetches-again': true,
  'broker-fenced': true,
  'broker-unfenced': false,
  'broker-shutting-down': true,
  'registration-refused': true,
  'leader-elected': true,
  'isr-changed': true,
  'isr-change-refused': true,
  'position-moved': true,
  'reader-failed': true,
  'position-found': true,
  'commit-sent': false,
  'offset-stored': false,
  'offsets-committed': true,
  'commit-failed': true,
  'coordinator-took-over': true,
}

const tells = <K extends EventKind>(event: EventOfKind<K>, known: Known, moment: Moment): boolean => {
  const rule = TELLS[event.kind as K]
  return typeof rule === 'function' ? rule(event, known, moment) : rule
}

export const tellingEvents = (events: readonly Timed[], known: Known): readonly Timed[] =>
  events.filter((timed) => tells(timed.event as Event, known, timed.moment))

/** The moments of telling events, each once, in order. */
export const tellingMoments = (telling: readonly Timed[]): readonly Moment[] =>
  telling
    .map((timed) => timed.moment)
    .filter((moment, i, all) => i === 0 || compareMoments(all[i - 1] ?? moment, moment) !== 0)

const quietKind = ({ event }: Timed, known: Known): QuietKind | null => {
  // Only clients' tries are counted: brokers among themselves are not the matter.
  if (event.kind === 'connection-opened' || event.kind === 'connection-refused')
    return isFrom('broker', event.client) ? null : 'reconnect'
  if (event.kind === 'batch-refused' && known.quiet.messages.has(event.message)) return 'try-refused'
  if (event.kind !== 'message-sent' || event.message.body.api !== 'FetchResponse') return null
  if (drawn(event.message.name, known)) return null
  // Copies of committed offsets are no fetches of anybody's records.
  const { partitions } = event.message.body
  return partitions.every(({ error, partition }) => error === 'NONE' && !isInternal(partition)) ? 'empty-fetch' : null
}

export const quietEvents = (events: readonly Timed[], known: Known): readonly Quiet[] =>
  events.flatMap((timed) => {
    const kind = quietKind(timed, known)
    return kind === null ? [] : [{ kind, moment: timed.moment }]
  })
