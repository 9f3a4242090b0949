import type { ConfigOf, Table } from './setting.ts'

const MAX_INT = 2147483647

/** The producer of Kafka 4.3.1, in the order in which it parses (rule book, section 0; CFG-R01). */
export const producerTable = {
  'buffer.memory': { type: 'long', default: 33554432, min: 0, area: 'batching' },
  retries: { type: 'int', default: MAX_INT, min: 0, max: MAX_INT, area: 'delivery' },
  acks: { type: 'string', default: 'all', choices: ['all', '-1', '0', '1'], area: 'delivery' },
  'compression.type': {
    type: 'string',
    default: 'none',
    choices: ['none', 'gzip', 'snappy', 'lz4', 'zstd'],
    area: 'batching',
  },
  'batch.size': { type: 'int', default: 16384, min: 0, area: 'batching' },
  'partitioner.adaptive.partitioning.enable': { type: 'boolean', default: true, area: 'partitioning' },
  'partitioner.availability.timeout.ms': { type: 'long', default: 0, min: 0, area: 'partitioning' },
  'partitioner.ignore.keys': { type: 'boolean', default: false, area: 'partitioning' },
  'linger.ms': { type: 'long', default: 5, min: 0, area: 'batching' },
  'delivery.timeout.ms': { type: 'int', default: 120000, min: 0, area: 'time-outs' },
  'client.id': { type: 'string', default: '', area: 'identity' },
  'max.request.size': { type: 'int', default: 1048576, min: 0, area: 'batching' },
  'reconnect.backoff.ms': { type: 'long', default: 50, min: 0, area: 'connection' },
  'reconnect.backoff.max.ms': { type: 'long', default: 1000, min: 0, area: 'connection' },
  'retry.backoff.ms': { type: 'long', default: 100, min: 0, area: 'time-outs' },
  'retry.backoff.max.ms': { type: 'long', default: 1000, min: 0, area: 'time-outs' },
  'max.block.ms': { type: 'long', default: 60000, min: 0, area: 'time-outs' },
  'request.timeout.ms': { type: 'int', default: 30000, min: 0, area: 'time-outs' },
  'metadata.max.age.ms': { type: 'long', default: 300000, min: 0, area: 'connection' },
  'max.in.flight.requests.per.connection': { type: 'int', default: 5, min: 1, area: 'delivery' },
  'partitioner.class': { type: 'class', default: null, area: 'partitioning' },
  'enable.idempotence': { type: 'boolean', default: true, area: 'delivery' },
  'transaction.timeout.ms': { type: 'int', default: 60000, area: 'transactions' },
  'transactional.id': { type: 'string', default: null, nonEmpty: true, area: 'transactions' },
  'transaction.two.phase.commit.enable': { type: 'boolean', default: false, area: 'transactions' },
} as const satisfies Table

/** What a producer runs with: parsed, conflicts settled. `acks` is what it puts on the wire: -1 is `all`. */
export type ProducerConfig = Omit<ConfigOf<typeof producerTable>, 'acks'> & { readonly acks: -1 | 0 | 1 }
