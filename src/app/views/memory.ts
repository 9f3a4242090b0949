import {
  type BrokerNumber,
  brokerNumber,
  type KafkaTrace,
  type ProducerEpoch,
  type ProducerId,
  type Sequence,
  type Setup,
  topicPartition,
  type World,
} from '../../engine/index.ts'
import { leaderOf } from './replicas.ts'

/** A batch at the leader's door: on its way, or just judged. */
export interface Arriving {
  readonly sequence: Sequence
  readonly state: 'arriving' | 'seen-before' | 'gap' | 'in-order'
}

export type Memory =
  | { readonly kind: 'nothing-ever'; readonly broker: BrokerNumber }
  | { readonly kind: 'nothing-yet'; readonly broker: BrokerNumber }
  | {
      readonly kind: 'producer'
      readonly broker: BrokerNumber
      readonly producerId: ProducerId
      readonly producerEpoch: ProducerEpoch
      /** At most five, oldest first. */
      readonly sequences: readonly Sequence[]
      readonly expected: Sequence
      readonly arriving: Arriving | null
    }

/** How long a judged batch stays in view. */
const JUST = 8

/** The last produce request on its way to the leader, or judged less than 8 ms ago. */
const arrivingAt = (trace: KafkaTrace, steps: number, at: number, leader: string): Arriving | null => {
  const sent = new Map<string, Sequence>()
  let found: (Arriving & { readonly since: number }) | null = null
  for (const step of trace.steps.slice(0, steps))
    for (const event of step.events) {
      const coming = sequenceOf(event, leader)
      if (coming) {
        sent.set(coming.message, coming.sequence)
        found = { sequence: coming.sequence, state: 'arriving', since: Number.POSITIVE_INFINITY }
      }
      if (event.kind === 'message-lost' && found?.state === 'arriving' && sent.get(event.message) === found.sequence)
        found = null
      const judged = judgement(event, leader)
      if (judged) found = { ...judged, since: step.at }
    }
  return found && at - found.since <= JUST ? { sequence: found.sequence, state: found.state } : null
}

type Event = KafkaTrace['steps'][number]['events'][number]

const sequenceOf = (event: Event, leader: string): { readonly message: string; readonly sequence: Sequence } | null => {
  if (event.kind !== 'message-sent' || event.message.to !== leader || event.message.body.api !== 'Produce') return null
  const stamp = event.message.body.batches[0]?.stamp
  return stamp ? { message: event.message.name, sequence: stamp.baseSequence } : null
}

const judgement = (event: Event, leader: string): Arriving | null => {
  if (event.kind === 'batch-appended' && event.node === leader && event.stamp)
    return { sequence: event.stamp.baseSequence, state: 'in-order' }
  if (event.kind === 'duplicate-recognised' && event.node === leader)
    return { sequence: event.stamp.baseSequence, state: 'seen-before' }
  if (
    event.kind === 'batch-refused' &&
    event.node === leader &&
    event.error === 'OUT_OF_ORDER_SEQUENCE_NUMBER' &&
    event.came
  )
    return { sequence: event.came.baseSequence, state: 'gap' }
  return null
}

/** What the leader remembers of the producer that wrote last: Kafka keeps the last five batches of each (BLOG-02). */
export const memory = (
  world: World,
  trace: KafkaTrace,
  steps: number,
  at: number,
  setup: Setup,
  idempotent: boolean,
): Memory => {
  const partition = topicPartition(setup.workload.topic, 0)
  const leader = leaderOf(world, partition)
  const broker = leader ? brokerNumber(leader.id) : 1
  if (!idempotent) return { kind: 'nothing-ever', broker }
  const entries = Object.values(leader?.durable.partitions[partition]?.producers ?? {})
  const entry = entries.toSorted((a, b) => b.lastTimestamp - a.lastTimestamp)[0]
  if (leader === null || entry === undefined) return { kind: 'nothing-yet', broker }
  const sequences = entry.batches.map((batch) => batch.lastSequence)
  return {
    kind: 'producer',
    broker,
    producerId: entry.producerId,
    producerEpoch: entry.producerEpoch,
    sequences,
    expected: (sequences.at(-1) ?? -1) + 1,
    arriving: arrivingAt(trace, steps, at, leader.id),
  }
}
