import type { BrokerNumber } from './model/names.ts'
import type { ClientSetup, ExplicitConfig, OffsetCommit, OnFailure, Setup } from './model/setup.ts'
import type { Protection } from './model/protection.ts'
import type { EffectKind } from './model/message.ts'

/** What a run can be told apart by; everything else is as in model.md sections 3 to 6. */
export interface LabOptions {
  readonly producer?: ExplicitConfig
  readonly topic?: ExplicitConfig
  readonly records?: number
  readonly everyMs?: number
  readonly awaitEach?: boolean
  readonly onFailure?: OnFailure
  /** A reader with this effect per record; left out: no reader; null: a reader without effect. */
  readonly reader?: EffectKind | null
  /**
   * Its offsets are kept, in group `group-1`: committed by its code before or after it processes what a poll gave, or by Kafka's own
   * auto-commit. Left out: they are not kept.
   */
  readonly commit?: OffsetCommit | 'auto'
  readonly protection?: Protection
  /** More of the reader's settings. */
  readonly consumer?: ExplicitConfig
  readonly isrAtStart?: readonly BrokerNumber[]
  readonly partitions?: number
  readonly brokers?: number
}

/** Replicas of partition p start at broker (p mod n) + 1 and go round. */
export const replicasOf = (partitions: number, brokers: number): readonly (readonly BrokerNumber[])[] =>
  Array.from({ length: partitions }, (_, p) => Array.from({ length: brokers }, (_unused, i) => ((p + i) % brokers) + 1))

/**
 * The Lab's setup: three brokers, topic `orders` with replication factor 3 and `min.insync.replicas=2`, one record per
 * request (`batch.size=1`), five records, a shop that gives up on failure. Everything else is Kafka's default.
 */
export const labSetup = (options: LabOptions = {}): Setup => {
  const brokers = options.brokers ?? 3
  return {
    cluster: {
      brokers,
      topics: { orders: { replicas: replicasOf(options.partitions ?? 1, brokers), config: { 'min.insync.replicas': '2', ...options.topic } } },
      config: {},
      ...(options.isrAtStart ? { isrAtStart: options.isrAtStart } : {}),
    },
    clients: {
      'producer-1': { kind: 'producer', config: { 'batch.size': '1', ...options.producer }, application: 'application-1', onFailure: options.onFailure ?? 'give-up' },
      ...(options.reader === undefined ? {} : { 'consumer-1': labReader(options, options.reader) }),
    },
    workload: { records: options.records ?? 5, startMs: 4, everyMs: options.everyMs ?? 12, awaitEach: options.awaitEach ?? false, topic: 'orders', partitioner: 'round-robin', keys: 1, valueBytes: 10 },
    links: { clientBroker: 6, brokerBroker: 2, outside: 6, processing: 1 },
    seed: 1,
    jitter: false,
    horizon: 600_000,
  }
}

const labReader = ({ commit, protection, consumer }: LabOptions, effect: EffectKind | null): ClientSetup => {
  const kept: ExplicitConfig = commit === undefined ? {} : { 'group.id': 'group-1', ...(commit === 'auto' ? {} : { 'enable.auto.commit': 'false' }) }
  return {
    kind: 'consumer',
    config: { 'auto.offset.reset': 'earliest', ...kept, ...consumer },
    effect,
    ...(commit === undefined || commit === 'auto' ? {} : { commit }),
    ...(protection ? { protection } : {}),
  }
}
