import type { NodeId } from '../../core/world.ts'
import type { TopicPartition } from '../model/names.ts'
import type { ProducerBatch } from '../model/producer.ts'
import { backoffLeft, leaderOf, queuedPartitions } from './accumulator.ts'
import { batchOf, isIdempotent, putBatch, putQueue, putSequences, queueOf, update, type Desk } from './desk.ts'
import { catchUpWithEpoch, isStale } from './identity.ts'
import { mustStay } from './order.ts'
import { assignSequence, freshSequences } from './sequences.ts'

/** Whether the head of a queue has to stay, although it is ready (PID-01, SEQ-04, SEQ-05). */
export const isHeldBack = (desk: Desk, head: ProducerBatch): boolean => {
  if (!isIdempotent(desk)) return false
  return desk.state.identity.state !== 'ready' || mustStay(desk.state.sequences[head.partition], head, isStale(desk, head.partition))
}

/**
 * ACC-R03: one drain takes at most one batch of each partition led by the node. Once the node is ready because of one
 * partition, the others send along what they have, lingering or not; only back-off and muting keep a batch here.
 * Left out: Kafka begins at another partition each time, and ends a drain at the first batch that is held back.
 */
export const drain = (desk: Desk, broker: NodeId): readonly ProducerBatch[] => {
  const drained: ProducerBatch[] = []
  let bytes = 0
  for (const partition of queuedPartitions(desk)) {
    const head = batchOf(desk, queueOf(desk, partition)[0] ?? '')
    if (!head || leaderOf(desk, partition) !== broker || desk.state.muted.includes(partition)) continue
    if (backoffLeft(desk, head) > 0 || isHeldBack(desk, head)) continue
    // The first one goes whatever its size.
    if (drained.length > 0 && bytes + head.bytes > desk.env.config['max.request.size']) break
    bytes += head.bytes
    drained.push(take(desk, head))
  }
  return drained
}

/** Takes the head off its queue and gives it numbers if it has none (SEQ-02, SEQ-03). */
const take = (desk: Desk, head: ProducerBatch): ProducerBatch => {
  const { partition } = head
  putQueue(desk, partition, queueOf(desk, partition).slice(1))
  const taken: ProducerBatch = {
    ...head,
    stamp: head.stamp ?? number(desk, head),
    closed: true,
    everSent: true,
    rewritten: false,
    leaderEpochAtAttempt: desk.state.metadata[partition]?.leaderEpoch ?? null,
  }
  putBatch(desk, taken)
  return taken
}

const number = (desk: Desk, head: ProducerBatch): ProducerBatch['stamp'] => {
  const { identity } = desk.state
  if (!isIdempotent(desk) || identity.state !== 'ready') return null
  catchUpWithEpoch(desk, head.partition)
  const entry = desk.state.sequences[head.partition] ?? freshSequences(identity.producerId, identity.producerEpoch)
  const assigned = assignSequence(entry, head.key, head.records.length)
  putSequences(desk, head.partition, assigned.entry)
  return assigned.stamp
}

/** ACC-R05: with one request in flight every drained partition is muted until its batch is answered. */
export const mute = (desk: Desk, drained: readonly ProducerBatch[]): void => {
  if (desk.env.config['max.in.flight.requests.per.connection'] !== 1 || drained.length === 0) return
  update(desk, { muted: [...new Set([...desk.state.muted, ...drained.map((b) => b.partition)])] })
}

export const unmute = (desk: Desk, partition: TopicPartition): void => {
  if (desk.state.muted.includes(partition)) update(desk, { muted: desk.state.muted.filter((p) => p !== partition) })
}
