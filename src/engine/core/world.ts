/**
 * What the future depends on at one instant. Plain data: frozen, compared, printed, sent to a worker, never mutated.
 * Nothing here knows Kafka; a `System` says what the nodes, messages and timers are.
 */

/** Simulated time in whole milliseconds since the run began. */
export type Millis = number
/** `producer-1`, `broker-2`, `card-1`. */
export type NodeId = string
/** `producer-1>broker-1 #2`: the second connection that stood from the client to the server. */
export type ConnectionId = string
/** The name of one thing on the agenda. Branded, because it is the one string that must not be made up. */
export type PendingName = string & { readonly brand: 'pending' }

/** What a system is made of. `call` is what nodes of one process say to each other without a network. */
export interface Kinds {
  readonly setup: unknown
  /** `listens`: false for a process that runs and takes no connections yet. */
  readonly node: { readonly kind: string; readonly id: NodeId; readonly up: boolean; readonly listens?: boolean }
  readonly body: { readonly api: string }
  readonly timer: { readonly timer: string }
  readonly call: { readonly call: string }
  readonly event: { readonly kind: string }
}

/** A request, an answer or a datagram. `about` serves the name and the picture; no rule reads it. */
export interface Message<K extends Kinds = Kinds> {
  readonly name: PendingName
  readonly about: readonly string[]
  readonly from: NodeId
  readonly to: NodeId
  /** null: a datagram, which may be lost alone. */
  readonly connection: ConnectionId | null
  readonly sentAt: Millis
  readonly body: K['body']
}

/**
 * The order inside one millisecond: what follows from the step before, then timers (those of applications first),
 * then what comes over a link. Faults come before all of them (model.md section 3).
 */
export const RANK = { followUp: 0, firstTimer: 1, timer: 2, link: 3 } as const
export type Rank = (typeof RANK)[keyof typeof RANK]

interface PendingBase {
  readonly name: PendingName
  readonly at: Millis
  readonly to: NodeId
  readonly rank: Rank
  /** Guards an idle wait; a run with nothing else left is over. */
  readonly background: boolean
}
export interface Delivery<K extends Kinds = Kinds> extends PendingBase {
  readonly kind: 'deliver'
  readonly message: Message<K>
  /** Held by a fault: it lands even when its sender has closed the connection since. */
  readonly held: boolean
}
export interface TimerPending<K extends Kinds = Kinds> extends PendingBase {
  readonly kind: 'timer'
  /** What the node calls it: setting it again moves it, cancelling needs it. */
  readonly key: string
  readonly timer: K['timer']
}
export interface LinkPending extends PendingBase {
  readonly kind: 'link'
  /** `resumed`: a node that was paused handles things again. `healed`: a cut around it has ended. */
  readonly change: 'connected' | 'ended' | 'resumed' | 'healed'
  readonly peer: NodeId
  /** The connection that ends; null while one is only being dialled. */
  readonly connection: ConnectionId | null
}
/** One thing on the agenda. */
export type Pending<K extends Kinds = Kinds> = Delivery<K> | TimerPending<K> | LinkPending

export type Direction = 'toServer' | 'toClient'

/** An ordered pipe. What is unanswered is known to its ends; what is in the air stands on the agenda. */
export interface Connection {
  readonly id: ConnectionId
  readonly client: NodeId
  readonly server: NodeId
  /** Directions in which nothing gets through any more. */
  readonly silent: Readonly<Record<Direction, boolean>>
  /** Nothing sent in a direction lands before this: first in, first out, even behind a late message. */
  readonly floor: Readonly<Record<Direction, Millis>>
}

/** Nothing passes between a node and another, or all others, in one direction or both. */
export interface Cut {
  readonly node: NodeId
  /** null: all others. */
  readonly from: NodeId | null
  /** As seen from the node. */
  readonly way: 'in' | 'out' | 'both'
  readonly until: Millis
}

export interface World<K extends Kinds = Kinds> {
  readonly now: Millis
  readonly nodes: Readonly<Record<NodeId, K['node']>>
  readonly connections: Readonly<Record<ConnectionId, Connection>>
  readonly agenda: readonly Pending<K>[]
  /** Nodes that handle nothing for now, with what has fallen due for them meanwhile, in order of arrival. */
  readonly paused: Readonly<Record<NodeId, readonly Pending<K>[]>>
  readonly cuts: readonly Cut[]
  /** Ordinals for naming. No rule reads it. */
  readonly book: Readonly<Record<string, number>>
}
