import type { CoreEvent, LossCause } from './event.ts'
import { insert } from './agenda.ts'
import { nameMessage, nameTimer } from './naming.ts'
import type { Naming } from './system.ts'
import { RANK, type Connection, type ConnectionId, type Delivery, type Direction, type Kinds, type Millis, type NodeId, type Pending, type World } from './world.ts'

/**
 * Nothing is lost alone (model.md section 1): a connection is an ordered pipe, and what happens to one message happens
 * to everything behind it.
 */
export const openConnection = (id: ConnectionId, client: NodeId, server: NodeId): Connection => ({
  id,
  client,
  server,
  silent: { toServer: false, toClient: false },
  floor: { toServer: 0, toClient: 0 },
})

export const directionFrom = (connection: Connection, from: NodeId): Direction => (from === connection.client ? 'toServer' : 'toClient')

const isInTheAirOn = <K extends Kinds>(p: Pending<K>, id: ConnectionId): p is Delivery<K> => p.kind === 'deliver' && p.message.connection === id

/** Takes deliveries off the agenda and notes each as lost. `aimedAt` is the one a fault was aimed at. */
export const lose = <K extends Kinds>(
  world: World<K>,
  which: (p: Delivery<K>) => boolean,
  cause: LossCause,
  aimedAt: string | null = null,
): { world: World<K>; events: CoreEvent<K>[] } => {
  const events: CoreEvent<K>[] = []
  const agenda = world.agenda.filter((p) => {
    if (p.kind !== 'deliver' || !which(p)) return true
    const { name, from, to, connection } = p.message
    events.push({ kind: 'message-lost', message: name, from, to, connection, cause, aimedAt: name === aimedAt })
    return false
  })
  return { world: { ...world, agenda }, events }
}

/** From here on nothing gets through in this direction: what is in the air is lost, and so is all that follows. */
export const silence = <K extends Kinds>(world: World<K>, connection: Connection, from: NodeId, aimedAt: string): { world: World<K>; events: CoreEvent<K>[] } => {
  const direction = directionFrom(connection, from)
  const to = from === connection.client ? connection.server : connection.client
  const gone = lose(world, (p) => isInTheAirOn(p, connection.id) && p.message.from === from, 'silent', aimedAt)
  const silent = { ...connection, silent: { ...connection.silent, [direction]: true } }
  return {
    world: { ...gone.world, connections: { ...gone.world.connections, [connection.id]: silent } },
    events: [...gone.events, { kind: 'connection-silent', connection: connection.id, from, to }],
  }
}

/** Removes a connection with everything in the air on it. Messages that a fault holds still land at the server. */
export const endConnection = <K extends Kinds>(
  world: World<K>,
  connection: Connection,
  by: 'fault' | 'client' | 'server' | 'crash',
  keep: (p: Delivery<K>) => boolean,
  aimedAt: string | null = null,
): { world: World<K>; events: CoreEvent<K>[] } => {
  const cause = by === 'fault' ? 'broken' : by === 'crash' ? 'crash' : 'closed'
  const gone = lose(world, (p) => isInTheAirOn(p, connection.id) && !keep(p), cause, aimedAt)
  const { [connection.id]: _, ...connections } = gone.world.connections
  const { client, server } = connection
  return {
    world: { ...gone.world, connections },
    events: [...gone.events, { kind: 'connection-ended', connection: connection.id, client, server, by }],
  }
}

/** The other end hears of it one link later. */
export const tellEnd = <K extends Kinds>(world: World<K>, connection: Connection, to: NodeId, at: Millis): World<K> => {
  const peer = to === connection.client ? connection.server : connection.client
  const name = nameTimer(world.book, `end ${connection.client}>${connection.server}`)
  const pending: Pending<K> = { kind: 'link', change: 'ended', name, at, to, peer, rank: RANK.link, background: false, connection: connection.id }
  return { ...world, agenda: insert(world.agenda, pending) }
}

/**
 * Holds a message back: it lands `by` ms later, and nothing behind it in its direction lands before it. The network has
 * it: it lands even when its sender has closed the connection since.
 */
export const hold = <K extends Kinds>(world: World<K>, connection: Connection, target: Delivery<K>, by: Millis): { world: World<K>; events: CoreEvent<K>[] } => {
  const lands = target.at + by
  const ahead = world.agenda.slice(0, world.agenda.indexOf(target))
  const isBehind = (p: Pending<K>): p is Delivery<K> => isInTheAirOn(p, connection.id) && p.message.from === target.message.from && !ahead.includes(p)
  const moved = world.agenda.filter(isBehind).map((p): Delivery<K> => ({ ...p, at: Math.max(p.at, lands), held: p === target || p.held }))
  const rest = world.agenda.filter((p) => !isBehind(p))
  const direction = directionFrom(connection, target.message.from)
  const floored = { ...connection, floor: { ...connection.floor, [direction]: Math.max(connection.floor[direction], lands) } }
  return {
    world: { ...world, agenda: moved.reduce<readonly Pending<K>[]>(insert, rest), connections: { ...world.connections, [connection.id]: floored } },
    events: [{ kind: 'message-late', message: target.name, lands, by }],
  }
}

/**
 * The network makes a copy of a message that is about to land: the copy lands at `at`, on its own, whatever becomes of the
 * connection. It is named as its sender would name a next one, so that its answer has a name of its own.
 */
export const copyLater = <K extends Kinds>(world: World<K>, target: Delivery<K>, naming: Naming, at: Millis): { world: World<K>; events: CoreEvent<K>[] } => {
  const { name, book } = nameMessage(world.book, naming, target.message.from, target.message.to)
  const copy: Delivery<K> = { ...target, name, at, held: true, message: { ...target.message, name } }
  return { world: { ...world, book, agenda: insert(world.agenda, copy) }, events: [{ kind: 'message-sent', message: copy.message, lands: at, copyOf: target.name }] }
}
