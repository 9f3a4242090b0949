import type { Millis, NodeId } from '../../core/world.ts'
import { brokerNode, type TopicPartition } from '../model/names.ts'
import type { ProducerBatch } from '../model/producer.ts'
import type { SentRecord } from '../model/record.ts'
import { backoff } from '../clients/backoff.ts'
import { batchOf, note, putBatch, putQueue, queueOf, type Desk } from './desk.ts'

/** A batch has a header of 61 bytes, a record about 7 beside its value: one record is about 68 bytes plus its value. */
export const BATCH_OVERHEAD = 61
const RECORD_OVERHEAD = 7

/** Bytes of a batch of one record. */
export const bytesOfOne = (valueBytes: number): number => BATCH_OVERHEAD + RECORD_OVERHEAD + valueBytes

const batchKey = (record: SentRecord): string => `${record.record}/${record.send}`

/** ACC-R01: a record joins the last open batch of its partition while there is room, or opens a new one. */
export const append = (desk: Desk, record: SentRecord, partition: TopicPartition, valueBytes: number): void => {
  const queue = queueOf(desk, partition)
  const last = batchOf(desk, queue[queue.length - 1] ?? '')
  const bytes = valueBytes + RECORD_OVERHEAD
  if (last && !last.closed && last.bytes + bytes <= desk.env.config['batch.size']) {
    const grown = last.bytes + bytes
    putBatch(desk, { ...last, records: [...last.records, record], bytes: grown, closed: isFull(desk, grown) })
  } else {
    if (last && !last.closed) putBatch(desk, { ...last, closed: true })
    const batch = newBatch(desk, [record], partition, bytesOfOne(valueBytes), desk.env.now)
    putBatch(desk, batch)
    putQueue(desk, partition, [...queue, batch.key])
  }
  note(desk, { kind: 'record-handed-over', node: desk.id, application: desk.env.application, partition, records: [record] })
}

const isFull = (desk: Desk, bytes: number): boolean => bytes >= desk.env.config['batch.size']

export const newBatch = (desk: Desk, records: readonly SentRecord[], partition: TopicPartition, bytes: number, createdAt: Millis): ProducerBatch => ({
  key: records[0] ? batchKey(records[0]) : '',
  partition,
  records,
  createdAt,
  bytes,
  attempts: 0,
  lastAttemptAt: createdAt,
  everSent: false,
  stamp: null,
  rewritten: false,
  leaderEpochAtAttempt: null,
  closed: isFull(desk, bytes),
  result: null,
})

/**
 * RET-04, FO-03: the known leader epoch has risen since the batch was last tried, so this attempt does not wait; the next
 * one will, because drawing the batch takes note of the epoch. A new leader whose epoch is unknown changes nothing.
 */
export const hasLeaderChanged = (desk: Desk, batch: ProducerBatch): boolean => {
  const known = desk.state.metadata[batch.partition]?.leaderEpoch ?? -1
  return known >= 0 && batch.leaderEpochAtAttempt !== null && known > batch.leaderEpochAtAttempt
}

/** ms still to wait before a retry; 0 when it may go (RET-04). */
export const backoffLeft = (desk: Desk, batch: ProducerBatch): Millis => {
  if (batch.attempts === 0 || hasLeaderChanged(desk, batch)) return 0
  const { config, now } = desk.env
  const wait = backoff(config['retry.backoff.ms'], config['retry.backoff.max.ms'], batch.attempts, desk.env.jitter(batch.attempts * 31 + batch.createdAt))
  return Math.max(0, batch.lastAttemptAt + wait - now)
}

/** ACC-R02: ms until the head of a queue is sendable; 0: it is. A retried batch counts as full and does not linger again. Left out: memory is never exhausted. */
export const timeToReady = (desk: Desk, partition: TopicPartition): Millis => {
  const queue = queueOf(desk, partition)
  const head = batchOf(desk, queue[0] ?? '')
  if (!head) return Number.POSITIVE_INFINITY
  const wait = backoffLeft(desk, head)
  if (wait > 0) return wait
  const full = queue.length > 1 || head.closed || head.attempts > 0
  return full ? 0 : Math.max(0, head.lastAttemptAt + desk.env.config['linger.ms'] - desk.env.now)
}

export const isReady = (desk: Desk, partition: TopicPartition): boolean => !desk.state.muted.includes(partition) && timeToReady(desk, partition) === 0

/** ACC-R06: without a known leader a partition is not drained; the batch just waits. */
export const leaderOf = (desk: Desk, partition: TopicPartition): NodeId | null => {
  const leader = desk.state.metadata[partition]?.leader ?? null
  return leader === null ? null : brokerNode(leader)
}

export const queuedPartitions = (desk: Desk): readonly TopicPartition[] => Object.keys(desk.state.queues).filter((p) => queueOf(desk, p).length > 0)
