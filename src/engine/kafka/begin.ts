import { openConnection } from '../core/connections.ts'
import { insert } from '../core/agenda.ts'
import { RANK, type Connection, type ConnectionId, type NodeId, type PendingName } from '../core/world.ts'
import { newApplication } from './application/index.ts'
import { dueNext } from './application/schedule.ts'
import { followedFrom } from './broker/follower.ts'
import { LONG_AGO } from './broker/leader.ts'
import { emptyLog } from './broker/log.ts'
import { wantedFrom } from './consumer/fetching.ts'
import { strippedConsumer } from './consumer/start.ts'
import type { Message, Pending, World } from './model/kinds.ts'
import type { FetchPartition, PartitionMetadata } from './model/message.ts'
import { brokerNode, topicPartition, type BrokerNumber, type TopicPartition } from './model/names.ts'
import type { Broker, RemoteReplica, ParkedFetch } from './model/broker.ts'
import type { Consumer } from './model/consumer.ts'
import type { ClientLink } from './model/clientLink.ts'
import type { Node } from './model/node.ts'
import { CONTROLLER } from './model/controller.ts'
import type { Setup } from './model/setup.ts'
import { nameOf } from './naming.ts'
import { coldVolatile, warmProducer } from './producer/start.ts'
import { resolvedOf } from './resolved.ts'

/** The first id ever handed out in the Lab; the next one is 8 (model.md section 4). */
const FIRST_PRODUCER_ID = 7

/** Warm: clients connected, metadata known, producer ids handed out though no broker has seen one, ISR full, fetches parked (model.md section 4). */
export const begin = (setup: Setup): World => {
  const nodes = [controller(setup), ...applications(setup), ...producers(setup), ...brokers(setup), ...consumers(setup), ...outsides(setup)]
  const connections = warmConnections(setup)
  const world: World = {
    now: 0,
    nodes: Object.fromEntries(nodes.map((n) => [n.id, n])),
    connections: Object.fromEntries(connections.map((c) => [c.id, c])),
    agenda: [],
    paused: {},
    cuts: [],
    book: Object.fromEntries(connections.map((c) => [`${c.client}>${c.server}`, 1])),
  }
  return startApplications(setup, startLater(setup, parkFetches(setup, world)))
}

const brokerNumbers = (setup: Setup): readonly BrokerNumber[] => Array.from({ length: setup.cluster.brokers }, (_, i) => i + 1)
export const brokerIds = (setup: Setup): readonly NodeId[] => brokerNumbers(setup).map(brokerNode)

interface Placed {
  readonly partition: TopicPartition
  readonly replicas: readonly BrokerNumber[]
  readonly isr: readonly BrokerNumber[]
  readonly leader: BrokerNumber
}
const placed = (setup: Setup): readonly Placed[] =>
  Object.entries(setup.cluster.topics).flatMap(([topic, { replicas }]) =>
    replicas.map((of, p) => {
      const isr = setup.cluster.isrAtStart ? of.filter((b) => setup.cluster.isrAtStart?.includes(b)) : of
      return { partition: topicPartition(topic, p), replicas: of, isr, leader: isr[0] ?? of[0] ?? 1 }
    }),
  )

const metadata = (setup: Setup): Readonly<Record<TopicPartition, PartitionMetadata>> =>
  Object.fromEntries(placed(setup).map(({ partition, leader }) => [partition, { partition, leader, leaderEpoch: 0 }]))

/** `producer-1>broker-1 #1` and the like: the number of a connection counts those that stood. */
const firstConnection = (client: NodeId, server: NodeId): ConnectionId => `${client}>${server} #1`

const isFollowing = (setup: Setup, follower: BrokerNumber, leader: BrokerNumber): boolean =>
  placed(setup).some((p) => p.leader === leader && p.replicas.includes(follower) && follower !== leader)

const warmConnections = (setup: Setup): readonly Connection[] => {
  const open = (client: NodeId, server: NodeId): Connection => openConnection(firstConnection(client, server), client, server)
  const clients = Object.keys(setup.clients).flatMap((client) => brokerIds(setup).map((broker) => open(client, broker)))
  const followers = brokerIds(setup).flatMap((f) => brokerIds(setup).filter((l) => l !== f).map((l) => open(f, l)))
  const calls = readers(setup).flatMap(({ id, outside }) => (outside === null ? [] : [open(id, outside)]))
  return [...clients, ...followers, ...calls]
}

const linked = (client: NodeId, server: NodeId): ClientLink => ({ state: 'connected', connection: firstConnection(client, server), notBefore: 0, failures: 0 })
const linksTo = (client: NodeId, servers: readonly NodeId[]): Readonly<Record<NodeId, ClientLink>> => Object.fromEntries(servers.map((s) => [s, linked(client, s)]))

const applications = (setup: Setup): readonly Node[] =>
  [...new Set(Object.values(setup.clients).flatMap((c) => (c.kind === 'producer' ? [c.application] : [])))].map(newApplication)

const producers = (setup: Setup): readonly Node[] => {
  let nextId = FIRST_PRODUCER_ID
  return Object.entries(setup.clients).flatMap(([id, client]) => {
    if (client.kind !== 'producer') return []
    const isIdempotent = resolvedOf(setup).producers[id]?.['enable.idempotence'] ?? false
    return [warmProducer(id, isIdempotent ? nextId++ : null, linksTo(id, brokerIds(setup)), metadata(setup))]
  })
}

/** The first broker has a block that begins behind the ids of the warm start, the others blocks of their own (PID-02). */
const nextProducerId = (setup: Setup, broker: BrokerNumber): number =>
  broker === 1 ? FIRST_PRODUCER_ID + Math.max(1, Object.values(setup.clients).filter((c) => c.kind === 'producer').length) : (broker - 1) * 1000

const brokers = (setup: Setup): readonly Node[] => brokerNumbers(setup).map((n) => warmBroker(setup, n))

const warmBroker = (setup: Setup, n: BrokerNumber): Broker => {
  const mine = placed(setup).filter((p) => p.replicas.includes(n))
  const disk = { log: emptyLog, producers: {}, leaderEpochs: [{ epoch: 0, startOffset: 0 }], checkpoint: null }
  const others = brokerIds(setup).filter((l) => l !== brokerNode(n))
  const followed = brokerNumbers(setup).filter((l) => isFollowing(setup, n, l))
  const isInSync = mine.every((p) => p.isr.includes(n))
  return {
    kind: 'broker',
    id: brokerNode(n),
    up: true,
    listens: true,
    durable: { partitions: Object.fromEntries(mine.map((p) => [p.partition, disk])), nextProducerId: nextProducerId(setup, n), starts: 0, cleanlyStopped: false },
    volatile: {
      roles: Object.fromEntries(mine.map((p) => [p.partition, p.leader === n ? leaderOf(p) : { role: 'follower', leader: p.leader, leaderEpoch: 0, highWatermark: 0, fenced: false }])),
      queues: {},
      purgatory: [],
      parked: [],
      links: Object.fromEntries(others.map((l) => [l, firstConnection(brokerNode(n), l)])),
      fetching: isInSync ? Object.fromEntries(followed.map((l) => [brokerNode(l), 1])) : {},
      eligible: Object.fromEntries(brokerNumbers(setup).map((b) => [b, 0])),
      brokerEpoch: 0,
      refuse: {},
      metadata: metadata(setup),
      stopping: null,
      idle: !isInSync,
    },
  }
}

const leaderOf = ({ replicas, isr, leader }: Placed): Broker['volatile']['roles'][string] => ({
  role: 'leader',
  leaderEpoch: 0,
  epochStartOffset: 0,
  partitionEpoch: 0,
  replicas,
  isr,
  pendingIsr: null,
  highWatermark: 0,
  remotes: Object.fromEntries(replicas.filter((b) => b !== leader).map((b) => [b, remoteAtStart(isr.includes(b))])),
})

const remoteAtStart = (isInSync: boolean): RemoteReplica => ({
  logEndOffset: isInSync ? 0 : -1,
  caughtUpAt: isInSync ? 0 : LONG_AGO,
  fetchedAt: 0,
  leaderEndAtFetch: 0,
  brokerEpoch: isInSync ? 0 : null,
  toldHighWatermark: 0,
})

/** KR-01: every broker is registered and has a live session. */
const controller = (setup: Setup): Node => ({
  kind: 'controller',
  id: CONTROLLER,
  up: true,
  durable: {
    brokers: Object.fromEntries(brokerNumbers(setup).map((b) => [b, { epoch: 0, fenced: false, shuttingDown: false, waits: null }])),
    partitions: Object.fromEntries(
      placed(setup).map(({ partition, replicas, isr, leader }) => [partition, { partition, replicas, isr, elr: [], lastKnownElr: [], leader, leaderEpoch: 0, partitionEpoch: 0, recovering: false }]),
    ),
  },
  volatile: null,
})

/** Readers with the node their effects go to. */
export const readers = (setup: Setup): readonly { readonly id: NodeId; readonly outside: NodeId | null }[] =>
  Object.entries(setup.clients).flatMap(([id, c]) => (c.kind === 'consumer' ? [{ id, outside: c.effect === null ? null : `${c.effect}-1` }] : []))

const consumers = (setup: Setup): readonly Node[] =>
  readers(setup).map(
    ({ id, outside }): Consumer => ({
      kind: 'consumer',
      id,
      up: true,
      durable: null,
      volatile: {
        links: linksTo(id, [...brokerIds(setup), ...(outside === null ? [] : [outside])]),
        metadata: metadata(setup),
        positions: Object.fromEntries(placed(setup).map((p) => [p.partition, 0])),
        epochs: {},
        failed: [],
        buffered: [],
        handed: [],
        fetching: {},
      },
    }),
  )

const outsides = (setup: Setup): readonly Node[] =>
  [...new Set(readers(setup).flatMap((r) => r.outside ?? []))].map((id) => ({ kind: 'outside', id, up: true, durable: { effects: [] }, volatile: null }))

/** Every follower and reader has asked and been parked: followers in order of broker, then readers. */
const parkFetches = (setup: Setup, world: World): World => {
  const followers = brokerIds(setup).flatMap((from) => brokerIds(setup).map((to) => ({ from, to, replica: true })))
  const read = readers(setup).filter(({ id }) => isThere(setup, id)).flatMap(({ id }) => brokerIds(setup).map((to) => ({ from: id, to, replica: false })))
  return [...followers, ...read].reduce((so, { from, to, replica }) => parkOne(so, from, to, replica), world)
}

/** A client that starts later is not there yet: it begins as after a crash, but warm. */
const startLater = (setup: Setup, world: World): World =>
  Object.entries(setup.clients).reduce((so, [id, client]) => {
    const node = so.nodes[id]
    if (client.startsAt === undefined || (node?.kind !== 'consumer' && node?.kind !== 'producer')) return so
    const connections = Object.fromEntries(Object.entries(so.connections).filter(([, c]) => c.client !== id))
    const pending: Pending = { kind: 'timer', name: `start ${id}` as PendingName, at: client.startsAt, to: id, rank: RANK.timer, background: false, key: 'start', timer: { timer: 'start' } }
    return { ...so, connections, nodes: { ...so.nodes, [id]: node.kind === 'consumer' ? strippedConsumer(node) : { ...node, up: false, volatile: coldVolatile } }, agenda: insert(so.agenda, pending) }
  }, world)

const parkOne = (world: World, from: NodeId, to: NodeId, replica: boolean): World => {
  const [asker, broker] = [world.nodes[from], world.nodes[to]]
  if (broker?.kind !== 'broker') return world
  const partitions = asked(asker, to)
  if (partitions.length === 0) return world
  const body = { api: 'Fetch' as const, replica: replica ? Number(from.slice('broker-'.length)) : null, brokerEpoch: replica ? 0 : -1, partitions }
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
