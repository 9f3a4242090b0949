import type { ConnectionId, NodeId } from '../core/world.ts'
import { LONG_AGO } from './broker/leader.ts'
import { emptyLog } from './broker/log.ts'
import type { Broker, RemoteReplica } from './model/broker.ts'
import { CONTROLLER } from './model/controller.ts'
import type { PartitionMetadata } from './model/message.ts'
import { brokerNode, topicPartition, type BrokerNumber, type TopicPartition } from './model/names.ts'
import type { Node } from './model/node.ts'
import type { Setup } from './model/setup.ts'

/** The first id ever handed out in the Lab; the next one is 8 (model.md section 4). */
export const FIRST_PRODUCER_ID = 7

const brokerNumbers = (setup: Setup): readonly BrokerNumber[] => Array.from({ length: setup.cluster.brokers }, (_, i) => i + 1)
export const brokerIds = (setup: Setup): readonly NodeId[] => brokerNumbers(setup).map(brokerNode)

interface Placed {
  readonly partition: TopicPartition
  readonly replicas: readonly BrokerNumber[]
  readonly isr: readonly BrokerNumber[]
  readonly leader: BrokerNumber
}
export const placed = (setup: Setup): readonly Placed[] =>
  Object.entries(setup.cluster.topics).flatMap(([topic, { replicas }]) =>
    replicas.map((of, p) => {
      const isr = setup.cluster.isrAtStart ? of.filter((b) => setup.cluster.isrAtStart?.includes(b)) : of
      return { partition: topicPartition(topic, p), replicas: of, isr, leader: isr[0] ?? of[0] ?? 1 }
    }),
  )

export const metadata = (setup: Setup): Readonly<Record<TopicPartition, PartitionMetadata>> =>
  Object.fromEntries(placed(setup).map(({ partition, leader }) => [partition, { partition, leader, leaderEpoch: 0 }]))

/** `producer-1>broker-1 #1` and the like: the number of a connection counts those that stood. */
export const firstConnection = (client: NodeId, server: NodeId): ConnectionId => `${client}>${server} #1`

const isFollowing = (setup: Setup, follower: BrokerNumber, leader: BrokerNumber): boolean =>
  placed(setup).some((p) => p.leader === leader && p.replicas.includes(follower) && follower !== leader)

/** The first broker has a block that begins behind the ids of the warm start, the others blocks of their own (PID-02). */
const nextProducerId = (setup: Setup, broker: BrokerNumber): number =>
  broker === 1 ? FIRST_PRODUCER_ID + Math.max(1, Object.values(setup.clients).filter((c) => c.kind === 'producer').length) : (broker - 1) * 1000

export const brokers = (setup: Setup): readonly Node[] => brokerNumbers(setup).map((n) => warmBroker(setup, n))

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
export const controller = (setup: Setup): Node => ({
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
