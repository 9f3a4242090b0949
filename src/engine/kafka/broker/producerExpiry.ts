import type { Millis } from '../../core/world.ts'
import type { TopicPartition } from '../model/names.ts'
import type { PartitionOnDisk, ProducerStateEntry } from '../model/broker.ts'
import { diskOf, putDisk, type Desk } from './desk.ts'

/** BLOG-13: by the time stamp of the last batch, which is the client's. Left out: an open transaction keeps its producer known. */
const isExpired = (entry: ProducerStateEntry, now: Millis, expirationMs: Millis): boolean =>
  now - entry.lastTimestamp >= expirationMs

/** What is still known of its producers at `now`; the log is not asked. */
export const expire = (
  producers: PartitionOnDisk['producers'],
  now: Millis,
  expirationMs: Millis,
): PartitionOnDisk['producers'] => {
  const kept = Object.entries(producers).filter(([, entry]) => !isExpired(entry, now, expirationMs))
  return kept.length === Object.keys(producers).length ? producers : Object.fromEntries(kept)
}

/** When the periodic check last ran. */
export const lastCheckBefore = (now: Millis, interval: Millis): Millis => Math.floor(now / interval) * interval

/**
 * What the periodic check has dropped by now. Nobody can tell from outside when it ran, so it is caught up with when the
 * next batch comes; with no check so far nothing is dropped.
 */
export const forgetExpired = (desk: Desk, partition: TopicPartition): void => {
  const { config, now } = desk.env
  const check = lastCheckBefore(now, config['producer.id.expiration.check.interval.ms'])
  if (check === 0) return
  const disk = diskOf(desk, partition)
  const producers = expire(disk.producers, check, config['producer.id.expiration.ms'])
  if (producers !== disk.producers) putDisk(desk, partition, { ...disk, producers })
}
