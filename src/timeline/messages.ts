/**
 * Messages: from, to, leaves, lands, and what became of each.
 *
 *   producer-1 ─●────────────      leaves 4
 *                ╲
 *   broker-1 ─────●──────────      lands 10, fate `lands`
 */

import type { ConnectionId, ErrorCode, Millis, NodeId, PendingName, RecordName, TopicPartition } from './fromEngine.ts'
import { carries, kindOf } from './messageBody.ts'
import { before, type Moment } from './moment.ts'
import { callAttempts, sentBatches } from './sends.ts'
import { ofKind, type Timed } from './timed.ts'

export type MessageKind =
  | 'produce'
  | 'retry'
  | 'ack'
  | 'error'
  | 'replication'
  | 'replication-fetch'
  | 'delivery'
  | 'effect'
  | 'effect-reply'
  /** Nothing was done, says the world outside. */
  | 'effect-refusal'
  /** The controller tells a broker who leads. */
  | 'decision'
  /** A reader says how far it is done, and its coordinator's answer: a tick at Story, drawn from Detail on. */
  | 'commit'
  | 'commit-answer'
  /** Drawn at Wire only: metadata, producer ids, empty fetches, a reader's fetches. */
  | 'quiet'
export type Fate = 'lands' | 'silent' | 'broken' | 'gone'

export interface MessageFact {
  readonly name: PendingName
  readonly kind: MessageKind
  readonly from: NodeId
  readonly to: NodeId
  readonly partition: TopicPartition | null
  readonly connection: ConnectionId | null
  /** Names of records, in order: `A`, `B`. */
  readonly records: readonly RecordName[]
  readonly leaves: Moment
  /** Where it landed, or would have. */
  readonly lands: Moment
  readonly fate: Fate
  /** When it was lost; null when it landed or is still on its way at the end. */
  readonly lostAt: Moment | null
  /** True for the one a fault was aimed at. */
  readonly aimed: boolean
  readonly attempt: number
  /** The network made it of that one; its sender sent one. */
  readonly copyOf: PendingName | null
  readonly code: ErrorCode | null
  /** How much later a fault made it land. */
  readonly lateBy: Millis
  readonly baseSequence: number | null
}

/** Which attempt each request is, which messages were lost or held up, and by which step a follower had new data. */
const lookUp = (events: readonly Timed[]) => {
  const attempts = new Map(sentBatches(events).map(({ event, message }) => [message, event]))
  const lost = new Map(ofKind(events, 'message-lost').map((timed) => [timed.event.message, timed]))
  const landed = new Map(ofKind(events, 'message-landed').map((timed) => [timed.event.message, timed.moment]))
  const late = new Map(ofKind(events, 'message-late').map(({ event }) => [event.message, event]))
  const calls = callAttempts(events)
  return { attempts, calls, lost, landed, late, ...telling(events) }
}

/** Fetches and news that tell something: a follower goes on from new data or to a new leader; somebody leads. */
const telling = (events: readonly Timed[]) => {
  const goesOn = ofKind(events, 'batch-replicated', 'log-truncated', 'follows', 'fetches-again')
  const elected = new Set(ofKind(events, 'leader-elected').map(({ step }) => step))
  const steps = new Set(ofKind(events, 'leadership-taken', 'follows').map(({ step }) => step))
  const taken = ofKind(events, 'message-landed').filter(({ step }) => steps.has(step))
  return {
    replicated: new Set(goesOn.map(({ event, step }) => `${event.node} ${step}`)),
    elected,
    taken: new Set<string>(taken.map(({ event }) => event.message)),
  }
}

const fateOf = (
  loss: ReturnType<typeof lookUp>['lost'] extends Map<PendingName, infer L> ? L | undefined : never,
): Fate => {
  if (loss === undefined) return 'lands'
  const { cause } = loss.event
  return cause === 'broken' ? 'broken' : cause === 'silent' ? 'silent' : 'gone'
}

export const messages = (events: readonly Timed[]): readonly MessageFact[] => {
  const { attempts, calls, lost, landed, late, replicated, elected, taken } = lookUp(events)
  return ofKind(events, 'message-sent').map(({ event, moment, step }) => {
    const { message } = event
    const sent = attempts.get(message.name)
    const loss = lost.get(message.name)
    const held = late.get(message.name)
    const attempt = sent?.attempt ?? calls.get(message.name) ?? 1
    const carried = carries(message)
    const decides = elected.has(step) || taken.has(message.name)
    return {
      name: message.name,
      kind: kindOf(message, attempt, replicated.has(`${message.from} ${step}`), decides),
      from: message.from,
      to: message.to,
      partition: carried.partition,
      connection: message.connection,
      records: carried.records,
      leaves: moment,
      lands: landed.get(message.name) ?? before(held?.lands ?? event.lands),
      fate: fateOf(loss),
      lostAt: loss?.moment ?? null,
      aimed: loss?.event.aimedAt ?? false,
      attempt,
      copyOf: event.copyOf ?? null,
      code: carried.code,
      lateBy: held?.by ?? 0,
      baseSequence: sent?.stamp?.baseSequence ?? null,
    }
  })
}
