import type { Millis, NodeId } from '../../core/world.ts'
import type { EffectKind } from './message.ts'
import type { BrokerNumber, RecordName, Topic } from './names.ts'
import type { Protection } from './protection.ts'

/** Only what was set by hand, as text, under Kafka's own keys; everything else is Kafka's default. */
export type ExplicitConfig = Readonly<Record<string, string>>

export interface TopicSetup {
  /** replicas[p]: the brokers of partition p in assignment order; the first leads at the start. */
  readonly replicas: readonly (readonly BrokerNumber[])[]
  readonly config: ExplicitConfig
}

export interface ClusterSetup {
  /** 1 to 3. */
  readonly brokers: number
  readonly topics: Readonly<Record<Topic, TopicSetup>>
  readonly config: ExplicitConfig
  /** Brokers in every ISR at the start; the others have fallen behind and do not fetch. All, when left out. */
  readonly isrAtStart?: readonly BrokerNumber[]
  /** Feature `eligible.leader.replicas.version`: on for new clusters since 4.1, off after an upgrade. On, when left out. The brokers' setting of that name outranks it. */
  readonly eligibleLeaderReplicas?: boolean
}

/** What the application does when the producer reports a failure, or dies. */
export type OnFailure = 'give-up' | 'send-again'

/** When a reader says "done" by itself (CGR-02): before it processes what a poll handed over, or after. */
export type OffsetCommit = 'before' | 'after'

export type ClientSetup =
  | { readonly kind: 'producer'; readonly config: ExplicitConfig; readonly application: NodeId; readonly onFailure: OnFailure; readonly startsAt?: Millis }
  /**
   * `startsAt`: a client that is not there before; it starts warm, a reader at the beginning. `commit`, left out: its code never
   * commits. Offsets are kept only with a `group.id` in `config` (CGR-03). `protection`, left out: a plain effect.
   */
  | {
      readonly kind: 'consumer'
      readonly config: ExplicitConfig
      readonly effect: EffectKind | null
      readonly startsAt?: Millis
      readonly commit?: OffsetCommit
      readonly protection?: Protection
    }

/** One thing an application does at a time of its own: what a recording's or a lesson's application did. */
export interface Act {
  readonly by: NodeId
  readonly at: Millis
  readonly record: RecordName
  /** 1, or 2 and more when the application sends it again. */
  readonly send: number
  readonly topic: Topic
  readonly partition: number
  readonly valueBytes: number
}

export interface Workload {
  /** 1 to 50 in the Lab. */
  readonly records: number
  readonly startMs: Millis
  readonly everyMs: Millis
  /** The next record follows as soon as `everyMs` have passed and the answer has come. */
  readonly awaitEach: boolean
  readonly topic: Topic
  /** Which partition a record goes to. */
  readonly partitioner: 'round-robin' | 'by-key'
  /** Distinct keys with `by-key`: record i has key i mod keys. */
  readonly keys: number
  /** Bytes of each record's value. */
  readonly valueBytes: number
  /** In place of all above: exactly these, in order of time. */
  readonly script?: readonly Act[]
}

/** One way, in ms (model.md section 3). */
export interface Links {
  readonly clientBroker: Millis
  readonly brokerBroker: Millis
  readonly outside: Millis
  readonly processing: Millis
}

export interface Setup {
  readonly cluster: ClusterSetup
  readonly clients: Readonly<Record<NodeId, ClientSetup>>
  readonly workload: Workload
  readonly links: Links
  /** Back-off and reconnect jitter are drawn from it; `jitter: false` leaves them out. */
  readonly seed: number
  readonly jitter: boolean
  /** How long a run may go on once what is set up has had its time: hand-overs, and the waits of the plan (`horizonOf`). */
  readonly horizon: Millis
}
