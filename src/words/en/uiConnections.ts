/** The blocks about connections and readers in the cross-section. */

import { atTime, lasting, listed, plural } from './time.ts'
import { effectDone } from './verdict.ts'

export const connectionWords = {
  title: 'Connections',
  states: { open: 'open', silent: 'silent', dialled: 'being dialled', closed: 'closed' },
  name: (client: string, server: string, number: string): string => `${client} → ${server}${number}`,
  open: (count: number): string => `${count} open`,
  idle: 'nothing waits',
  more: (count: number): string => `${count} more: idle, or between brokers`,
  notBefore: (ms: number): string => `not dialled again before ${atTime(ms)}`,
  /** `lands` is null: that lies ahead, and is hidden. */
  inAir: (lands: number | null): string => (lands === null ? 'in the air' : `in the air until ${atTime(lands)}`),
  answerInAir: (lands: number | null): string =>
    lands === null ? 'its answer is in the air' : `its answer is in the air until ${atTime(lands)}`,
  behind: (server: string, other: string): string => `at ${server}, behind ${other}`,
  served: {
    replicas: (server: string): string => `at ${server}, waits for the replicas`,
    'no-data': (server: string): string => `at ${server}, which has nothing new for it`,
    now: (server: string): string => `at ${server}`,
  },
  lost: 'nothing will come of it, and nobody has noticed',
  waited: (ms: number): string => `unanswered for ${lasting(ms)}`,
  closes: (ms: number): string => `time-out behind ${atTime(ms)}`,
  closesWhy: 'request.timeout.ms: then the client closes the connection, and all that is unanswered on it fails.',
} as const

export const readerWords = {
  title: (name: string): string => name,
  down: 'down: position and fetched records are gone',
  group: (group: string): string => `group ${group}`,
  noGroup: 'no group.id: nothing is kept',
  columns: { partition: 'partition', position: 'position', committed: 'committed', lag: 'lag' },
  unknown: '–',
  none: 'none',
  working: {
    processing: (record: string): string => `works on ${record}`,
    answer: (record: string): string => `has called for ${record}, and waits for the reply`,
    connection: (record: string): string => `wants to call for ${record}, and has no connection`,
    pause: (record: string): string => `will call for ${record} again`,
  },
  tried: (what: string, attempt: number): string => (attempt > 1 ? `${what}, call ${attempt}` : what),
  waits: (records: readonly string[]): string => `${listed(records)} fetched, not begun`,
  commit: {
    before: 'commits before it processes',
    after: 'commits after it has processed',
    auto: 'commits by a later poll',
  },
  idle: 'waits for records',
  outside: (node: string): string => `${node} remembers`,
  protections: {
    none: (effect: string): string => `nothing: each call is ${effect} anew`,
    dedup: 'the names of records, beside their effects',
    upsert: 'one value per key: the same again changes nothing',
    conditional: 'one value per key: a second write is refused',
  },
  effect: (effect: string): string => (effectDone as Readonly<Record<string, string>>)[effect] ?? 'done',
  keeps: (record: string, until: number): string => `${record} until ${atTime(until)}`,
  keepsNothing: 'no name at the moment',
  count: (count: number): string => plural(count, 'record', 'records'),
} as const
