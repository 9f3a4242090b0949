import type { PartitionOnDisk } from '../../../engine/index.ts'
import { checkAndAppend } from '../../../engine/kafka/broker/checkAndAppend.ts'
import { raiseLogStart } from '../../../engine/kafka/broker/log.ts'
import { expire, lastCheckBefore } from '../../../engine/kafka/broker/producerExpiry.ts'
import { reload, takeSnapshot } from '../../../engine/kafka/broker/producerSnapshot.ts'
import { truncateTo } from '../../../engine/kafka/broker/truncate.ts'
import type { Case } from '../caseFile.ts'
import { compare } from '../compare.ts'
import { type Fields, fieldsOf, number, NotModelled, text, wholly } from '../fields.ts'
import type { Compared } from '../verdict.ts'
import { countOf, diskWith, producerState, recordsNamed, stateOf } from './partitionShapes.ts'

const EVENTS: Readonly<Record<string, (disk: PartitionOnDisk, event: Fields) => PartitionOnDisk>> = {
  snapshotThenReload: (disk) => ({ ...disk, producers: reload(disk.log, [takeSnapshot(disk)]) }),

  truncateTo: (disk, event) => truncateTo(disk, event.need('offset', number)).disk,

  // Time 0 is the time stamp of every batch. Without an interval the check runs at the end of the idling.
  idle: (disk, event) => {
    const now = event.need('idleMs', number)
    const check = event.has('checkIntervalMs') ? lastCheckBefore(now, event.need('checkIntervalMs', number)) : now
    return { ...disk, producers: expire(disk.producers, check, event.need('producerIdExpirationMs', number)) }
  },

  segmentWithOnlyTheseRecordsDeleted: (disk) => {
    const { logEndOffset } = disk.log
    const log = raiseLogStart(disk.log, logEndOffset, logEndOffset)
    return log ? { ...disk, log } : disk
  },

  // What the check answers with is thrown away: the partition itself must still be what it was.
  prepareAppendWithoutCommit: (disk, event) => {
    const batch = event.need('append', appended)
    checkAndAppend({ ...disk, log: { ...disk.log, logEndOffset: batch.offset } }, batch, 0, 1_048_588)
    return disk
  },
}

const appended = wholly((f) => {
  const [firstSeq, lastSeq] = [f.need('firstSeq', number), f.need('lastSeq', number)]
  const stamp = {
    producerId: f.maybe('producerId', number, 1),
    producerEpoch: f.need('epoch', number),
    baseSequence: firstSeq,
  }
  return {
    partition: 'topic-0',
    records: recordsNamed('new', countOf({ firstSeq, lastSeq })),
    stamp,
    bytes: 100,
    timestamp: 0,
    offset: f.need('offset', number),
  }
})

/** `reload(snapshot)`, `expire(now)`, `truncateTo` and the like (BLOG-12, BLOG-13). */
export const brokerProducerState = ({ given, when, expected }: Case): Compared => {
  const [from, event] = [fieldsOf(given, 'given'), fieldsOf(when, 'when')]
  const state = from.need('producerState', producerState)
  from.nothingElse()
  const name = event.need('event', text)
  const happen = EVENTS[name]
  if (!happen) throw new NotModelled(`event "${name}"`)
  const after = happen(diskWith(state), event)
  event.nothingElse()
  return compare(expected, { producerState: stateOf(after, state?.producerId ?? 1) }, 'then')
}
