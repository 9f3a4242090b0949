import { insert } from '../core/agenda.ts'
import { openConnection } from '../core/connections.ts'
import { type Connection, type NodeId, type PendingName, RANK } from '../core/world.ts'
import { dueNext } from './application/schedule.ts'
import { followedFrom } from './broker/follower.ts'
import { askingFor, wantedFrom } from './consumer/fetching.ts'
import { notThereYet } from './consumer/start.ts'
import { brokerIds, coordinated, coordinatorConnection, firstConnection, readers } from './layout.ts'
import type { ParkedFetch } from './model/broker.ts'
import type { Message, Pending, World } from './model/kinds.ts'
import type { FetchPartition } from './model/message.ts'
import { brokerNumber } from './model/names.ts'
import type { Node } from './model/node.ts'
import { resolvedOf } from './model/resolved.ts'
import type { Setup } from './model/setup.ts'
import { nameOf } from './model/naming.ts'
import { coldVolatile } from './producer/start.ts'
import { warmNodes } from './warmNodes.ts'

/** Warm: clients connected, metadata known, producer ids handed out though no broker has seen one, ISR full, fetches parked (model.md section 4). */
export const begin = (setup: Setup): World => {
  const nodes = warmNodes(setup)
  const connections = warmConnections(setup)
  const world: World = {
    now: 0,
    nodes: Object.fromEntries(nodes.map((n) => [n.id, n])),
    connections: Object.fromEntries(connections.map((c) => [c.id, c])),
    agenda: [],
    paused: {},
    cuts: [],
    // How many stood of each: the next one is counted on.
    book: Object.fromEntries(connections.map((c) => [`${c.client}>${c.server}`, connections.filter((o) => o.client === c.client && o.server === c.server).length])),
  }
  return startApplications(setup, startLater(setup, parkFetches(setup, world)))
}

const warmConnections = (setup: Setup): readonly Connection[] => {
  const open = (client: NodeId, server: NodeId): Connection => openConnection(firstConnection(client, server), client, server)
  const clients = Object.keys(setup.clients).flatMap((client) => brokerIds(setup).map((broker) => open(client, broker)))
  const followers = brokerIds(setup).flatMap((f) => brokerIds(setup).filter((l) => l !== f).map((l) => open(f, l)))
  const calls = readers(setup).flatMap(({ id, outside }) => (outside === null ? [] : [open(id, outside)]))
  const commits = coordinated(setup).map(({ reader, coordinator }) => openConnection(coordinatorConnection(reader, coordinator), reader, coordinator))
  return [...clients, ...followers, ...calls, ...commits]
}

/** Every follower and reader has asked and been parked: followers in order of broker, then readers. */
const parkFetches = (setup: Setup, world: World): World => {
  const followers = brokerIds(setup).flatMap((from) => brokerIds(setup).map((to) => ({ from, to })))
  const read = readers(setup).filter(({ id }) => isThere(setup, id)).flatMap(({ id }) => brokerIds(setup).map((to) => ({ from: id, to })))
  return [...followers, ...read].reduce((so, { from, to }) => parkOne(setup, so, from, to), world)
}

/** A client that starts later is not there yet: it begins as after a crash, but warm. */
const startLater = (setup: Setup, world: World): World =>
  Object.entries(setup.clients).reduce((so, [id, client]) => {
    const node = so.nodes[id]
    if (client.startsAt === undefined || (node?.kind !== 'consumer' && node?.kind !== 'producer')) return so
    const connections = Object.fromEntries(Object.entries(so.connections).filter(([, c]) => c.client !== id))
    const pending: Pending = { kind: 'timer', name: `start ${id}` as PendingName, at: client.startsAt, to: id, rank: RANK.timer, background: false, key: 'start', timer: { timer: 'start' } }
    return { ...so, connections, nodes: { ...so.nodes, [id]: node.kind === 'consumer' ? notThereYet(node) : { ...node, up: false, volatile: coldVolatile } }, agenda: insert(so.agenda, pending) }
  }, world)

const parkOne = (setup: Setup, world: World, from: NodeId, to: NodeId): World => {
  const [asker, broker] = [world.nodes[from], world.nodes[to]]
  if (broker?.kind !== 'broker') return world
  const partitions = asked(asker, to)
  if (partitions.length === 0) return world
  const config = resolvedOf(setup).consumers[from]
  const body = config ? askingFor(partitions, config) : { api: 'Fetch' as const, replica: brokerNumber(from), brokerEpoch: 0, partitions }
  const base = `${nameOf({ body, about: [] }).base} ${from}>${to}`
  const request: Message = { name: base as PendingName, about: [], from, to, connection: firstConnection(from, to), sentAt: 0, body }
  const fetch: ParkedFetch = { request, replica: body.replica, brokerEpoch: body.brokerEpoch, partitions, arrivedAt: 0 }
  const volatile = { ...broker.volatile, parked: [...broker.volatile.parked, fetch], queues: { ...broker.volatile.queues, [firstConnection(from, to)]: { closed: false, serving: request, waiting: [] } } }
  const waiting = asker?.kind === 'consumer' ? { [from]: { ...asker, volatile: { ...asker.volatile, fetching: { ...asker.volatile.fetching, [to]: 0 } } } } : {}
  return { ...world, book: { ...world.book, [base]: 1 }, nodes: { ...world.nodes, [to]: { ...broker, volatile }, ...waiting } }
}

const isThere = (setup: Setup, id: NodeId): boolean => {
  const client = setup.clients[id]
  return client?.kind !== 'consumer' || client.startsAt === undefined
}

const asked = (asker: Node | undefined, to: NodeId): readonly FetchPartition[] => {
  if (asker?.kind === 'consumer') return wantedFrom(asker.volatile, to)
  return asker?.kind === 'broker' && !asker.volatile.idle ? followedFrom({ state: asker.volatile, durable: asker.durable }, to) : []
}

/** Applications begin to plan as soon as the run does. */
const startApplications = (setup: Setup, world: World): World =>
  Object.entries(setup.clients).reduce((so, [producer, client]) => {
    if (client.kind !== 'producer') return so
    const due = dueNext(setup.workload, producer, setup.cluster.topics[setup.workload.topic]?.replicas.length ?? 1, 0, 0)
    if (due === null) return so
    const { application: to } = client
    const pending: Pending = { kind: 'timer', name: `hand-over ${to}` as PendingName, at: due.at, to, rank: RANK.firstTimer, background: false, key: 'hand-over', timer: { timer: 'hand-over' } }
    return { ...so, agenda: insert(so.agenda, pending) }
  }, world)
