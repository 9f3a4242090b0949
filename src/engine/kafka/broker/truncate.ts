import type { Offset } from '../model/names.ts'
import type { PartitionOnDisk, ProducerStateEntry } from '../model/broker.ts'
import type { LogBatch } from '../model/record.ts'
import { appendToLog, batchesOf, emptyLog } from './log.ts'
import { remember } from './producerState.ts'

/** A log cut at an offset, with its epochs, and the producer state built anew from what is left (BLOG-12). */
export const truncateTo = (disk: PartitionOnDisk, offset: Offset): { readonly disk: PartitionOnDisk; readonly removed: readonly LogBatch[] } => {
  const batches = batchesOf(disk.log)
  const kept = batches.filter((b) => b.lastOffset < offset)
  const log = kept.reduce(appendToLog, { ...emptyLog, logStartOffset: disk.log.logStartOffset, logEndOffset: disk.log.logStartOffset })
  const leaderEpochs = disk.leaderEpochs.filter((e, i) => i === 0 || e.startOffset < Math.max(log.logEndOffset, 1))
  return { removed: batches.filter((b) => b.lastOffset >= offset), disk: { ...disk, log, leaderEpochs, producers: replay(kept), checkpoint: disk.checkpoint === null ? null : Math.min(disk.checkpoint, log.logEndOffset) } }
}

/** BLOG-12: producer state out of the log alone. */
export const replay = (batches: readonly LogBatch[]): PartitionOnDisk['producers'] => {
  const producers: Record<string, ProducerStateEntry> = {}
  for (const batch of batches) {
    const entry = batch.stamp ? remember(producers[batch.stamp.producerId], batch) : undefined
    if (entry) producers[entry.producerId] = entry
  }
  return producers
}
