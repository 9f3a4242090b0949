import type { NodeId } from '../core/world.ts'
import { newApplication } from './application/index.ts'
import { layDown } from './broker/checkAndAppend.ts'
import { LONG_AGO } from './broker/leader.ts'
import { emptyLog } from './broker/log.ts'
import { coldKeeping } from './consumer/keeping.ts'
import { brokerIds, brokerNumbers, coordinatorConnection, firstConnection, hosted, isFollowing, readers, warmMetadata, warmOffsets } from './layout.ts'
import type { Broker, PartitionOnDisk, RemoteReplica } from './model/broker.ts'
import type { ClientLink } from './model/clientLink.ts'
import type { Consumer, Keeping } from './model/consumer.ts'
import { CONTROLLER } from './model/controller.ts'
import { type BrokerNumber, brokerNode, type Offset, OFFSETS_PARTITION } from './model/names.ts'
import type { Node } from './model/node.ts'
import { type Placed, placed } from './model/placed.ts'
import { resolvedOf } from './model/resolved.ts'
import type { Setup } from './model/setup.ts'
import { warmProducer } from './producer/start.ts'

/** The first id ever handed out in the Lab; the next one is 8 (model.md section 4). */
const FIRST_PRODUCER_ID = 7

/** Every node of a setup as it stands at the warm start (model.md section 4). */
export const warmNodes = (setup: Setup): readonly Node[] => [controller(setup), ...applications(setup), ...producers(setup), ...brokers(setup), ...consumers(setup), ...outsides(setup)]

const linked = (client: NodeId, server: NodeId): ClientLink => ({ state: 'connected', connection: firstConnection(client, server), notBefore: 0, failures: 0 })
const linksTo = (client: NodeId, servers: readonly NodeId[]): Readonly<Record<NodeId, ClientLink>> => Object.fromEntries(servers.map((s) => [s, linked(client, s)]))

const applications = (setup: Setup): readonly Node[] =>
  [...new Set(Object.values(setup.clients).flatMap((c) => (c.kind === 'producer' ? [c.application] : [])))].map(newApplication)

const producers = (setup: Setup): readonly Node[] => {
  let nextId = FIRST_PRODUCER_ID
  return Object.entries(setup.clients).flatMap(([id, client]) => {
    if (client.kind !== 'producer') return []
    const isIdempotent = resolvedOf(setup).producers[id]?.['enable.idempotence'] ?? false
    return [warmProducer(id, isIdempotent ? nextId++ : null, linksTo(id, brokerIds(setup)), warmMetadata(setup))]
  })
}

/** The first broker has a block that begins behind the ids of the warm start, the others blocks of their own (PID-02). */
const nextProducerId = (setup: Setup, broker: BrokerNumber): number =>
  broker === 1 ? FIRST_PRODUCER_ID + Math.max(1, Object.values(setup.clients).filter((c) => c.kind === 'producer').length) : (broker - 1) * 1000

const brokers = (setup: Setup): readonly Node[] => brokerNumbers(setup).map((n) => warmBroker(setup, n))

const warmBroker = (setup: Setup, n: BrokerNumber): Broker => {
  const mine = hosted(setup).filter((p) => p.replicas.includes(n))
  const others = brokerIds(setup).filter((l) => l !== brokerNode(n))
  const followed = brokerNumbers(setup).filter((l) => isFollowing(setup, n, l))
  const isInSync = mine.every((p) => p.isr.includes(n))
  return {
    kind: 'broker',
    id: brokerNode(n),
    up: true,
    listens: true,
    durable: { partitions: Object.fromEntries(mine.map((p) => [p.partition, warmDisk(setup, p)])), nextProducerId: nextProducerId(setup, n), starts: 0, cleanlyStopped: false },
    volatile: {
      roles: Object.fromEntries(mine.map((p) => [p.partition, p.leader === n ? leaderOf(p, endOf(setup, p)) : { role: 'follower', leader: p.leader, leaderEpoch: 0, highWatermark: endOf(setup, p), fenced: false }])),
      queues: {},
      purgatory: [],
      waitingOffsets: [],
      parked: [],
      links: Object.fromEntries(others.map((l) => [l, firstConnection(brokerNode(n), l)])),
      fetching: isInSync ? Object.fromEntries(followed.map((l) => [brokerNode(l), 1])) : {},
      eligible: Object.fromEntries(brokerNumbers(setup).map((b) => [b, 0])),
      brokerEpoch: 0,
      refuse: {},
      metadata: warmMetadata(setup, hosted(setup)),
      stopping: null,
      idle: !isInSync,
    },
  }
}

/** Logs are empty, but for that of committed offsets. */
const warmDisk = (setup: Setup, placement: Placed): PartitionOnDisk => {
  const disk: PartitionOnDisk = { log: emptyLog, producers: {}, leaderEpochs: [{ epoch: 0, startOffset: 0 }], checkpoint: null }
  const end = endOf(setup, placement)
  if (end === 0) return disk
  return layDown(disk, { baseOffset: 0, lastOffset: end - 1, leaderEpoch: 0, records: [], stamp: null, timestamp: 0, commits: warmOffsets(setup) })
}

const endOf = (setup: Setup, { partition }: Placed): Offset => (partition === OFFSETS_PARTITION ? warmOffsets(setup).length : 0)

const leaderOf = ({ replicas, isr, leader }: Placed, end: Offset): Broker['volatile']['roles'][string] => ({
  role: 'leader',
  leaderEpoch: 0,
  epochStartOffset: 0,
  partitionEpoch: 0,
  replicas,
  isr,
  pendingIsr: null,
  highWatermark: end,
  remotes: Object.fromEntries(replicas.filter((b) => b !== leader).map((b) => [b, remoteAtStart(isr.includes(b), end)])),
})

const remoteAtStart = (isInSync: boolean, end: Offset): RemoteReplica => ({
  logEndOffset: isInSync ? end : -1,
  caughtUpAt: isInSync ? 0 : LONG_AGO,
  fetchedAt: 0,
  leaderEndAtFetch: end,
  brokerEpoch: isInSync ? 0 : null,
  toldHighWatermark: end,
})

/** KR-01: every broker is registered and has a live session. */
const controller = (setup: Setup): Node => ({
  kind: 'controller',
  id: CONTROLLER,
  up: true,
  durable: {
    brokers: Object.fromEntries(brokerNumbers(setup).map((b) => [b, { epoch: 0, fenced: false, shuttingDown: false, waits: null }])),
    partitions: Object.fromEntries(
      hosted(setup).map(({ partition, replicas, isr, leader }) => [partition, { partition, replicas, isr, elr: [], lastKnownElr: [], leader, leaderEpoch: 0, partitionEpoch: 0, recovering: false }]),
    ),
  },
  volatile: null,
})

const consumers = (setup: Setup): readonly Node[] =>
  readers(setup).map(
    ({ id, outside }): Consumer => ({
      kind: 'consumer',
      id,
      up: true,
      durable: null,
      volatile: {
        links: linksTo(id, [...brokerIds(setup), ...(outside === null ? [] : [outside])]),
        metadata: warmMetadata(setup),
        positions: Object.fromEntries(placed(setup).map((p) => [p.partition, 0])),
        epochs: {},
        failed: [],
        buffered: [],
        handed: [],
        call: null,
        fetching: {},
        seeking: {},
        keeping: warmKeeping(setup, id),
      },
    }),
  )

/** Its group is stable, its coordinator known and connected to, beside the connection for fetches. */
const warmKeeping = (setup: Setup, reader: NodeId): Keeping | null => {
  const config = resolvedOf(setup).consumers[reader]
  const coordinator = hosted(setup).find((p) => p.partition === OFFSETS_PARTITION)
  if (!config || config['group.id'] === null || !coordinator) return null
  const node = brokerNode(coordinator.leader)
  const link: ClientLink = { state: 'connected', connection: coordinatorConnection(reader, node), notBefore: 0, failures: 0 }
  return { ...coldKeeping, group: config['group.id'], coordinator: { node, known: true, asked: null, link }, fetched: 'done', autoCommitAt: config['auto.commit.interval.ms'] }
}

const outsides = (setup: Setup): readonly Node[] =>
  [...new Set(readers(setup).flatMap((r) => r.outside ?? []))].map((id) => ({ kind: 'outside', id, up: true, durable: { effects: [], remembered: {} }, volatile: { failing: {} } }))
