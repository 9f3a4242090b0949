/**
 * What happened at one place: time-outs, silent connections, ends of connections, waits at the broker, crashes.
 *
 *   producer-1 ──●──────────┃ request.timeout.ms ──✕┄┄┄┄┄┄┄○── back
 *                 ╲   ✕·····┤ closed
 *   broker-1 ──────●═══ behind A
 */
import type { ConnectionId, NodeId, PendingName, RecordName } from './fromEngine.ts'
import type { MessageFact } from './messages.ts'
import { isDone, type Moment } from './moment.ts'
import { ofKind, type Timed } from './timed.ts'

export interface TimeoutMark {
  readonly id: string
  readonly node: NodeId
  readonly moment: Moment
  readonly setting: 'request.timeout.ms' | 'delivery.timeout.ms'
  readonly records: readonly RecordName[]
}
/** Nothing gets through from the first lost message until the connection is closed. */
export interface SilentMark {
  readonly id: string
  readonly connection: ConnectionId
  /** The first message that was lost in it. */
  readonly message: PendingName
  /** null: it stays silent to the end of the run. */
  readonly closed: Moment | null
}
export interface ConnectionEnd {
  readonly id: string
  readonly node: NodeId
  readonly moment: Moment
  readonly by: 'fault' | 'client' | 'server' | 'crash'
}
export interface WaitMark {
  readonly id: string
  readonly message: PendingName
  readonly from: Moment
  readonly until: Moment
  readonly behind: readonly RecordName[]
}
export interface CrashMark {
  readonly id: string
  readonly node: NodeId
  readonly moment: Moment
  readonly back: Moment | null
}
export interface Marks {
  readonly timeouts: readonly TimeoutMark[]
  readonly silences: readonly SilentMark[]
  readonly ends: readonly ConnectionEnd[]
  readonly waits: readonly WaitMark[]
  readonly crashes: readonly CrashMark[]
}

const timeouts = (events: readonly Timed[]): readonly TimeoutMark[] => {
  const requests = ofKind(events, 'request-timed-out').map(
    ({ event, moment }): TimeoutMark => ({
      id: `timeout ${event.node} ${moment.at} ${event.connection}`,
      node: event.node,
      moment,
      setting: 'request.timeout.ms',
      records: event.records.map((sent) => sent.record),
    }),
  )
  const deliveries = ofKind(events, 'batch-failed')
    .filter(({ event }) => event.exception === 'TimeoutException')
    .map(
      ({ event, moment }): TimeoutMark => ({
        id: `delivery ${event.node} ${moment.at}`,
        node: event.node,
        moment,
        setting: 'delivery.timeout.ms',
        records: event.records.map((sent) => sent.record),
      }),
    )
  return [...requests, ...deliveries].filter((mark, i, all) => all.findIndex((other) => other.id === mark.id) === i)
}

const silences = (events: readonly Timed[], facts: readonly MessageFact[]): readonly SilentMark[] => {
  const firsts = facts.filter(
    (fact, i) =>
      fact.fate === 'silent' && facts.findIndex((f) => f.connection === fact.connection && f.fate === 'silent') === i,
  )
  const ends = ofKind(events, 'connection-ended')
  return firsts.map((fact) => ({
    id: `silent ${fact.name}`,
    connection: fact.connection ?? '',
    message: fact.name,
    closed: ends.find(({ event }) => event.connection === fact.connection)?.moment ?? null,
  }))
}

/** A request waits at the broker until its own step comes: appended, recognised or refused. */
const waits = (events: readonly Timed[]): readonly WaitMark[] => {
  const served = ofKind(events, 'batch-appended', 'duplicate-recognised', 'batch-refused')
  return ofKind(events, 'request-waits').flatMap(({ event, moment }) => {
    const until = served.find((timed) => timed.event.message === event.message && !isDone(timed.moment, moment))?.moment
    if (until === undefined || until.at === moment.at) return []
    return [
      {
        id: `wait ${event.message}`,
        message: event.message,
        from: moment,
        until,
        behind: event.behind.map((sent) => sent.record),
      },
    ]
  })
}

export const marks = (events: readonly Timed[], facts: readonly MessageFact[]): Marks => ({
  timeouts: timeouts(events),
  silences: silences(events, facts),
  ends: ofKind(events, 'connection-ended').map(({ event, moment }) => ({
    id: `ended ${event.connection}`,
    node: event.client,
    moment,
    by: event.by,
  })),
  waits: waits(events),
  crashes: crashes(events),
})

/** Back when it says so itself; otherwise when the crash said it would be, if the run gets there. */
const crashes = (events: readonly Timed[]): readonly CrashMark[] =>
  ofKind(events, 'node-crashed').map(({ event, moment }) => {
    const restart = ofKind(events, 'node-restarted').find(
      (other) => other.event.node === event.node && !isDone(other.moment, moment),
    )
    const { backAt } = event
    const reached = backAt !== null && backAt <= (events.at(-1)?.moment.at ?? 0)
    return {
      id: `crash ${event.node} ${moment.at}`,
      node: event.node,
      moment,
      back: restart?.moment ?? (reached ? { at: backAt, tie: 1 } : null),
    }
  })
