import type { Millis, NodeId } from '../../core/world.ts'
import type { ClientLink } from './clientLink.ts'
import type { PartitionMetadata } from './message.ts'
import type { LeaderEpoch, Offset, RecordName, TopicPartition } from './names.ts'
import type { Self } from './node.ts'

export interface FetchedRecord {
  readonly partition: TopicPartition
  readonly record: RecordName
  readonly offset: Offset
}

/** Why offsets are committed: by the reader's code before or after it processes what a poll gave (CGR-02), or by a later poll (CGR-03). */
export type CommitReason = 'before' | 'after' | 'auto'

export interface Commit {
  readonly because: CommitReason
  /** What it covers: everything up to these was handed over. */
  readonly records: readonly FetchedRecord[]
  readonly attempt: number
  /** Sent, and not answered yet. */
  readonly sent: boolean
  /** Not to be sent before. */
  readonly notBefore: Millis
}

/** What a reader with a `group.id` keeps beside its positions. */
export interface Keeping {
  readonly group: string
  /** `node`: who was named last; `known`: to be believed; `asked`: the broker with an unanswered look-up. */
  readonly coordinator: { readonly node: NodeId | null; readonly known: boolean; readonly asked: NodeId | null; readonly link: ClientLink }
  /** Handed over by polls, and not known to be covered by a commit. */
  readonly uncommitted: readonly FetchedRecord[]
  readonly commit: Commit | null
  /** What was committed is asked for before anything is read (CGR-06). */
  readonly fetched: 'wanted' | 'asked' | 'done'
  /** When a poll commits next (CGR-03). */
  readonly autoCommitAt: Millis
}

/** How often it was called for, and what the reader waits for: the answer, a connection, or the end of a pause. */
export interface OpenCall {
  readonly attempt: number
  readonly waits: 'answer' | 'connection' | 'pause'
}

export type Consumer = Self<
  'consumer',
  null,
  {
    readonly links: Readonly<Record<NodeId, ClientLink>>
    readonly metadata: Readonly<Record<TopicPartition, PartitionMetadata>>
    readonly positions: Readonly<Record<TopicPartition, Offset>>
    /** The leader epoch of the last record that was fetched: whether the log was cut below is asked with it (CON-04). */
    readonly epochs: Readonly<Record<TopicPartition, LeaderEpoch>>
    /** Partitions that were given up with an exception. */
    readonly failed: readonly TopicPartition[]
    /** Fetched and not handed over yet. */
    readonly buffered: readonly FetchedRecord[]
    /** Handed over by this poll and not processed yet; the first one is being worked on. */
    readonly handed: readonly FetchedRecord[]
    /** The call for the effect of the first handed record; null while there is none to wait for. */
    readonly call: OpenCall | null
    /** Brokers with an unanswered fetch, and when it was sent. */
    readonly fetching: Readonly<Record<NodeId, Millis>>
    /** Partitions without a position: their leader is asked where the log begins or ends (CON-03). */
    readonly seeking: Readonly<Record<TopicPartition, 'wanted' | 'asked'>>
    /** null: no group, no offsets are kept. */
    readonly keeping: Keeping | null
  }
>
