import {
  type Broker,
  type BrokerNumber,
  brokerNumber,
  type KafkaTrace,
  type LogBatch,
  type Offset,
  type Setup,
  type TopicPartition,
  topicPartition,
  type World,
} from '../../engine/index.ts'

export interface LogCell {
  readonly offset: Offset
  readonly record: string
  /** Below the high watermark, and the very copy the leader has. */
  readonly replicated: boolean
  /** Not the first copy of its record in this log. */
  readonly second: boolean
}

export interface ReplicaStrip {
  readonly broker: BrokerNumber
  readonly leads: boolean
  readonly inSync: boolean
  readonly cells: readonly LogCell[]
  /** What this replica knows. */
  readonly highWatermark: Offset
}

export interface Strips {
  readonly partition: TopicPartition
  /** Who leads it now; null: nobody. */
  readonly leader: BrokerNumber | null
  readonly strips: readonly ReplicaStrip[]
}

const batchesOf = (broker: Broker, partition: TopicPartition): readonly LogBatch[] =>
  broker.durable.partitions[partition]?.log.chunks.flat() ?? []

export const brokersOf = (world: World): readonly Broker[] =>
  Object.values(world.nodes).filter((node): node is Broker => node.kind === 'broker')

export const leaderOf = (world: World, partition: TopicPartition): Broker | null =>
  brokersOf(world).find((broker) => broker.volatile.roles[partition]?.role === 'leader') ?? null

const copyKey = (batch: LogBatch): string =>
  `${batch.baseOffset} ${batch.leaderEpoch} ${batch.records.map((sent) => `${sent.record}#${sent.send}`).join()}`

const cellsOf = (
  batches: readonly LogBatch[],
  highWatermark: Offset,
  leaders: ReadonlySet<string>,
): readonly LogCell[] => {
  const met = new Set<string>()
  return batches.flatMap((batch) =>
    batch.records.map((sent, index) => {
      const offset = batch.baseOffset + index
      const second = met.has(sent.record)
      met.add(sent.record)
      return { offset, record: sent.record, second, replicated: offset < highWatermark && leaders.has(copyKey(batch)) }
    }),
  )
}

export const partitionsOf = ({ cluster, workload: { topic } }: Setup): readonly TopicPartition[] =>
  (cluster.topics[topic]?.replicas ?? []).map((_replicas, p) => topicPartition(topic, p))

/** Per replica: the cells it has, and the high watermark it knows. Cells are solid by the leader's, as on the timeline. */
export const strips = (world: World, partition: TopicPartition): Strips => {
  const leader = leaderOf(world, partition)
  const role = leader?.volatile.roles[partition]
  const highWatermark = role?.highWatermark ?? 0
  const isr = role?.role === 'leader' ? role.isr : []
  const copies = new Set(leader ? batchesOf(leader, partition).map(copyKey) : [])
  return {
    partition,
    leader: leader ? brokerNumber(leader.id) : null,
    strips: brokersOf(world)
      .filter((broker) => broker.durable.partitions[partition] !== undefined)
      .map((broker) => ({
        broker: brokerNumber(broker.id),
        leads: broker.id === leader?.id,
        inSync: isr.includes(brokerNumber(broker.id)),
        cells: cellsOf(batchesOf(broker, partition), highWatermark, copies),
        highWatermark: broker.volatile.roles[partition]?.highWatermark ?? 0,
      })),
  }
}

export type WorldAt = (trace: KafkaTrace, step: number) => World
