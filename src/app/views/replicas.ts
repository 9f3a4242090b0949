import {
  type Broker,
  type BrokerNumber,
  brokerNumber,
  type LogBatch,
  type Offset,
  type PartitionView,
  type TopicPartition,
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
  /** Its process is gone: what is here lies on its disk. */
  readonly down: boolean
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
  brokersOf(world).reduce<Broker | null>((so, broker) => {
    const role = broker.volatile.roles[partition]
    if (!broker.up || role?.role !== 'leader') return so
    // One that has not heard yet that another leads leads under an older epoch.
    return role.leaderEpoch > (so?.volatile.roles[partition]?.leaderEpoch ?? -1) ? broker : so
  }, null)

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

/**
 * Per replica: the cells it has, and the high watermark it knows. Cells are solid by the leader's, as on the timeline;
 * with no leader, by the last one's, whose high watermark is told: its process may be gone.
 */
export const strips = (world: World, { partition, leader: last, logs }: PartitionView): Strips => {
  const leader = leaderOf(world, partition)
  const role = leader?.volatile.roles[partition]
  const highWatermark = logs.find((log) => log.node === last)?.highWatermark ?? 0
  const isr = role?.role === 'leader' ? role.isr : []
  const lastLeader = brokersOf(world).find((broker) => broker.id === last)
  const copies = new Set(lastLeader ? batchesOf(lastLeader, partition).map(copyKey) : [])
  return {
    partition,
    leader: leader ? brokerNumber(leader.id) : null,
    strips: brokersOf(world)
      .filter((broker) => broker.durable.partitions[partition] !== undefined)
      .map((broker) => ({
        broker: brokerNumber(broker.id),
        leads: broker.id === leader?.id,
        inSync: isr.includes(brokerNumber(broker.id)),
        down: !broker.up,
        cells: cellsOf(batchesOf(broker, partition), highWatermark, copies),
        highWatermark: broker.volatile.roles[partition]?.highWatermark ?? 0,
      })),
  }
}
