import type { Millis, NodeId } from '../../core/world.ts'
import { brokerNode, type TopicPartition } from '../model/names.ts'
import type { ProducerBatch } from '../model/producer.ts'
import type { SentRecord } from '../model/record.ts'
import { backoff } from '../clients/backoff.ts'
import { batchOf, note, putBatch, putQueue, queueOf, update, type Desk } from './desk.ts'

/** A batch has a header of 61 bytes, a record about 7 beside its value: one record is about 68 bytes plus its value. */
const BATCH_OVERHEAD = 61
const RECORD_OVERHEAD = 7

export const batchKey = (record: SentRecord): string => `${record.record}/${record.send}`

/** ACC-R01: a record joins the last open batch of its partition while there is room, or opens a new one. */
export const append = (desk: Desk, record: SentRecord, partition: TopicPartition, valueBytes: number): void => {
  const queue = queueOf(desk, partition)
  const last = batchOf(desk, queue[queue.length - 1] ?? '')
  const bytes = valueBytes + RECORD_OVERHEAD
  if (last && !last.closed && last.bytes + bytes <= desk.env.config['batch.size']) {
    putBatch(desk, { ...last, records: [...last.records, record], bytes: last.bytes + bytes })
  } else {
    if (last && !last.closed) putBatch(desk, { ...last, closed: true })
    const batch = newBatch(desk, [record], partition, BATCH_OVERHEAD + bytes, desk.env.now)
    putBatch(desk, batch)
    putQueue(desk, partition, [...queue, batch.key])
  }
  note(desk, { kind: 'record-handed-over', node: desk.id, application: desk.env.application, partition, records: [record] })
}

const newBatch = (desk: Desk, records: readonly SentRecord[], partition: TopicPartition, bytes: number, createdAt: Millis): ProducerBatch => ({
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
  closed: bytes >= desk.env.config['batch.size'],
  result: null,
})

/** RET-03: a batch of several records that is too large is split into batches of one; attempts are not counted, the delivery clock runs on (TMO-01). */
export const split = (desk: Desk, batch: ProducerBatch): void => {
  const per = Math.round((batch.bytes - BATCH_OVERHEAD) / batch.records.length)
  const parts = batch.records.map((r): ProducerBatch => ({ ...newBatch(desk, [r], batch.partition, BATCH_OVERHEAD + per, batch.createdAt), closed: true }))
  const { [batch.key]: _, ...others } = desk.state.batches
  update(desk, { batches: others })
  for (const part of parts) putBatch(desk, part)
  putQueue(desk, batch.partition, [...parts.map((p) => p.key), ...queueOf(desk, batch.partition)])
}

/** ms still to wait before a retry; 0 when it may go (RET-04). A leader epoch that has risen since skips the wait. */
export const backoffLeft = (desk: Desk, batch: ProducerBatch): Millis => {
  if (batch.attempts === 0) return 0
  const known = desk.state.metadata[batch.partition]?.leaderEpoch ?? null
  if (known !== null && batch.leaderEpochAtAttempt !== null && known > batch.leaderEpochAtAttempt) return 0
  const { config, now } = desk.env
  const wait = backoff(config['retry.backoff.ms'], config['retry.backoff.max.ms'], batch.attempts, desk.env.jitter(batch.attempts * 31 + batch.createdAt))
  return Math.max(0, batch.lastAttemptAt + wait - now)
}

/** ACC-R02: ms until the head of a queue is sendable; 0: it is. */
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
