import type { Offset } from '../model/names.ts'
import type { PartitionOnDisk } from '../model/broker.ts'
import type { LogBatch } from '../model/record.ts'
import { cutEpochs } from './leaderEpoch.ts'
import { batchesOf, startAnew, truncateLog } from './log.ts'
import { type ProducerSnapshot, reload } from './producerSnapshot.ts'

export interface Truncated {
  readonly disk: PartitionOnDisk
  readonly removed: readonly LogBatch[]
}

/** LEAD-07, BLOG-12: log, leader epochs and checkpoint go back together, and the producer state is built anew from what is left. */
export const truncateTo = (disk: PartitionOnDisk, to: Offset, snapshots: readonly ProducerSnapshot[] = []): Truncated => {
  if (to >= disk.log.logEndOffset) return { disk, removed: [] }
  const log = truncateLog(disk.log, to)
  const kept = batchesOf(log)
  const removed = batchesOf(disk.log).filter((b) => !kept.includes(b))
  const checkpoint = disk.checkpoint === null ? null : Math.min(disk.checkpoint, to)
  return { removed, disk: { ...disk, log, leaderEpochs: cutEpochs(disk.leaderEpochs, to), producers: reload(log, snapshots), checkpoint } }
}

/** A follower so far behind that its leader has deleted what comes next begins with an empty log at the leader's start. */
export const beginAt = (disk: PartitionOnDisk, from: Offset): Truncated => ({
  removed: batchesOf(disk.log),
  disk: { ...disk, log: startAnew(from), leaderEpochs: [], producers: {}, checkpoint: null },
})
