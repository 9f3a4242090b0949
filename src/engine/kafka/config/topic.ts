import { type BrokerConfig, resolveBrokerConfig } from './broker.ts'
import { parseTable } from './parse.ts'
import type { Refusal, Resolved, WayOut } from './problem.ts'
import { duplicatesDropped } from './quiet.ts'
import { refused, resolveWith, type Settled } from './resolve.ts'
import { type ConfigOf, type Explicit, isSetByHand, type Table } from './setting.ts'
import { waysOutOfValue } from './waysOut.ts'

// 2^63 - 1, as near as a double comes to it.
const MAX_LONG = 2 ** 63

/** Settings of one topic (clients.md 1.3). A topic that does not set a key has its broker's value. */
export const topicTable = {
  'flush.messages': { type: 'long', default: MAX_LONG, min: 1, area: 'retention' },
  'flush.ms': { type: 'long', default: MAX_LONG, min: 0, area: 'retention' },
  'retention.ms': { type: 'long', default: 604800000, min: -1, area: 'retention' },
  'max.message.bytes': { type: 'int', default: 1048588, min: 0, area: 'batching' },
  'cleanup.policy': { type: 'list', default: ['delete'], choices: ['compact', 'delete'], area: 'retention' },
  'unclean.leader.election.enable': { type: 'boolean', default: false, area: 'replication' },
  'min.insync.replicas': { type: 'int', default: 1, min: 1, area: 'replication' },
} as const satisfies Table

export type TopicConfig = ConfigOf<typeof topicTable>

/** Topic keys of Kafka that the model has no use for; any other key is refused, not ignored. */
const LEFT_OUT: readonly string[] = [
  'compression.type',
  'compression.gzip.level',
  'compression.lz4.level',
  'compression.zstd.level',
  'delete.retention.ms',
  'file.delete.delay.ms',
  'follower.replication.throttled.replicas',
  'index.interval.bytes',
  'leader.replication.throttled.replicas',
  'local.retention.bytes',
  'local.retention.ms',
  'max.compaction.lag.ms',
  'message.timestamp.after.max.ms',
  'message.timestamp.before.max.ms',
  'message.timestamp.type',
  'min.cleanable.dirty.ratio',
  'min.compaction.lag.ms',
  'preallocate',
  'remote.log.copy.disable',
  'remote.log.delete.on.disable',
  'remote.storage.enable',
  'retention.bytes',
  'segment.bytes',
  'segment.index.bytes',
  'segment.jitter.ms',
  'segment.ms',
]

const unknown = (explicit: Explicit): Refusal | null => {
  const key = Object.keys(explicit).find((name) => !Object.hasOwn(topicTable, name) && !LEFT_OUT.includes(name))
  if (key === undefined) return null
  return {
    exception: 'InvalidConfigurationException',
    text: `Unknown topic config name: ${key}`,
    cause: 'unknown-topic-setting',
    keys: [key],
  }
}

/** What a topic has from its broker where it sets nothing itself. */
const inherited = (explicit: Explicit, broker: BrokerConfig): Partial<TopicConfig> => ({
  ...(isSetByHand(explicit, 'min.insync.replicas') ? {} : { 'min.insync.replicas': broker['min.insync.replicas'] }),
  ...(isSetByHand(explicit, 'unclean.leader.election.enable')
    ? {}
    : { 'unclean.leader.election.enable': broker['unclean.leader.election.enable'] }),
  ...(isSetByHand(explicit, 'max.message.bytes') ? {} : { 'max.message.bytes': broker['message.max.bytes'] }),
})

const settle = (explicit: Explicit, broker: BrokerConfig | null): Settled<TopicConfig> => {
  const stranger = unknown(explicit)
  if (stranger !== null) return refused(stranger)
  const values = parseTable(topicTable, explicit)
  if (!values.ok) return refused({ ...values.refusal, exception: 'InvalidConfigurationException' })
  // The table says what each key parses to; TypeScript cannot follow that through a loop over keys.
  const config = values.value as TopicConfig
  return {
    ok: true,
    config: { ...config, ...(broker === null ? {} : inherited(explicit, broker)) },
    quiet: duplicatesDropped(topicTable, explicit),
  }
}

const waysOut = (refusal: Refusal, explicit: Explicit): readonly WayOut[] =>
  waysOutOfValue(topicTable, refusal, explicit)

/**
 * The settings of a topic. Here an unknown key is refused (`Unknown topic config name: acks`), where clients ignore it.
 * `broker`: the settings of the cluster, whose values a topic inherits; Kafka's defaults, when left out.
 * In effect `min.insync.replicas` is never more than the replication factor (HW-R05); the value here is the written one.
 */
export const resolveTopicConfig = (explicit: Explicit, broker?: Explicit): Resolved<TopicConfig> => {
  const cluster = broker === undefined ? null : resolveBrokerConfig(broker)
  const config = cluster?.outcome === 'ok' ? cluster.effective : null
  return resolveWith(explicit, (tried) => settle(tried, config), waysOut)
}
