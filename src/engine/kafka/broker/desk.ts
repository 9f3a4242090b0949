import { invariant } from '../../core/invariant.ts'
import type { BrokerConfig, TopicConfig } from '../config/index.ts'
import type { KafkaEvent } from '../model/event.ts'
import type { Command, Env } from '../model/kinds.ts'
import { isInternal, topicOf, type TopicPartition } from '../model/names.ts'
import type { Broker, FollowerRole, LeaderRole, PartitionOnDisk } from '../model/broker.ts'

export interface BrokerEnv extends Env<BrokerConfig> {
  readonly topics: Readonly<Record<string, TopicConfig>>
  /** Of topics of the cluster's own. */
  readonly internal?: TopicConfig
}

/** What lies on a broker's desk while one input is handled: its state so far and the commands gathered. */
export interface Desk {
  readonly id: string
  readonly env: BrokerEnv
  durable: Broker['durable']
  state: Broker['volatile']
  readonly commands: Command[]
}

export const openDesk = (self: Broker, env: BrokerEnv): Desk => ({ id: self.id, env, durable: self.durable, state: self.volatile, commands: [] })

export const update = (desk: Desk, change: Partial<Broker['volatile']>): void => {
  desk.state = { ...desk.state, ...change }
}

/** What happens to a partition of the cluster's own is nobody's story: only its traffic is there to see (model.md section 7). */
export const note = (desk: Desk, event: KafkaEvent): void => {
  if (!('partition' in event && isInternal(event.partition))) desk.commands.push({ do: 'note', event })
}

export const diskOf = (desk: Desk, partition: TopicPartition): PartitionOnDisk => {
  const disk = desk.durable.partitions[partition]
  invariant(disk, `${desk.id} has a replica of ${partition}`)
  return disk
}

export const putDisk = (desk: Desk, partition: TopicPartition, disk: PartitionOnDisk): void => {
  desk.durable = { ...desk.durable, partitions: { ...desk.durable.partitions, [partition]: disk } }
}

export const leaderRole = (desk: Desk, partition: TopicPartition): LeaderRole | null => {
  const role = desk.state.roles[partition]
  return role?.role === 'leader' ? role : null
}

export const putRole = (desk: Desk, partition: TopicPartition, role: LeaderRole | FollowerRole): void =>
  update(desk, { roles: { ...desk.state.roles, [partition]: role } })

export const topicConfig = (desk: Desk, partition: TopicPartition): TopicConfig => {
  const config = isInternal(partition) ? desk.env.internal : desk.env.topics[topicOf(partition)]
  invariant(config, `${partition} belongs to a topic of the setup`)
  return config
}

/** HW-R05: min(setting, replication factor). */
export const effectiveMinIsr = (desk: Desk, partition: TopicPartition, role: Pick<LeaderRole, 'replicas'>): number =>
  Math.min(topicConfig(desk, partition)['min.insync.replicas'], role.replicas.length)
