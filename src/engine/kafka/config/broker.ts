import { parseTable } from './parse.ts'
import type { Refusal, Resolved } from './problem.ts'
import { resolveWith, type Settled } from './resolve.ts'
import type { ConfigOf, Explicit, Table } from './setting.ts'
import { waysOutOfValue } from './waysOut.ts'

// 2^63 - 1, as near as a double comes to it.
const MAX_LONG = 2 ** 63

/** The brokers of a cluster, all alike (rule book, section 0; clients.md 1.4). */
export const brokerTable = {
  'num.partitions': { type: 'int', default: 1, min: 1, area: 'replication' },
  'message.max.bytes': { type: 'int', default: 1048588, min: 0, area: 'batching' },
  'auto.create.topics.enable': { type: 'boolean', default: true, area: 'replication' },
  'log.flush.interval.messages': { type: 'long', default: MAX_LONG, min: 1, area: 'retention' },
  'min.insync.replicas': { type: 'int', default: 1, min: 1, area: 'replication' },
  'default.replication.factor': { type: 'int', default: 1, area: 'replication' },
  'unclean.leader.election.enable': { type: 'boolean', default: false, area: 'replication' },
  'replica.lag.time.max.ms': { type: 'long', default: 30000, area: 'replication' },
  'replica.fetch.wait.max.ms': { type: 'int', default: 500, area: 'replication' },
  'replica.fetch.min.bytes': { type: 'int', default: 1, area: 'replication' },
  'replica.fetch.backoff.ms': { type: 'int', default: 1000, min: 0, area: 'replication' },
  'replica.high.watermark.checkpoint.interval.ms': { type: 'long', default: 5000, area: 'replication' },
  'controlled.shutdown.enable': { type: 'boolean', default: true, area: 'replication' },
  'broker.session.timeout.ms': { type: 'int', default: 9000, area: 'replication' },
  'broker.heartbeat.interval.ms': { type: 'int', default: 2000, area: 'replication' },
  'producer.id.expiration.ms': { type: 'int', default: 86400000, min: 1, area: 'identity' },
  'producer.id.expiration.check.interval.ms': { type: 'int', default: 600000, min: 1, area: 'identity' },
  'group.min.session.timeout.ms': { type: 'int', default: 6000, area: 'group' },
  'group.max.session.timeout.ms': { type: 'int', default: 1800000, area: 'group' },
  'group.initial.rebalance.delay.ms': { type: 'int', default: 3000, area: 'group' },
  'group.consumer.session.timeout.ms': { type: 'int', default: 45000, min: 1, area: 'group' },
  'group.consumer.heartbeat.interval.ms': { type: 'int', default: 5000, min: 1, area: 'group' },
  'offsets.topic.replication.factor': { type: 'short', default: 3, min: 1, area: 'offsets' },
  'offsets.topic.num.partitions': { type: 'int', default: 50, min: 1, area: 'offsets' },
  'offsets.retention.minutes': { type: 'int', default: 10080, min: 1, area: 'offsets' },
  'offsets.commit.timeout.ms': { type: 'int', default: 5000, min: 1, area: 'offsets' },
  'transactional.id.expiration.ms': { type: 'int', default: 604800000, min: 1, area: 'transactions' },
  'transaction.max.timeout.ms': { type: 'int', default: 900000, min: 1, area: 'transactions' },
  'transaction.state.log.replication.factor': { type: 'short', default: 3, min: 1, area: 'transactions' },
  'transaction.state.log.min.isr': { type: 'int', default: 2, min: 1, area: 'transactions' },
  'transaction.state.log.num.partitions': { type: 'int', default: 50, min: 1, area: 'transactions' },
  'transaction.abort.timed.out.transaction.cleanup.interval.ms': {
    type: 'int',
    default: 10000,
    min: 1,
    area: 'transactions',
  },
  'transaction.partition.verification.enable': { type: 'boolean', default: true, area: 'transactions' },
  'transaction.two.phase.commit.enable': { type: 'boolean', default: false, area: 'transactions' },
  // Not a line of server.properties but a feature of the cluster; here, because it changes elections as a setting does.
  'eligible.leader.replicas.version': { type: 'short', default: 1, min: 0, max: 1, area: 'replication' },
} as const satisfies Table

export type BrokerConfig = ConfigOf<typeof brokerTable>

const settle = (explicit: Explicit): Settled<BrokerConfig> => {
  const values = parseTable(brokerTable, explicit)
  if (!values.ok) return values
  return {
    ok: true,
    // The table says what each key parses to; TypeScript cannot follow that through a loop over keys.
    config: values.value as BrokerConfig,
    quiet: Object.keys(explicit)
      .filter((key) => !Object.hasOwn(brokerTable, key))
      .map((key) => ({ change: 'not-in-the-model', key, from: explicit[key] ?? '', to: null, because: [], log: null })),
  }
}

/**
 * The settings of the brokers. Left out: the comparisons of one broker setting with another, and some hundred keys that
 * Kafka knows and the table does not; a note says that the run does not heed them.
 */
export const resolveBrokerConfig = (explicit: Explicit): Resolved<BrokerConfig> =>
  resolveWith(explicit, settle, (refusal: Refusal, tried) => waysOutOfValue(brokerTable, refusal, tried))
