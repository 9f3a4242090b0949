import { insert } from './agenda.ts'
import { directionFrom } from './connections.ts'
import type { CoreEvent } from './event.ts'
import { nameTimer } from './naming.ts'
import { RANK, type Connection, type Cut, type Delivery, type Direction, type Kinds, type LinkPending, type NodeId, type Pending, type World } from './world.ts'

/** Whether what `from` sends to `to` meets a cut. */
export const crosses = (cut: Cut, from: NodeId, to: NodeId): boolean => {
  const isOut = from === cut.node && (cut.from === null || cut.from === to) && cut.way !== 'in'
  const isIn = to === cut.node && (cut.from === null || cut.from === from) && cut.way !== 'out'
  return isOut || isIn
}

export const isCut = <K extends Kinds>(world: World<K>, from: NodeId, to: NodeId): boolean => world.cuts.some((cut) => crosses(cut, from, to))

/** A connection needs both directions to be made, and a process that listens. */
export const canConnect = <K extends Kinds>(world: World<K>, client: NodeId, server: NodeId): boolean => {
  const node = world.nodes[server]
  return node !== undefined && node.up && node.listens !== false && !isCut(world, client, server) && !isCut(world, server, client)
}

/**
 * A cut begins. Connections across it stay, and nothing passes: what is in the air and what is sent into it lands when
 * the cut ends, as TCP sends it again. Datagrams are lost.
 */
export const beginCut = <K extends Kinds>(world: World<K>, cut: Cut): { world: World<K>; events: readonly CoreEvent<K>[] } => {
  const across = Object.values(world.connections).flatMap((c) => directionsAcross(cut, c).map((direction) => ({ c, direction })))
  const held = across.reduce((so, { c, direction }) => holdUntil(so, c.id, direction, cut.until), world)
  const heal: LinkPending = { kind: 'link', change: 'healed', name: nameTimer(world.book, `heal ${cut.node}`), at: cut.until, to: cut.node, peer: cut.from ?? cut.node, rank: RANK.followUp, background: false, connection: null }
  return { world: { ...held, cuts: [...held.cuts, cut], agenda: insert<K>(held.agenda, heal) }, events: [{ kind: 'cut-began', node: cut.node, from: cut.from, way: cut.way, until: cut.until }] }
}

export const directionsAcross = (cut: Cut, { client, server }: Connection): readonly Direction[] => [
  ...(crosses(cut, client, server) ? (['toServer'] as const) : []),
  ...(crosses(cut, server, client) ? (['toClient'] as const) : []),
]

const holdUntil = <K extends Kinds>(world: World<K>, id: string, direction: Direction, until: number): World<K> => {
  const connection = world.connections[id]
  if (!connection) return world
  const isHeld = (p: Pending<K>): p is Delivery<K> => p.kind === 'deliver' && p.message.connection === id && directionFrom(connection, p.message.from) === direction
  const moved = world.agenda.filter(isHeld).map((p) => ({ ...p, at: Math.max(p.at, until) }))
  const rest = world.agenda.filter((p) => !isHeld(p))
  const floored = { ...connection, floor: { ...connection.floor, [direction]: Math.max(connection.floor[direction], until) } }
  return { ...world, connections: { ...world.connections, [id]: floored }, agenda: moved.reduce<readonly Pending<K>[]>(insert, rest) }
}

export const endCut = <K extends Kinds>(world: World<K>, node: NodeId): World<K> => ({ ...world, cuts: world.cuts.filter((c) => c.node !== node || c.until > world.now) })
