import { topicPartition, type BrokerNumber, type TopicPartition } from './names.ts'
import type { Setup } from './setup.ts'

/** Where a partition lies at the start. */
export interface Placed {
  readonly partition: TopicPartition
  readonly replicas: readonly BrokerNumber[]
  readonly isr: readonly BrokerNumber[]
  readonly leader: BrokerNumber
}

/** Every partition of the topics, in the order of the setup. The first replica that is in sync at the start leads. */
export const placed = ({ cluster: { topics, isrAtStart } }: Setup): readonly Placed[] =>
  Object.entries(topics).flatMap(([topic, { replicas }]) =>
    replicas.map((of, p) => {
      const isr = isrAtStart ? of.filter((b) => isrAtStart.includes(b)) : of
      return { partition: topicPartition(topic, p), replicas: of, isr, leader: isr[0] ?? of[0] ?? 1 }
    }),
  )

/** The partitions that the application writes to. */
export const partitionsOf = ({ cluster, workload: { topic } }: Setup): readonly TopicPartition[] =>
  (cluster.topics[topic]?.replicas ?? []).map((_, p) => topicPartition(topic, p))
