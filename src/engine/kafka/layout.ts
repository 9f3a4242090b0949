import type { ConnectionId, NodeId } from '../core/world.ts'
import type { PartitionMetadata } from './model/message.ts'
import { type BrokerNumber, brokerNode, type TopicPartition, topicPartition } from './model/names.ts'
import type { Setup } from './model/setup.ts'

export const brokerNumbers = (setup: Setup): readonly BrokerNumber[] => Array.from({ length: setup.cluster.brokers }, (_, i) => i + 1)
export const brokerIds = (setup: Setup): readonly NodeId[] => brokerNumbers(setup).map(brokerNode)

/** Where a partition lies at the start. */
export interface Placed {
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

export const warmMetadata = (setup: Setup): Readonly<Record<TopicPartition, PartitionMetadata>> =>
  Object.fromEntries(placed(setup).map(({ partition, leader }) => [partition, { partition, leader, leaderEpoch: 0 }]))

/** `producer-1>broker-1 #1` and the like: the number of a connection counts those that stood. */
export const firstConnection = (client: NodeId, server: NodeId): ConnectionId => `${client}>${server} #1`

export const isFollowing = (setup: Setup, follower: BrokerNumber, leader: BrokerNumber): boolean =>
  placed(setup).some((p) => p.leader === leader && p.replicas.includes(follower) && follower !== leader)

/** Readers with the node their effects go to. */
export const readers = (setup: Setup): readonly { readonly id: NodeId; readonly outside: NodeId | null }[] =>
  Object.entries(setup.clients).flatMap(([id, c]) => (c.kind === 'consumer' ? [{ id, outside: c.effect === null ? null : `${c.effect}-1` }] : []))
