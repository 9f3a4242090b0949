/**
 * The batches at a leader's door.
 *
 *   sent ──────── arriving ───────┤ judged ├── 8 ms ──┤ out of view
 *      └─── lost: out of view
 */
import type {
  EventOf,
  KafkaKinds,
  KafkaTrace,
  Millis,
  NodeId,
  ProducerStamp,
  Sequence,
  TopicPartition,
} from '../../engine/index.ts'

export interface Coming {
  readonly stamp: ProducerStamp
  /** How many. */
  readonly records: number
  /** null: on its way, or waiting behind another. */
  readonly verdict: 'seen-before' | 'gap' | 'in-order' | null
  /** With a gap: the sequence that the broker asked for. */
  readonly expected: Sequence | null
}

interface Door {
  readonly trace: KafkaTrace
  readonly steps: number
  readonly at: Millis
  readonly leader: NodeId
  readonly partition: TopicPartition
}

/** How long a judged batch stays in view. */
const JUST = 8

type Event = EventOf<KafkaKinds>

const coming = (stamp: ProducerStamp, records: readonly unknown[], verdict: Coming['verdict']): Coming => ({
  stamp,
  records: records.length,
  verdict,
  expected: null,
})

const sentTo = (event: Event, { leader, partition }: Door): (Coming & { readonly message: string }) | null => {
  if (event.kind !== 'message-sent' || event.message.to !== leader || event.message.body.api !== 'Produce') return null
  const batch = event.message.body.batches.find((one) => one.partition === partition)
  return batch?.stamp ? { message: event.message.name, ...coming(batch.stamp, batch.records, null) } : null
}

const judgedAt = (event: Event, { leader, partition }: Door): (Coming & { readonly message: string }) | null => {
  if (!('partition' in event) || event.partition !== partition || event.node !== leader) return null
  const { message } = 'message' in event ? event : { message: '' }
  if (event.kind === 'batch-appended' && event.stamp)
    return { message, ...coming(event.stamp, event.records, 'in-order') }
  if (event.kind === 'duplicate-recognised') return { message, ...coming(event.stamp, event.records, 'seen-before') }
  if (event.kind === 'batch-refused' && event.error === 'OUT_OF_ORDER_SEQUENCE_NUMBER' && event.came)
    return { message, ...coming(event.came, event.records, 'gap'), expected: event.expected?.sequence ?? null }
  return null
}

/** In the order in which they left; the judged ones last. */
export const comingTo = (door: Door): readonly Coming[] => {
  const onTheWay = new Map<string, Coming>()
  let judged: (Coming & { readonly since: Millis }) | null = null
  for (const step of door.trace.steps.slice(0, door.steps))
    for (const event of step.events) {
      const sent = sentTo(event, door)
      if (sent) onTheWay.set(sent.message, sent)
      if (event.kind === 'message-lost') onTheWay.delete(event.message)
      const isGone = event.kind === 'node-crashed' || event.kind === 'broker-stopped'
      if (isGone && event.node === door.leader) onTheWay.clear()
      // Refused for another reason, it is gone from the door as well.
      if (event.kind === 'batch-refused') onTheWay.delete(event.message)
      const verdict = judgedAt(event, door)
      if (verdict === null) continue
      onTheWay.delete(verdict.message)
      judged = { ...verdict, since: step.at }
    }
  const isFresh = judged !== null && door.at - judged.since <= JUST
  return [...onTheWay.values(), ...(judged !== null && isFresh ? [judged] : [])]
}
