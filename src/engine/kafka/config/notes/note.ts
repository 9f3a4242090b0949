import type { BrokerConfig } from '../broker.ts'
import type { ConsumerConfig } from '../consumer.ts'
import type { ProducerConfig } from '../producer.ts'
import type { ConfigOwner, Explicit } from '../setting.ts'
import type { TopicConfig } from '../topic.ts'

/** Why the model has no use for a key that Kafka heeds; each is one sentence in words. */
export type LeftOutReason =
  | 'no-say-in-delivery'
  | 'never-runs-out'
  | 'lab-picks-partitions'
  | 'asked-after-errors-only'
  | 'no-transactions'
  | 'nothing-is-deleted'
  | 'page-cache-survives'
  | 'topic-is-there'
  | 'no-group-is-balanced'
  | 'fetches-are-plain'
  | 'always-handed-over'
  | 'offsets-always-stored'
  | 'not-in-this-model'

/** What each note needs to say besides its key. */
interface Facts {
  /** Refuses no write unless all in-sync replicas are asked; below it nothing becomes readable all the same (HW-R04). */
  'min-isr-refuses-nothing': { readonly acks: 0 | 1 }
  /** One broker down, and no write with acks=all gets through. */
  'min-isr-is-all-replicas': { readonly replicas: number }
  /** Never more than the replicas there are (HW-R05). */
  'min-isr-above-replicas': { readonly written: number; readonly replicas: number }
  /** With one in-sync replica left, acks=all is the leader's word alone. */
  'all-may-be-one': object
  /** acks=0: a request is done with when it is written, so none is ever unanswered (ACK-01). */
  'no-answer-to-wait-for': object
  /** acks=0: only a request that was not written whole is sent again (ACK-02). */
  'only-what-never-left': object
  /** Nothing gets a second try, so nothing waits for one; questions for metadata still do. */
  'nothing-is-sent-again': object
  /** Without sequence numbers a retry may land behind its successor (SEQ-06). */
  'retries-may-reorder': { readonly value: number }
  /** Idempotence keeps the order with up to five in flight. */
  'order-is-kept-anyway': object
  /** The application hands over the next record when it knows what became of the one before. */
  'waits-for-each-answer': object
  /** A batch that one record fills does not linger; CFG-R06 adds `linger.ms` up all the same. */
  'full-at-once': { readonly size: number }
  'needs-a-transactional-id': object
  'two-phase-commit-does-nothing': object
  'nobody-else-to-elect': object
  /** LEAD-03: what an unclean election takes for a leader may miss acked records. */
  'election-may-lose': object
  /** A topic that sets a key by hand does not look at its broker's. */
  'topic-sets-its-own': { readonly value: string }
  /** One replica: nobody fetches from the leader. */
  'no-followers': object
  /** It ends later than any run of this setup. */
  'longer-than-the-run': { readonly horizon: number }
  /** No reader has a group, so there is no coordinator and no log of offsets. */
  'no-offsets-kept': object
  'no-reader': object
  /** Without transactions both levels read the same (LSO = HW). */
  'nothing-to-hide': object
  /** Nobody commits by itself: switched off, or no group to commit for (CGR-03). */
  'does-not-commit-by-itself': object
  /** The Lab's groups begin with committed offsets, and a restart goes on there (CGR-06); out of range it counts (CON-03). */
  'offsets-are-committed': object
  /** CGR-02: an offset is committed for a group; without one the call throws. */
  'commit-needs-a-group': object
  /** The reader's code commits, and so does Kafka's auto-commit (CGR-03). */
  'code-commits-too': object
  /** `latest`: where nothing is committed, what was written before the reader started is skipped. */
  'skips-what-is-there': object
  'left-out': { readonly why: LeftOutReason }
}

export type NoteId = keyof Facts

/** What Kafka allows and what is pointless here, cannot matter, or is easily taken for something else. */
export type SettingNote = {
  readonly [Id in NoteId]: { readonly note: Id; readonly owner: ConfigOwner; readonly key: string } & Facts[Id]
}[NoteId]

/** The setting cannot matter now (its row is dimmed), or it matters in a way worth a warning. */
export type NoteKind = 'idle' | 'risky'

export const noteKind: Readonly<Record<NoteId, NoteKind>> = {
  'min-isr-refuses-nothing': 'idle',
  'min-isr-is-all-replicas': 'risky',
  'min-isr-above-replicas': 'idle',
  'all-may-be-one': 'risky',
  'no-answer-to-wait-for': 'idle',
  'only-what-never-left': 'idle',
  'nothing-is-sent-again': 'idle',
  'retries-may-reorder': 'risky',
  'order-is-kept-anyway': 'idle',
  'waits-for-each-answer': 'idle',
  'full-at-once': 'idle',
  'needs-a-transactional-id': 'idle',
  'two-phase-commit-does-nothing': 'idle',
  'nobody-else-to-elect': 'idle',
  'election-may-lose': 'risky',
  'topic-sets-its-own': 'idle',
  'no-followers': 'idle',
  'longer-than-the-run': 'idle',
  'no-offsets-kept': 'idle',
  'no-reader': 'idle',
  'nothing-to-hide': 'idle',
  'does-not-commit-by-itself': 'idle',
  'offsets-are-committed': 'idle',
  'skips-what-is-there': 'risky',
  'commit-needs-a-group': 'risky',
  'code-commits-too': 'risky',
  'left-out': 'idle',
}

/** What notes are made from: settings that take effect, and what of the setup they lean on. */
export interface Looked {
  readonly producer: ProducerConfig
  readonly topic: TopicConfig
  readonly broker: BrokerConfig
  /** null: nobody reads. */
  readonly consumer: ConsumerConfig | null
  /** What was set by hand, by whose setting it is. */
  readonly explicit: Readonly<Record<ConfigOwner, Explicit>>
  readonly replicas: number
  /** The application hands over the next record only when it knows what became of the one before. */
  readonly awaitEach: boolean
  /** Bytes of a batch of one record. */
  readonly bytesOfOne: number
  readonly horizon: number
  /** The reader's code says itself when records are done. */
  readonly codeCommits: boolean
}
