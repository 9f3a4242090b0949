import {
  type BrokerNumber,
  brokerNumber,
  type KafkaTrace,
  type ProducerEpoch,
  type ProducerId,
  type ProducerStateEntry,
  type Sequence,
  type TopicPartition,
  type World,
} from '../../engine/index.ts'
import { checkSequence, lastSequenceOf, nextExpected } from '../doors.ts'
import { type Coming, comingTo } from './coming.ts'
import { leaderOf } from './replicas.ts'

/** A batch by the numbers of its first and its last record. */
export interface Numbered {
  readonly first: Sequence
  readonly last: Sequence
}

/** A batch at the leader's door. */
export interface AtDoor extends Numbered {
  /** Where it belongs: under the remembered batch it is again, behind the last one, or one further when some are missing. */
  readonly place: number
}

/** A batch that was judged a moment ago. */
export interface Judged extends AtDoor {
  readonly verdict: NonNullable<Coming['verdict']>
  /** What the leader waits for now; with a gap, what it asked for. */
  readonly expected: Sequence
}

export interface RememberedProducer {
  readonly producerId: ProducerId
  readonly producerEpoch: ProducerEpoch
  /** At most five, oldest first. */
  readonly batches: readonly Numbered[]
  readonly expected: Sequence
  /** On their way, or waiting at the broker behind another, in order. */
  readonly arriving: readonly AtDoor[]
  readonly judged: Judged | null
}

interface Whose {
  readonly partition: TopicPartition
  /** The leader; null: nobody leads. */
  readonly broker: BrokerNumber | null
}

export type Memory = Whose &
  (
    | { readonly kind: 'no-leader' | 'nothing-ever' | 'nothing-yet' }
    /** The one that wrote last stands first. */
    | { readonly kind: 'producers'; readonly producers: readonly RememberedProducer[] }
  )

interface Looked {
  readonly steps: number
  readonly at: number
  readonly partition: TopicPartition
  readonly idempotent: boolean
}

/** Where the leader's own check would put it if it came now: under a new epoch nothing is a copy (BLOG-03, BLOG-08). */
const placeOf = (entry: ProducerStateEntry, { stamp, records }: Coming): number => {
  const known = entry.batches.length
  const check = checkSequence(known === 0 ? undefined : entry, stamp, records)
  if (check.kind === 'duplicate') return entry.batches.indexOf(check.of)
  return check.kind === 'in-order' ? known : known + 1
}

const atDoor = (entry: ProducerStateEntry, coming: Coming): AtDoor => ({
  first: coming.stamp.baseSequence,
  last: lastSequenceOf(coming.stamp, coming.records),
  place: placeOf(entry, coming),
})

/** What is remembered of one producer, and what of it stands at the door. */
const remembered = (entry: ProducerStateEntry, coming: readonly Coming[]): RememberedProducer => {
  const own = coming.filter(({ stamp }) => stamp.producerId === entry.producerId)
  const judged = own.findLast(({ verdict }) => verdict !== null)
  const expected = nextExpected(entry)
  return {
    producerId: entry.producerId,
    producerEpoch: entry.producerEpoch,
    batches: entry.batches.map((batch) => ({ first: batch.baseSequence, last: batch.lastSequence })),
    expected,
    arriving: own.filter(({ verdict }) => verdict === null).map((one) => atDoor(entry, one)),
    judged: judged?.verdict
      ? { ...atDoor(entry, judged), verdict: judged.verdict, expected: judged.expected ?? expected }
      : null,
  }
}

/** Producers at the door of which nothing is remembered: any first sequence is accepted of them (BLOG-09). */
const strangers = (entries: readonly ProducerStateEntry[], coming: readonly Coming[]): readonly ProducerStateEntry[] =>
  coming
    .map(({ stamp }) => stamp)
    .filter(({ producerId }, index, stamps) => {
      const isKnown = entries.some((entry) => entry.producerId === producerId)
      return !isKnown && stamps.findIndex((one) => one.producerId === producerId) === index
    })
    .map(({ producerId, producerEpoch }) => ({ producerId, producerEpoch, lastTimestamp: -1, batches: [] }))

/** What the leader remembers, per producer: Kafka keeps the last five batches of each (BLOG-02). */
export const memory = (world: World, trace: KafkaTrace, looked: Looked): Memory => {
  const { partition } = looked
  const leader = leaderOf(world, partition)
  const whose: Whose = { partition, broker: leader ? brokerNumber(leader.id) : null }
  if (leader === null) return { ...whose, kind: 'no-leader' }
  if (!looked.idempotent) return { ...whose, kind: 'nothing-ever' }
  const entries = Object.values(leader.durable.partitions[partition]?.producers ?? {})
  const coming = comingTo({ trace, steps: looked.steps, at: looked.at, leader: leader.id, partition })
  const all = [...entries.toSorted((a, b) => b.lastTimestamp - a.lastTimestamp), ...strangers(entries, coming)]
  if (all.length === 0) return { ...whose, kind: 'nothing-yet' }
  return { ...whose, kind: 'producers', producers: all.map((entry) => remembered(entry, coming)) }
}
