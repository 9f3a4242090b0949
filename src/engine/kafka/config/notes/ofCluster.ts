import { isSetByHand } from '../setting.ts'
import type { Looked, SettingNote } from './note.ts'

const MIN_ISR = 'min.insync.replicas'
const UNCLEAN = 'unclean.leader.election.enable'

const aboutMinIsr = ({ producer, topic, replicas }: Looked): readonly SettingNote[] => {
  const [owner, key] = ['topic', MIN_ISR] as const
  const written = topic[key]
  if (producer.acks !== -1) return [{ note: 'min-isr-refuses-nothing', owner, key, acks: producer.acks }]
  const above: readonly SettingNote[] =
    written > replicas ? [{ note: 'min-isr-above-replicas', owner, key, written, replicas }] : []
  if (written >= replicas && replicas > 1) return [...above, { note: 'min-isr-is-all-replicas', owner, key, replicas }]
  return written === 1 && replicas > 1 ? [...above, { note: 'all-may-be-one', owner, key }] : above
}

const aboutElections = ({ topic, replicas }: Looked): readonly SettingNote[] => {
  if (replicas === 1) return [{ note: 'nobody-else-to-elect', owner: 'topic', key: UNCLEAN }]
  return topic[UNCLEAN] ? [{ note: 'election-may-lose', owner: 'topic', key: UNCLEAN }] : []
}

/** A topic's key and the broker's it stands in for. */
const PAIRS = [
  { topic: MIN_ISR, broker: MIN_ISR },
  { topic: UNCLEAN, broker: UNCLEAN },
  { topic: 'max.message.bytes', broker: 'message.max.bytes' },
] as const

const ownOfTopic = ({ explicit }: Looked): readonly SettingNote[] =>
  PAIRS.filter(({ topic }) => isSetByHand(explicit.topic, topic)).map(({ topic, broker }) => ({
    note: 'topic-sets-its-own',
    owner: 'broker',
    key: broker,
    value: explicit.topic[topic] ?? '',
  }))

const OF_FOLLOWERS = ['replica.lag.time.max.ms', 'replica.fetch.wait.max.ms', 'replica.fetch.backoff.ms']
const OF_OFFSETS = ['offsets.topic.replication.factor', 'offsets.commit.timeout.ms']
const MEMORY = ['producer.id.expiration.ms', 'producer.id.expiration.check.interval.ms'] as const

export const notesOfCluster = (looked: Looked): readonly SettingNote[] => [
  ...aboutMinIsr(looked),
  ...aboutElections(looked),
  ...ownOfTopic(looked),
  ...(looked.replicas === 1
    ? OF_FOLLOWERS.map((key) => ({ note: 'no-followers', owner: 'broker', key }) as const)
    : []),
  ...(looked.consumer === null || looked.consumer['group.id'] === null
    ? OF_OFFSETS.map((key) => ({ note: 'no-offsets-kept', owner: 'broker', key }) as const)
    : []),
  // Both have to come to an end within the run before a broker forgets a producer.
  ...(MEMORY.some((key) => looked.broker[key] >= looked.horizon)
    ? MEMORY.map((key) => ({ note: 'longer-than-the-run', owner: 'broker', key, horizon: looked.horizon }) as const)
    : []),
]
