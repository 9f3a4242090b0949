import type { Producer } from '../model/producer.ts'
import type { NodeId } from '../../core/world.ts'
import type { PartitionMetadata } from '../model/message.ts'
import type { ClientLink } from '../model/clientLink.ts'
import { CONTROLLER, type ClusterState } from '../model/controller.ts'
import { update, type Desk, type ProducerEnv } from './desk.ts'

type Volatile = Producer['volatile']

const empty: Omit<Volatile, 'identity' | 'metadataWanted'> = {
  inbox: [],
  batches: {},
  queues: {},
  muted: [],
  inFlight: {},
  links: {},
  sequences: {},
  bumpFor: [],
  metadata: {},
  metadataAskedAt: -1_000_000,
}

/** PID-03: a restarted producer is a stranger. It knows no metadata, has no id, and numbers from 0. */
export const startProducer = (self: Producer, env: ProducerEnv): Producer => ({
  ...self,
  up: true,
  volatile: {
    ...empty,
    identity: env.config['enable.idempotence'] ? { state: 'uninitialized', notBefore: env.now } : { state: 'none' },
    metadataWanted: true,
  },
})

/** Warm (model.md section 4): connected, metadata known, id handed out, though no broker has seen it. */
export const warmProducer = (id: NodeId, producerId: number | null, links: Readonly<Record<NodeId, ClientLink>>, metadata: Readonly<Record<string, PartitionMetadata>>): Producer => ({
  kind: 'producer',
  id,
  up: true,
  durable: null,
  volatile: { ...empty, links, metadata, metadataWanted: false, identity: producerId === null ? { state: 'none' } : { state: 'ready', producerId, producerEpoch: 0 } },
})

export const coldVolatile: Volatile = { ...empty, identity: { state: 'none' }, metadataWanted: false }

/** Warm, but later than the others: it reaches the brokers and knows the metadata at once (model.md section 4). */
export const startWarm = (desk: Desk): void => {
  for (const broker of desk.env.brokers) desk.commands.push({ do: 'connect', to: broker, instantly: true })
  desk.commands.push({ do: 'call', to: CONTROLLER, call: { call: 'bootstrap' } })
}

export const learn = (desk: Desk, { partitions }: ClusterState): void => {
  const metadata = Object.fromEntries(partitions.map(({ partition, leader, leaderEpoch }): [string, PartitionMetadata] => [partition, { partition, leader, leaderEpoch }]))
  update(desk, { metadata, metadataWanted: false })
}
