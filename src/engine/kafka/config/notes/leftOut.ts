import { type ConfigOwner, ownersOfConfig } from '../setting.ts'
import type { LeftOutReason, SettingNote } from './note.ts'

type Reasons = Readonly<Record<string, LeftOutReason>>

const group: Reasons = {
  'session.timeout.ms': 'no-group-is-balanced',
  'heartbeat.interval.ms': 'no-group-is-balanced',
  'max.poll.interval.ms': 'no-group-is-balanced',
  'partition.assignment.strategy': 'no-group-is-balanced',
  'group.instance.id': 'no-group-is-balanced',
  'group.protocol': 'no-group-is-balanced',
  'group.remote.assignor': 'no-group-is-balanced',
}

/**
 * Keys that Kafka heeds and this model does not, with the reason. Every other key of the tables is read somewhere in the
 * engine: a test looks.
 */
export const leftOutKeys: Readonly<Record<ConfigOwner, Reasons>> = {
  producer: {
    'buffer.memory': 'never-runs-out',
    'max.block.ms': 'never-runs-out',
    'compression.type': 'no-say-in-delivery',
    'client.id': 'no-say-in-delivery',
    'partitioner.class': 'lab-picks-partitions',
    'partitioner.ignore.keys': 'lab-picks-partitions',
    'partitioner.adaptive.partitioning.enable': 'lab-picks-partitions',
    'partitioner.availability.timeout.ms': 'lab-picks-partitions',
    'metadata.max.age.ms': 'asked-after-errors-only',
    'transactional.id': 'no-transactions',
    'transaction.timeout.ms': 'no-transactions',
    'transaction.two.phase.commit.enable': 'no-transactions',
  },
  topic: {
    'flush.messages': 'page-cache-survives',
    'flush.ms': 'page-cache-survives',
    'retention.ms': 'nothing-is-deleted',
    'cleanup.policy': 'nothing-is-deleted',
  },
  broker: {
    'num.partitions': 'topic-is-there',
    'default.replication.factor': 'topic-is-there',
    'auto.create.topics.enable': 'topic-is-there',
    'log.flush.interval.messages': 'page-cache-survives',
    'replica.fetch.min.bytes': 'fetches-are-plain',
    'controlled.shutdown.enable': 'always-handed-over',
    'group.min.session.timeout.ms': 'no-group-is-balanced',
    'group.max.session.timeout.ms': 'no-group-is-balanced',
    'group.initial.rebalance.delay.ms': 'no-group-is-balanced',
    'group.consumer.session.timeout.ms': 'no-group-is-balanced',
    'group.consumer.heartbeat.interval.ms': 'no-group-is-balanced',
    'offsets.topic.num.partitions': 'offsets-always-stored',
    'offsets.retention.minutes': 'offsets-always-stored',
    'transactional.id.expiration.ms': 'no-transactions',
    'transaction.max.timeout.ms': 'no-transactions',
    'transaction.state.log.replication.factor': 'no-transactions',
    'transaction.state.log.min.isr': 'no-transactions',
    'transaction.state.log.num.partitions': 'no-transactions',
    'transaction.abort.timed.out.transaction.cleanup.interval.ms': 'no-transactions',
    'transaction.partition.verification.enable': 'no-transactions',
    'transaction.two.phase.commit.enable': 'no-transactions',
  },
  consumer: {
    ...group,
    'client.id': 'no-say-in-delivery',
    'metadata.max.age.ms': 'asked-after-errors-only',
    'max.partition.fetch.bytes': 'fetches-are-plain',
    'fetch.min.bytes': 'fetches-are-plain',
    'fetch.max.bytes': 'fetches-are-plain',
    'fetch.max.wait.ms': 'fetches-are-plain',
    'retry.backoff.max.ms': 'not-in-this-model',
    'allow.auto.create.topics': 'topic-is-there',
  },
}

export const notesOnLeftOut = (): readonly SettingNote[] =>
  ownersOfConfig.flatMap((owner) =>
    Object.entries(leftOutKeys[owner]).map(([key, why]) => ({ note: 'left-out', owner, key, why }) as const),
  )
