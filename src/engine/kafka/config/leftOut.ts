/**
 * Keys Kafka's Java clients know and the model has no use for: addresses, security, serializers, metrics, sockets.
 * They are no mistake of the person who set them, so they must not be reported as unknown.
 */
const CLIENT_KEYS: readonly string[] = [
  'bootstrap.servers',
  'client.dns.lookup',
  'config.providers',
  'connections.max.idle.ms',
  'enable.metrics.push',
  'interceptor.classes',
  'metadata.recovery.rebootstrap.trigger.ms',
  'metadata.recovery.strategy',
  'metric.reporters',
  'metrics.num.samples',
  'metrics.recording.level',
  'metrics.sample.window.ms',
  'receive.buffer.bytes',
  'security.protocol',
  'security.providers',
  'send.buffer.bytes',
  'socket.connection.setup.timeout.max.ms',
  'socket.connection.setup.timeout.ms',
]

const PRODUCER_KEYS: readonly string[] = [
  ...CLIENT_KEYS,
  'compression.gzip.level',
  'compression.lz4.level',
  'compression.zstd.level',
  'key.serializer',
  'metadata.max.idle.ms',
  'value.serializer',
]

const CONSUMER_KEYS: readonly string[] = [
  ...CLIENT_KEYS,
  'check.crcs',
  'client.rack',
  'exclude.internal.topics',
  'key.deserializer',
  'value.deserializer',
]

const isSecurity = (key: string): boolean => key.startsWith('ssl.') || key.startsWith('sasl.')

export const isLeftOutOfProducer = (key: string): boolean => isSecurity(key) || PRODUCER_KEYS.includes(key)
export const isLeftOutOfConsumer = (key: string): boolean => isSecurity(key) || CONSUMER_KEYS.includes(key)
