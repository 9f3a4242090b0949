import {
  type BrokerNumber,
  brokerNumber,
  type KafkaTrace,
  type ProducerEpoch,
  type ProducerId,
  type Sequence,
  type TopicPartition,
  type World,
} from '../../engine/index.ts'
import { leaderOf } from './replicas.ts'

/** A batch by the numbers of its first and its last record. */
export interface Numbered {
  readonly first: Sequence
  readonly last: Sequence
}

/** A batch at the leader's door: on its way, or just judged. */
export interface Arriving extends Numbered {
  readonly state: 'arriving' | 'seen-before' | 'gap' | 'in-order'
}

interface Whose {
  readonly partition: TopicPartition
  /** The leader; null: nobody leads. */
  readonly broker: BrokerNumber | null
}

export type Memory = Whose &
  (
    | { readonly kind: 'no-leader' }
    | { readonly kind: 'nothing-ever' }
    | { readonly kind: 'nothing-yet' }
    | {
        readonly kind: 'producer'
        readonly producerId: ProducerId
        readonly producerEpoch: ProducerEpoch
        /** At most five, oldest first. */
        readonly batches: readonly Numbered[]
        readonly expected: Sequence
        readonly arriving: Arriving | null
      }
  )

/** How long a judged batch stays in view. */
const JUST = 8

interface Door {
  readonly leader: string
  readonly partition: TopicPartition
}

/** The last produce request on its way to the leader, or judged less than 8 ms ago. */
const arrivingAt = (trace: KafkaTrace, { steps, at }: Looked, door: Door): Arriving | null => {
  const sent = new Map<string, Sequence>()
  let found: (Arriving & { readonly since: number }) | null = null
  for (const step of trace.steps.slice(0, steps))
    for (const event of step.events) {
      const coming = comingIn(event, door)
      if (coming) {
        sent.set(coming.message, coming.first)
        found = { first: coming.first, last: coming.last, state: 'arriving', since: Number.POSITIVE_INFINITY }
      }
      if (event.kind === 'message-lost' && found?.state === 'arriving' && sent.get(event.message) === found.first)
        found = null
      const judged = judgement(event, door)
      if (judged) found = { ...judged, since: step.at }
    }
  return found && at - found.since <= JUST ? { first: found.first, last: found.last, state: found.state } : null
}

type Event = KafkaTrace['steps'][number]['events'][number]

const numbered = (first: Sequence, records: readonly unknown[]): Numbered => ({
  first,
  last: first + records.length - 1,
})

const comingIn = (event: Event, { leader, partition }: Door): (Numbered & { readonly message: string }) | null => {
  if (event.kind !== 'message-sent' || event.message.to !== leader || event.message.body.api !== 'Produce') return null
  const batch = event.message.body.batches.find((one) => one.partition === partition)
  if (!batch?.stamp) return null
  return { message: event.message.name, ...numbered(batch.stamp.baseSequence, batch.records) }
}

const judgement = (event: Event, { leader, partition }: Door): Arriving | null => {
  if (!('partition' in event) || event.partition !== partition || event.node !== leader) return null
  if (event.kind === 'batch-appended' && event.stamp)
    return { ...numbered(event.stamp.baseSequence, event.records), state: 'in-order' }
  if (event.kind === 'duplicate-recognised')
    return { ...numbered(event.stamp.baseSequence, event.records), state: 'seen-before' }
  if (event.kind === 'batch-refused' && event.error === 'OUT_OF_ORDER_SEQUENCE_NUMBER' && event.came)
    return { ...numbered(event.came.baseSequence, event.records), state: 'gap' }
  return null
}

interface Looked {
  readonly steps: number
  readonly at: number
  readonly partition: TopicPartition
  readonly idempotent: boolean
}

/** What the leader remembers of the producer that wrote last: Kafka keeps the last five batches of each (BLOG-02). */
export const memory = (world: World, trace: KafkaTrace, looked: Looked): Memory => {
  const { partition } = looked
  const leader = leaderOf(world, partition)
  const whose: Whose = { partition, broker: leader ? brokerNumber(leader.id) : null }
  if (leader === null) return { ...whose, kind: 'no-leader' }
  if (!looked.idempotent) return { ...whose, kind: 'nothing-ever' }
  const entries = Object.values(leader.durable.partitions[partition]?.producers ?? {})
  const entry = entries.toSorted((a, b) => b.lastTimestamp - a.lastTimestamp)[0]
  if (entry === undefined) return { ...whose, kind: 'nothing-yet' }
  return {
    ...whose,
    kind: 'producer',
    producerId: entry.producerId,
    producerEpoch: entry.producerEpoch,
    batches: entry.batches.map((batch) => ({ first: batch.baseSequence, last: batch.lastSequence })),
    expected: (entry.batches.at(-1)?.lastSequence ?? -1) + 1,
    arriving: arrivingAt(trace, looked, { leader: leader.id, partition }),
  }
}
