import type { PartitionOnDisk, RecordBatch } from '../../../engine/index.ts'
import { checkAndAppend, layDown } from '../../../engine/kafka/broker/checkAndAppend.ts'
import type { Case } from '../caseFile.ts'
import { compare } from '../compare.ts'
import { number, oneOf, wholly } from '../fields.ts'
import type { Compared } from '../verdict.ts'
import { countOf, diskWith, producerState, recordsNamed, stateOf } from './partitionShapes.ts'

const BIG_ENOUGH = 1_048_588

const givenPartition = wholly((f) => diskWith(f.need('producerState', producerState), f.need('logEndOffset', number)))

const append = wholly((f) => {
  const [firstSeq, lastSeq] = [f.need('firstSeq', number), f.need('lastSeq', number)]
  const stamp = { producerId: f.need('producerId', number), producerEpoch: f.need('epoch', number), baseSequence: firstSeq }
  const batch: RecordBatch = { partition: 'topic-0', records: recordsNamed('new', countOf({ firstSeq, lastSeq })), stamp, bytes: 100, timestamp: 0 }
  return { origin: f.need('origin', oneOf('client', 'replication')), batch, producerId: stamp.producerId }
})

const whenAppended = wholly((f) => f.need('append', append))

/** `checkAndAppend` for a client's batch; what a follower copies is laid down without a check (BLOG-11). */
export const brokerSequence = ({ given, when, then }: Case): Compared => {
  const disk = givenPartition(given, 'given')
  const { origin, batch, producerId } = whenAppended(when, 'when')
  return compare(then, origin === 'client' ? byClient(disk, batch, producerId) : byReplication(disk, batch, producerId), 'then')
}

const byClient = (disk: PartitionOnDisk, batch: RecordBatch, producerId: number) => {
  const result = checkAndAppend(disk, batch, 0, BIG_ENOUGH)
  switch (result.kind) {
    case 'appended':
      return { outcome: 'accepted', offset: result.batch.baseOffset, lastOffset: result.batch.lastOffset, stateAfter: stateOf(result.disk, producerId) }
    case 'duplicate':
      return { outcome: 'duplicate', offset: result.of.baseOffset, lastOffset: result.of.lastOffset, stateAfter: stateOf(disk, producerId) }
    case 'refused':
      return { outcome: 'error', error: result.error, offset: -1, lastOffset: -1, stateAfter: stateOf(disk, producerId) }
  }
}

const byReplication = (disk: PartitionOnDisk, batch: RecordBatch, producerId: number) => {
  const { logEndOffset } = disk.log
  const lastOffset = logEndOffset + batch.records.length - 1
  const { records, stamp, timestamp } = batch
  const after = layDown(disk, { baseOffset: logEndOffset, lastOffset, leaderEpoch: 0, records, stamp, timestamp })
  return { outcome: 'accepted', offset: logEndOffset, lastOffset, stateAfter: stateOf(after, producerId) }
}
