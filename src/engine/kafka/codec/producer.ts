import type { Codec } from '../../core/codec/bytes.ts'
import { bool, codec, connectionId, int, list, nullable, record, recordInOrder, text, time, timeAhead, timeSince, union, unread } from '../../core/codec/fields.ts'
import type { Millis } from '../../core/world.ts'
import type { BatchResult, InFlightRequest, InboxItem, Producer, ProducerBatch, SentBatch, SequenceEntry } from '../model/producer.ts'
import type { ProducerStamp } from '../model/record.ts'
import { partitionMetadata } from './body.ts'
import { clientLink, nothing } from './clients.ts'
import { exceptionClass } from './error.ts'
import { producerStamp, sentRecord } from './record.ts'

const batchResult: Codec<BatchResult> = union<BatchResult, 'kind'>('kind', {
  acked: { baseOffset: int },
  failed: { exception: exceptionClass, text: unread('') },
})

const producerBatch: Codec<ProducerBatch> = codec({
  key: text,
  partition: text,
  records: list(sentRecord),
  createdAt: time,
  bytes: int,
  attempts: int,
  lastAttemptAt: time,
  everSent: bool,
  stamp: nullable(producerStamp),
  rewritten: bool,
  leaderEpochAtAttempt: nullable(int),
  closed: bool,
  result: nullable(batchResult),
})

/** The stamp a request left with is kept for people; answers are read by the batch's key. */
const sentBatch: Codec<SentBatch> = codec({ key: text, partition: text, stamp: unread<ProducerStamp | null>(null) })

const inFlightRequest: Codec<InFlightRequest> = union<InFlightRequest, 'api'>('api', {
  Produce: { connection: connectionId, sentAt: time, batches: list(sentBatch) },
  Metadata: { connection: connectionId, sentAt: time },
  InitProducerId: { connection: connectionId, sentAt: time },
})

const sequenceEntry: Codec<SequenceEntry> = codec({
  producerId: int,
  producerEpoch: int,
  nextSequence: int,
  lastAckedSequence: nullable(int),
  lastAckedOffset: unread<number | null>(null),
  unfinished: list(text),
  unresolved: nullable(int),
})

type Volatile = Producer['volatile']

const identity: Codec<Volatile['identity']> = union<Volatile['identity'], 'state'>('state', {
  none: {},
  uninitialized: { notBefore: timeAhead },
  ready: { producerId: int, producerEpoch: int },
  fatal: { exception: exceptionClass },
})

/** @param retryBackoff after this long it no longer matters when metadata was asked for */
export const producer = (retryBackoff: Millis): Codec<Producer> =>
  codec({
    kind: unread('producer'),
    id: text,
    up: bool,
    durable: nothing,
    volatile: codec<Volatile>({
      // Emptied in the step that fills it.
      inbox: unread<readonly InboxItem[]>([]),
      // In their order: expired batches fail, queues are drained and epochs bumped one after the other.
      batches: recordInOrder(producerBatch),
      queues: recordInOrder(list(text)),
      sequences: recordInOrder(sequenceEntry),
      muted: list(text),
      inFlight: record(list(inFlightRequest)),
      links: record(clientLink),
      identity,
      bumpFor: list(text),
      metadata: record(partitionMetadata),
      metadataWanted: bool,
      metadataAskedAt: timeSince(retryBackoff),
    }),
  })
