import type { ConnectionId, NodeId } from '../core/world.ts'
import type { PartitionMetadata } from './model/message.ts'
import { type Placed, placed } from './model/placed.ts'
import { type BrokerNumber, brokerNode, OFFSETS_PARTITION, type TopicPartition } from './model/names.ts'
import type { StoredOffset } from './model/record.ts'
import { resolvedOf } from './model/resolved.ts'
import type { Setup } from './model/setup.ts'

export const brokerNumbers = (setup: Setup): readonly BrokerNumber[] => Array.from({ length: setup.cluster.brokers }, (_, i) => i + 1)
export const brokerIds = (setup: Setup): readonly NodeId[] => brokerNumbers(setup).map(brokerNode)

/** Whether some reader has a group, so that there is a coordinator and a log of committed offsets. */
const keepsOffsets = (setup: Setup): boolean => groupsOf(setup).length > 0

/** The groups of its readers, each once. */
const groupsOf = (setup: Setup): readonly string[] => [...new Set(Object.values(resolvedOf(setup).consumers).flatMap((c) => c['group.id'] ?? []))]

/** The group coordinator is a role of broker 3, or of the highest broker (model.md section 4). */
const offsetsLog = (setup: Setup): readonly Placed[] => {
  if (!keepsOffsets(setup)) return []
  const numbers = brokerNumbers(setup)
  const last = numbers.length
  const replicas = [last, ...numbers.filter((b) => b !== last)].slice(0, resolvedOf(setup).broker?.['offsets.topic.replication.factor'] ?? 3)
  const inSync = setup.cluster.isrAtStart ? replicas.filter((b) => setup.cluster.isrAtStart?.includes(b)) : replicas
  const isr = inSync.length > 0 ? inSync : replicas
  return [{ partition: OFFSETS_PARTITION, replicas, isr, leader: isr[0] ?? last }]
}

/** Every partition that brokers have: those of the topics, and the cluster's own. */
export const hosted = (setup: Setup): readonly Placed[] => [...placed(setup), ...offsetsLog(setup)]

/** Groups are stable with committed offset 0 (model.md section 4): one record per group and partition. */
export const warmOffsets = (setup: Setup): readonly StoredOffset[] => groupsOf(setup).flatMap((group) => placed(setup).map(({ partition }) => ({ group, partition, offset: 0 })))

/** What clients know; brokers know of every partition they have. */
export const warmMetadata = (setup: Setup, of: readonly Placed[] = placed(setup)): Readonly<Record<TopicPartition, PartitionMetadata>> =>
  Object.fromEntries(of.map(({ partition, leader }) => [partition, { partition, leader, leaderEpoch: 0 }]))

/** `producer-1>broker-1 #1` and the like: the number of a connection counts those that stood. */
export const firstConnection = (client: NodeId, server: NodeId): ConnectionId => `${client}>${server} #1`

/** A reader's own connection to its group's coordinator, behind the one it fetches over. */
export const coordinatorConnection = (reader: NodeId, coordinator: NodeId): ConnectionId => `${reader}>${coordinator} #2`

/** The broker that coordinates groups at the start; null: no reader has one. */
export const coordinatorAtStart = (setup: Setup): NodeId | null => {
  const [log] = offsetsLog(setup)
  return log ? brokerNode(log.leader) : null
}

/** The group of a reader; null: its offsets are not kept. */
export const groupOf = (setup: Setup, reader: NodeId): string | null => resolvedOf(setup).consumers[reader]?.['group.id'] ?? null

/** Readers with a group, each with the broker that keeps its offsets. */
export const coordinated = (setup: Setup): readonly { readonly reader: NodeId; readonly coordinator: NodeId }[] => {
  const coordinator = coordinatorAtStart(setup)
  return coordinator === null ? [] : readers(setup).flatMap(({ id }) => (groupOf(setup, id) === null ? [] : [{ reader: id, coordinator }]))
}

export const isFollowing = (setup: Setup, follower: BrokerNumber, leader: BrokerNumber): boolean =>
  hosted(setup).some((p) => p.leader === leader && p.replicas.includes(follower) && follower !== leader)

/** Readers with the node their effects go to. */
export const readers = (setup: Setup): readonly { readonly id: NodeId; readonly outside: NodeId | null }[] =>
  Object.entries(setup.clients).flatMap(([id, c]) => (c.kind === 'consumer' ? [{ id, outside: c.effect === null ? null : `${c.effect}-1` }] : []))
