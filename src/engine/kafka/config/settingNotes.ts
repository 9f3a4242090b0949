import type { ProducerConfig } from './producer.ts'
import { type Explicit, isSetByHand } from './setting.ts'
import type { TopicConfig } from './topic.ts'

/** What Kafka allows and what is pointless here, cannot matter, or is easily taken for something else. */
export type SettingNote =
  /** Refuses no write unless all in-sync replicas are asked; below it nothing becomes readable all the same (HW-R04). */
  | { readonly note: 'min-isr-refuses-nothing'; readonly key: 'min.insync.replicas'; readonly acks: 0 | 1 }
  /** One broker down, and no write with acks=all gets through. */
  | { readonly note: 'min-isr-is-all-replicas'; readonly key: 'min.insync.replicas'; readonly replicas: number }
  /** Never more than the replicas there are (HW-R05). */
  | {
      readonly note: 'min-isr-above-replicas'
      readonly key: 'min.insync.replicas'
      readonly written: number
      readonly replicas: number
    }
  /** With one in-sync replica left, acks=all is the leader's word alone. */
  | { readonly note: 'all-may-be-one'; readonly key: 'min.insync.replicas' }
  /** acks=0: a request is done with when it is written, so none is ever unanswered (ACK-01). */
  | { readonly note: 'no-answer-to-wait-for'; readonly key: 'max.in.flight.requests.per.connection' }
  /** Without sequence numbers a retry may land behind its successor (SEQ-06). */
  | {
      readonly note: 'retries-may-reorder'
      readonly key: 'max.in.flight.requests.per.connection'
      readonly value: number
    }
  /** Idempotence keeps the order with up to five in flight. */
  | { readonly note: 'order-is-kept-anyway'; readonly key: 'max.in.flight.requests.per.connection' }
  | { readonly note: 'needs-a-transactional-id'; readonly key: 'transaction.timeout.ms' }
  | { readonly note: 'two-phase-commit-does-nothing'; readonly key: 'transaction.two.phase.commit.enable' }
  | { readonly note: 'nobody-else-to-elect'; readonly key: 'unclean.leader.election.enable' }

/** Whether the setting cannot matter now (its row is dimmed), or matters in a way worth a word of warning (amber). */
export type NoteKind = 'idle' | 'risky'

export const noteKind: Readonly<Record<SettingNote['note'], NoteKind>> = {
  'min-isr-refuses-nothing': 'idle',
  'min-isr-is-all-replicas': 'risky',
  'min-isr-above-replicas': 'idle',
  'all-may-be-one': 'risky',
  'no-answer-to-wait-for': 'idle',
  'retries-may-reorder': 'risky',
  'order-is-kept-anyway': 'idle',
  'needs-a-transactional-id': 'idle',
  'two-phase-commit-does-nothing': 'idle',
  'nobody-else-to-elect': 'idle',
}

export interface Looked {
  readonly producer: ProducerConfig
  readonly explicit: Explicit
  readonly topic: TopicConfig
  readonly replicas: number
}

const aboutMinIsr = ({ producer, topic, replicas }: Looked): readonly SettingNote[] => {
  const key = 'min.insync.replicas'
  const written = topic[key]
  if (producer.acks !== -1) return [{ note: 'min-isr-refuses-nothing', key, acks: producer.acks }]
  const above: SettingNote[] = written > replicas ? [{ note: 'min-isr-above-replicas', key, written, replicas }] : []
  if (written >= replicas && replicas > 1) return [...above, { note: 'min-isr-is-all-replicas', key, replicas }]
  return written === 1 && replicas > 1 ? [...above, { note: 'all-may-be-one', key }] : above
}

const aboutDelivery = ({ producer }: Looked): readonly SettingNote[] => {
  const key = 'max.in.flight.requests.per.connection'
  const value = producer[key]
  if (producer.acks === 0) return [{ note: 'no-answer-to-wait-for', key }]
  if (producer['enable.idempotence']) return value === 1 ? [{ note: 'order-is-kept-anyway', key }] : []
  return value > 1 && producer.retries > 0 ? [{ note: 'retries-may-reorder', key, value }] : []
}

const aboutTransactions = ({ producer, explicit }: Looked): readonly SettingNote[] => [
  ...(isSetByHand(explicit, 'transaction.timeout.ms') && producer['transactional.id'] === null
    ? [{ note: 'needs-a-transactional-id', key: 'transaction.timeout.ms' } as const]
    : []),
  ...(producer['transaction.two.phase.commit.enable']
    ? [{ note: 'two-phase-commit-does-nothing', key: 'transaction.two.phase.commit.enable' } as const]
    : []),
]

const aboutElections = ({ topic, replicas }: Looked): readonly SettingNote[] =>
  topic['unclean.leader.election.enable'] && replicas === 1
    ? [{ note: 'nobody-else-to-elect', key: 'unclean.leader.election.enable' }]
    : []

/** Settings that Kafka takes and that do less, or something else, than one might think (ACK-01…05, HW-R04, HW-R05, SEQ-06). */
export const settingNotes = (looked: Looked): readonly SettingNote[] => [
  ...aboutMinIsr(looked),
  ...aboutDelivery(looked),
  ...aboutTransactions(looked),
  ...aboutElections(looked),
]
