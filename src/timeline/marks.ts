/**
 * What happened at one place: time-outs, silent connections, ends of connections, waits at the broker, crashes.
 *
 *   producer-1 ──●──────────┃ request.timeout.ms ──✕┄┄┄┄┄┄┄○── back
 *                 ╲   ✕·····┤ closed
 *   broker-1 ──────●═══ behind A
 */

import { type ConnectionEnd, connectionEnds, type Reconnect, reconnects } from './connectionEnds.ts'
import { type Decision, decisions } from './decisions.ts'
import type { ConnectionId, KafkaTrace, NodeId, PendingName, RecordName } from './fromEngine.ts'
import type { MessageFact } from './messages.ts'
import { isDone, type Moment } from './moment.ts'
import { type CrashMark, outages } from './outages.ts'
import { ofKind, type Timed } from './timed.ts'
import { type Troubles, troubles } from './troubles.ts'

export type { CrashMark } from './outages.ts'

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
export interface WaitMark {
  readonly id: string
  readonly message: PendingName
  readonly from: Moment
  readonly until: Moment
  readonly behind: readonly RecordName[]
}
export interface Marks extends Troubles {
  readonly timeouts: readonly TimeoutMark[]
  readonly silences: readonly SilentMark[]
  readonly ends: readonly ConnectionEnd[]
  readonly reconnects: readonly Reconnect[]
  readonly waits: readonly WaitMark[]
  readonly crashes: readonly CrashMark[]
  readonly decisions: readonly Decision[]
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

export const marks = (events: readonly Timed[], facts: readonly MessageFact[], steps: KafkaTrace['steps']): Marks => ({
  timeouts: timeouts(events),
  silences: silences(events, facts),
  ends: connectionEnds(events, steps),
  reconnects: reconnects(events),
  waits: waits(events),
  crashes: outages(events),
  decisions: decisions(events),
  ...troubles(events),
})
