import type { brokerTable, topicTable } from '../../engine/index.ts'
import type { SettingWords } from './settings.ts'

const minIsr: SettingWords = {
  label: 'least in-sync replicas',
  help: 'With fewer in sync, a write with acks=all is refused and nothing more becomes readable. It never counts above the replication factor.',
}
const unclean: SettingWords = {
  label: 'unclean election',
  help: 'Whether a replica that misses acked records may lead when no other is left. It trades records for being available.',
}

export const topicSettings: { readonly [Key in keyof typeof topicTable]: SettingWords } = {
  'min.insync.replicas': minIsr,
  'unclean.leader.election.enable': unclean,
  'retention.ms': {
    label: 'kept for',
    help: 'Older records are deleted, read or not. -1 keeps them for ever.',
  },
  'cleanup.policy': {
    label: 'clean-up',
    help: 'What happens to old records: delete them by age, or compact them to the last one per key.',
  },
  'max.message.bytes': { label: 'size of a batch', help: 'A larger batch is refused by the broker.' },
  'flush.messages': {
    label: 'records per flush',
    help: 'After how many records the disk is forced to write. By default never: what is acked is safe by its copies.',
  },
  'flush.ms': {
    label: 'time between flushes',
    help: 'After how long the disk is forced to write. By default the operating system decides.',
  },
}

export const brokerSettings: { readonly [Key in keyof typeof brokerTable]: SettingWords } = {
  'min.insync.replicas': minIsr,
  'unclean.leader.election.enable': unclean,
  'default.replication.factor': { label: 'replicas of a new topic', help: 'Copies of each partition of a new topic.' },
  'num.partitions': {
    label: 'partitions of a new topic',
    help: 'Partitions of a topic that does not ask for a number.',
  },
  'auto.create.topics.enable': { label: 'create topics', help: 'Whether a topic is made when somebody asks for it.' },
  'message.max.bytes': {
    label: 'size of a batch',
    help: 'A larger batch is refused, unless its topic says otherwise.',
  },
  'log.flush.interval.messages': {
    label: 'records per flush',
    help: 'After how many records the disk is forced to write. By default never.',
  },
  'replica.lag.time.max.ms': {
    label: 'time to fall behind',
    help: 'A follower that has not caught up for this long leaves the ISR. The leader looks twice in that time.',
  },
  'replica.fetch.wait.max.ms': {
    label: 'follower waits for data',
    help: 'How long the fetch of a follower waits at the leader when there is nothing new.',
  },
  'replica.fetch.min.bytes': {
    label: 'least bytes for a follower',
    help: 'How much must be there before the fetch of a follower is answered early.',
  },
  'replica.fetch.backoff.ms': {
    label: 'pause after a failed fetch',
    help: 'How long a follower waits after an error before it fetches again.',
  },
  'replica.high.watermark.checkpoint.interval.ms': {
    label: 'save the high watermark',
    help: 'How often a broker writes its high watermarks to disk. After a restart it begins with the saved ones.',
  },
  'controlled.shutdown.enable': {
    label: 'hand over first',
    help: 'A broker that is stopped gives its partitions to others before it goes.',
  },
  'broker.session.timeout.ms': {
    label: 'time until a broker counts as dead',
    help: 'A broker without heartbeats for this long is fenced: it leaves every ISR, and others take its partitions.',
  },
  'broker.heartbeat.interval.ms': {
    label: 'heartbeat',
    help: 'How often a broker tells the controller that it lives.',
  },
  'eligible.leader.replicas.version': {
    label: 'eligible leader replicas',
    help: 'A feature of the cluster: replicas that left an ISR below its minimum may still lead. On in new clusters since 4.1.',
  },
  'producer.id.expiration.ms': {
    label: 'memory of a producer',
    help: 'A partition forgets a producer id that was silent for this long. Then it accepts any sequence number from it.',
  },
  'producer.id.expiration.check.interval.ms': {
    label: 'look for old producers',
    help: 'How often a broker looks for producer ids that it may forget.',
  },
  'group.min.session.timeout.ms': {
    label: 'least session',
    help: 'The shortest session time-out a member may ask for.',
  },
  'group.max.session.timeout.ms': {
    label: 'longest session',
    help: 'The longest session time-out a member may ask for.',
  },
  'group.initial.rebalance.delay.ms': {
    label: 'wait for members',
    help: 'How long an empty group waits for more members before its first rebalance.',
  },
  'group.consumer.session.timeout.ms': {
    label: 'session, new protocol',
    help: 'With group.protocol=consumer, a member without heartbeats for this long leaves the group.',
  },
  'group.consumer.heartbeat.interval.ms': {
    label: 'heartbeat, new protocol',
    help: 'With group.protocol=consumer, how often a member says that it lives.',
  },
  'offsets.topic.replication.factor': { label: 'copies of offsets', help: 'Replicas of the topic that keeps offsets.' },
  'offsets.topic.num.partitions': {
    label: 'partitions of offsets',
    help: 'Partitions of the topic that keeps offsets.',
  },
  'offsets.retention.minutes': {
    label: 'offsets kept for',
    help: 'Offsets of an empty group are deleted after this time. Its readers then start where auto.offset.reset says.',
  },
  'offsets.commit.timeout.ms': {
    label: 'time for a commit',
    help: 'How long an offset commit waits for its replicas before it fails.',
  },
  'transactional.id.expiration.ms': {
    label: 'memory of a transactional id',
    help: 'The coordinator forgets a transactional.id that was not used for this long.',
  },
  'transaction.max.timeout.ms': {
    label: 'longest transaction allowed',
    help: 'A producer that asks for a longer transaction.timeout.ms is refused.',
  },
  'transaction.state.log.replication.factor': {
    label: 'copies of transaction states',
    help: 'Replicas of the topic that keeps the states of transactions.',
  },
  'transaction.state.log.min.isr': {
    label: 'least in-sync, transaction states',
    help: 'With fewer in sync, no transaction can begin or end.',
  },
  'transaction.state.log.num.partitions': {
    label: 'partitions of transaction states',
    help: 'They spread transactional ids over the brokers.',
  },
  'transaction.abort.timed.out.transaction.cleanup.interval.ms': {
    label: 'look for old transactions',
    help: 'How often the coordinator looks for transactions that took too long.',
  },
  'transaction.partition.verification.enable': {
    label: 'check open transactions',
    help: 'Leaders ask the coordinator whether a transaction is open before they store its records.',
  },
  'transaction.two.phase.commit.enable': {
    label: 'two-phase commit',
    help: 'Whether brokers let transactions stay open without a time limit.',
  },
}
