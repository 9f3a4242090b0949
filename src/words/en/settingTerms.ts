/**
 * What people call it, and the keys that have to do with it. Only words that stand neither in a key nor in its own
 * words: those are found anyway.
 */
export const settingTerms: readonly { readonly words: string; readonly keys: readonly string[] }[] = [
  {
    words: 'duplicates duplicated twice copies copy dedup deduplication repeated again',
    keys: [
      'enable.idempotence',
      'retries',
      'max.in.flight.requests.per.connection',
      'producer.id.expiration.ms',
      'transactional.id',
      'enable.auto.commit',
      'auto.offset.reset',
    ],
  },
  {
    words: 'doubt unknown unsure uncertain outcome answer confirm confirmation ack acknowledged acknowledgement',
    keys: ['acks', 'delivery.timeout.ms', 'request.timeout.ms', 'retries', 'enable.idempotence'],
  },
  {
    words: 'lost loss lose losing missing gone durable durability safe safety data',
    keys: [
      'acks',
      'retries',
      'delivery.timeout.ms',
      'min.insync.replicas',
      'unclean.leader.election.enable',
      'default.replication.factor',
      'enable.auto.commit',
      'auto.offset.reset',
      'retention.ms',
      'eligible.leader.replicas.version',
    ],
  },
  {
    words: 'order ordering reorder reordered sequence gap',
    keys: ['max.in.flight.requests.per.connection', 'enable.idempotence', 'retries', 'partitioner.ignore.keys'],
  },
  {
    words: 'timeout time out deadline expire expired give up late',
    keys: ['delivery.timeout.ms', 'request.timeout.ms', 'max.block.ms', 'default.api.timeout.ms', 'retries'],
  },
  {
    words: 'slow latency delay quick fast speed throughput pause',
    keys: [
      'linger.ms',
      'batch.size',
      'acks',
      'fetch.max.wait.ms',
      'fetch.min.bytes',
      'retry.backoff.ms',
      'compression.type',
    ],
  },
  {
    words: 'exactly once eos idempotent idempotency pid number numbers',
    keys: ['enable.idempotence', 'transactional.id', 'isolation.level', 'acks', 'producer.id.expiration.ms'],
  },
  { words: 'at most once fire forget', keys: ['acks', 'retries', 'enable.auto.commit'] },
  { words: 'at least once', keys: ['acks', 'retries', 'enable.idempotence', 'enable.auto.commit'] },
  {
    words: 'transaction transactions commit abort aborted atomic zombie fence fencing fenced',
    keys: ['transactional.id', 'transaction.timeout.ms', 'isolation.level', 'group.instance.id'],
  },
  {
    words: 'failover fail over crash dead restart election leader isr',
    keys: [
      'acks',
      'min.insync.replicas',
      'unclean.leader.election.enable',
      'broker.session.timeout.ms',
      'broker.heartbeat.interval.ms',
      'replica.lag.time.max.ms',
      'controlled.shutdown.enable',
      'eligible.leader.replicas.version',
    ],
  },
  {
    words: 'skip skipped begin beginning start position progress done',
    keys: ['auto.offset.reset', 'enable.auto.commit', 'group.id', 'auto.commit.interval.ms', 'isolation.level'],
  },
  {
    words: 'big large too large size memory',
    keys: ['max.request.size', 'max.message.bytes', 'message.max.bytes', 'batch.size', 'buffer.memory'],
  },
]
