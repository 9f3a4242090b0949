/** What a person can change of a setup, each as a new setup. Nothing here knows a rule of Kafka. */
import type { BrokerNumber, ClientSetup, ExplicitConfig, NodeId, OnFailure, Setup, Workload } from '../engine/index.ts'
import { type ConfigOwner, explicitOf, type PlacedProblem, replicasOf, takeWayOut, type WayOut } from './doors.ts'

type ProducerSetup = Extract<ClientSetup, { kind: 'producer' }>
export type ConsumerSetup = Extract<ClientSetup, { kind: 'consumer' }>

export const producerNode = (setup: Setup): NodeId =>
  Object.keys(setup.clients).find((id) => setup.clients[id]?.kind === 'producer') ?? 'producer-1'

export const producerOf = (setup: Setup): ProducerSetup | null => {
  const client = setup.clients[producerNode(setup)]
  return client?.kind === 'producer' ? client : null
}

export const readerOf = (setup: Setup): { readonly id: NodeId; readonly client: ConsumerSetup } | null => {
  for (const [id, client] of Object.entries(setup.clients)) if (client.kind === 'consumer') return { id, client }
  return null
}

export const producerConfig = (setup: Setup): ExplicitConfig => producerOf(setup)?.config ?? {}
export const topicConfig = (setup: Setup): ExplicitConfig => setup.cluster.topics[setup.workload.topic]?.config ?? {}

const withProducer = (setup: Setup, change: (producer: ProducerSetup) => ProducerSetup): Setup => {
  const producer = producerOf(setup)
  if (producer === null) return setup
  return { ...setup, clients: { ...setup.clients, [producerNode(setup)]: change(producer) } }
}

export const withProducerConfig = (setup: Setup, config: ExplicitConfig): Setup =>
  withProducer(setup, (producer) => ({ ...producer, config }))

export const withOnFailure = (setup: Setup, onFailure: OnFailure): Setup =>
  withProducer(setup, (producer) => ({ ...producer, onFailure }))

export const withTopicConfig = (setup: Setup, config: ExplicitConfig): Setup => {
  const name = setup.workload.topic
  const topic = setup.cluster.topics[name]
  if (topic === undefined) return setup
  return { ...setup, cluster: { ...setup.cluster, topics: { ...setup.cluster.topics, [name]: { ...topic, config } } } }
}

const withReaderConfig = (setup: Setup, config: ExplicitConfig): Setup => {
  const reader = readerOf(setup)
  if (reader === null) return setup
  return { ...setup, clients: { ...setup.clients, [reader.id]: { ...reader.client, config } } }
}

/** The settings of one owner, all anew; a setup without the owner stays as it is. */
const withConfigOf = (setup: Setup, owner: ConfigOwner, config: ExplicitConfig): Setup => {
  switch (owner) {
    case 'producer':
      return withProducerConfig(setup, config)
    case 'topic':
      return withTopicConfig(setup, config)
    case 'broker':
      return { ...setup, cluster: { ...setup.cluster, config } }
    case 'consumer':
      return withReaderConfig(setup, config)
  }
}

/** One key of one owner: set by hand, or with null left to Kafka. */
export const withKeyOf = (setup: Setup, owner: ConfigOwner, key: string, value: string | null): Setup =>
  withConfigOf(setup, owner, withKey(explicitOf(setup)[owner], key, value))

/** A way out of a refusal or of a quiet change. */
export const withWay = (setup: Setup, owner: ConfigOwner, way: WayOut): Setup =>
  withConfigOf(setup, owner, takeWayOut(explicitOf(setup)[owner], way))

export const partitionCount = ({ cluster, workload }: Setup): number =>
  cluster.topics[workload.topic]?.replicas.length ?? 1

/** Their replicas are spread as the Lab spreads them. What a script hands over to a partition goes with that partition. */
export const withPartitions = (setup: Setup, count: number): Setup => {
  const { workload } = setup
  const name = workload.topic
  const topic = setup.cluster.topics[name]
  if (topic === undefined) return setup
  const replicas = replicasOf(count, setup.cluster.brokers)
  const script = workload.script?.filter((act) => act.topic !== name || act.partition < count)
  return {
    ...setup,
    cluster: { ...setup.cluster, topics: { ...setup.cluster.topics, [name]: { ...topic, replicas } } },
    workload: { ...workload, ...(script ? { script } : {}) },
  }
}

/** A key with a value, or with null: no longer set by hand. */
export const withKey = (config: ExplicitConfig, key: string, value: string | null): ExplicitConfig => {
  const { [key]: _old, ...rest } = config
  return value === null ? rest : { ...rest, [key]: value }
}

export const withWorkload = (setup: Setup, change: Partial<Workload>): Setup => ({
  ...setup,
  workload: { ...setup.workload, ...change },
})

export const inSyncAtStart = (setup: Setup): readonly BrokerNumber[] =>
  setup.cluster.isrAtStart ?? Array.from({ length: setup.cluster.brokers }, (_, index) => index + 1)

/** Leaders stay first, then the others by number. So few that a partition had nobody to lead it: all stays as it is. */
export const withInSyncAtStart = (setup: Setup, count: number): Setup => {
  const { isrAtStart: _old, ...cluster } = setup.cluster
  if (count >= setup.cluster.brokers) return { ...setup, cluster }
  const partitions = Object.values(cluster.topics).flatMap(({ replicas }) => replicas)
  const everybody = inSyncAtStart({ ...setup, cluster })
  const leaders = new Set(partitions.flatMap(([leader]) => leader ?? []))
  const isrAtStart = [...new Set([...leaders, ...everybody])].slice(0, count).toSorted((a, b) => a - b)
  const isLed = partitions.every((of) => of.some((broker) => isrAtStart.includes(broker)))
  return isLed ? { ...setup, cluster: { ...cluster, isrAtStart } } : setup
}

/** A way out that Kafka's settings offer, taken where the refusal stands. */
export const withWayOut = (setup: Setup, where: PlacedProblem['where'], way: WayOut): Setup => {
  if (where.place === 'broker')
    return { ...setup, cluster: { ...setup.cluster, config: takeWayOut(setup.cluster.config, way) } }
  if (where.place === 'topic') return withTopicConfig(setup, takeWayOut(topicConfig(setup), way))
  const client = setup.clients[where.node]
  if (client === undefined) return setup
  return {
    ...setup,
    clients: { ...setup.clients, [where.node]: { ...client, config: takeWayOut(client.config, way) } },
  }
}
