import type { Offset } from '../model/names.ts'
import type { Log, PartitionOnDisk, ProducerStateEntry } from '../model/broker.ts'
import { batchesOf } from './log.ts'
import { remember } from './producerState.ts'

/** What a partition knew of its producers when its log ended at `offset`, as it is written to disk. */
export interface ProducerSnapshot {
  readonly offset: Offset
  readonly producers: PartitionOnDisk['producers']
}

/** BLOG-12: a snapshot stores **only the last batch** of each producer. */
export const takeSnapshot = ({ log, producers }: PartitionOnDisk): ProducerSnapshot => ({
  offset: log.logEndOffset,
  producers: Object.fromEntries(
    Object.entries(producers).map(([id, entry]) => [id, { ...entry, batches: entry.batches.slice(-1) }]),
  ),
})

/** BLOG-12: after a restart or a truncation the newest snapshot that the log still covers is taken, and what lies behind it replayed, unchecked. */
export const reload = (log: Log, snapshots: readonly ProducerSnapshot[] = []): PartitionOnDisk['producers'] => {
  const usable = snapshots.filter((s) => s.offset <= log.logEndOffset && s.offset >= log.logStartOffset)
  const newest = usable.reduce<ProducerSnapshot | null>((best, s) => (best && best.offset >= s.offset ? best : s), null)
  const producers: Record<string, ProducerStateEntry> = { ...newest?.producers }
  for (const batch of batchesOf(log).filter((b) => b.baseOffset >= (newest?.offset ?? 0))) {
    const id = batch.stamp?.producerId
    const entry = id === undefined ? undefined : remember(producers[id], batch)
    if (id !== undefined && entry) producers[id] = entry
  }
  return producers
}
