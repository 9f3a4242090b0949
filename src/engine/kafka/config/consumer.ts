import type { ConfigOf, Table } from './setting.ts'

const RANGE = 'org.apache.kafka.clients.consumer.RangeAssignor'
const COOPERATIVE = 'org.apache.kafka.clients.consumer.CooperativeStickyAssignor'

/** The consumer of Kafka 4.3.1, in the order in which it parses (rule book, section 0; clients.md 1.2; CGR-07). */
export const consumerTable = {
  'group.id': { type: 'string', default: null, area: 'group' },
  'group.instance.id': { type: 'string', default: null, nonEmpty: true, area: 'group' },
  'session.timeout.ms': { type: 'int', default: 45000, area: 'group' },
  'heartbeat.interval.ms': { type: 'int', default: 3000, area: 'group' },
  'partition.assignment.strategy': { type: 'list', default: [RANGE, COOPERATIVE], area: 'group' },
  'metadata.max.age.ms': { type: 'long', default: 300000, min: 0, area: 'connection' },
  'enable.auto.commit': { type: 'boolean', default: true, area: 'offsets' },
  'auto.commit.interval.ms': { type: 'int', default: 5000, min: 0, area: 'offsets' },
  'client.id': { type: 'string', default: '', area: 'identity' },
  'max.partition.fetch.bytes': { type: 'int', default: 1048576, min: 0, area: 'reading' },
  'fetch.min.bytes': { type: 'int', default: 1, min: 0, area: 'reading' },
  'fetch.max.bytes': { type: 'int', default: 52428800, min: 0, area: 'reading' },
  'fetch.max.wait.ms': { type: 'int', default: 500, min: 0, area: 'reading' },
  'reconnect.backoff.ms': { type: 'long', default: 50, min: 0, area: 'connection' },
  'reconnect.backoff.max.ms': { type: 'long', default: 1000, min: 0, area: 'connection' },
  'retry.backoff.ms': { type: 'long', default: 100, min: 0, area: 'time-outs' },
  'retry.backoff.max.ms': { type: 'long', default: 1000, min: 0, area: 'time-outs' },
  'auto.offset.reset': { type: 'string', default: 'latest', check: 'auto-offset-reset', area: 'offsets' },
  'request.timeout.ms': { type: 'int', default: 30000, min: 0, area: 'time-outs' },
  'default.api.timeout.ms': { type: 'int', default: 60000, min: 0, area: 'time-outs' },
  'max.poll.records': { type: 'int', default: 500, min: 1, area: 'reading' },
  'max.poll.interval.ms': { type: 'int', default: 300000, min: 1, area: 'group' },
  'isolation.level': {
    type: 'string',
    default: 'read_uncommitted',
    choices: ['read_committed', 'read_uncommitted'],
    area: 'reading',
  },
  'allow.auto.create.topics': { type: 'boolean', default: true, area: 'reading' },
  'group.protocol': {
    type: 'string',
    default: 'classic',
    choices: ['classic', 'consumer'],
    anyCase: true,
    area: 'group',
  },
  'group.remote.assignor': { type: 'string', default: null, area: 'group' },
} as const satisfies Table

export type ConsumerConfig = ConfigOf<typeof consumerTable>
