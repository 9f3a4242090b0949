import type { BrokerEpoch, BrokerNumber, LeaderEpoch, TopicPartition } from './names.ts'
import type { Self } from './node.ts'

/** What the controller keeps of a partition. */
export interface Registration {
  readonly partition: TopicPartition
  /** In assignment order. */
  readonly replicas: readonly BrokerNumber[]
  readonly isr: readonly BrokerNumber[]
  /** Eligible leader replicas: members that left while the ISR was below `min.insync.replicas` (ELR-02). */
  readonly elr: readonly BrokerNumber[]
  /** The last known leader, once ISR and ELR are empty (ELR-03). */
  readonly lastKnownElr: readonly BrokerNumber[]
  /** null: the partition is offline (LEAD-02). */
  readonly leader: BrokerNumber | null
  readonly leaderEpoch: LeaderEpoch
  readonly partitionEpoch: number
  /** After an unclean election (LEAD-03). */
  readonly recovering: boolean
}

export interface BrokerRegistration {
  /** Of the process that is registered. */
  readonly epoch: BrokerEpoch
  readonly fenced: boolean
  readonly shuttingDown: boolean
  /** The epoch of a process that is back, and refused while the old session lives (KR-04). */
  readonly waits: BrokerEpoch | null
}

export type Controller = Self<
  'controller',
  {
    readonly brokers: Readonly<Record<BrokerNumber, BrokerRegistration>>
    readonly partitions: Readonly<Record<TopicPartition, Registration>>
  },
  null
>

export const CONTROLLER = 'controller-1'

/** What brokers are told of a partition. */
export interface PartitionState {
  readonly partition: TopicPartition
  readonly replicas: readonly BrokerNumber[]
  readonly isr: readonly BrokerNumber[]
  readonly leader: BrokerNumber | null
  readonly leaderEpoch: LeaderEpoch
  readonly partitionEpoch: number
}

/** Brokers that may join an ISR, neither fenced nor shutting down, with their broker epoch. */
export type Eligible = Readonly<Record<BrokerNumber, BrokerEpoch>>

export interface ClusterState {
  readonly partitions: readonly PartitionState[]
  readonly eligible: Eligible
}
