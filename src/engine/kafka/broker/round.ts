import type { FollowerRole, PartitionOnDisk } from '../model/broker.ts'
import type { ErrorCode } from '../model/error.ts'
import type { FetchedPartition, FetchPartition } from '../model/message.ts'
import type { Offset } from '../model/names.ts'
import type { LogBatch } from '../model/record.ts'
import { layDown } from './checkAndAppend.ts'
import { latestEpoch, noteEpoch, truncationPoint } from './leaderEpoch.ts'
import { boundedHighWatermark } from './log.ts'
import { beginAt, truncateTo, type Truncated } from './truncate.ts'

/** A follower's copy of a partition. */
export interface Copy {
  readonly disk: PartitionOnDisk
  readonly role: FollowerRole
}

/** What an answer did to it. */
export type Round = Copy & {
  readonly did:
    | { readonly kind: 'nothing' }
    | { readonly kind: 'copied'; readonly batches: readonly LogBatch[] }
    | { readonly kind: 'cut'; readonly to: Offset; readonly removed: readonly LogBatch[] }
    | { readonly kind: 'failed'; readonly error: ErrorCode }
}

/** LEAD-07: it asks from its own log end, with the newest epoch it knows of. */
export const askFor = (partition: string, { disk, role }: Copy): FetchPartition => ({
  partition,
  fetchOffset: disk.log.logEndOffset,
  leaderEpoch: role.leaderEpoch,
  lastFetchedEpoch: latestEpoch(disk.leaderEpochs),
})

/** What a follower makes of one partition of an answer (LEAD-07, LEAD-08, HW-R07, BLOG-11). */
export const takeAnswer = (copy: Copy, asked: FetchPartition, { error, diverging, reaches, batches, highWatermark }: FetchedPartition): Round => {
  const { disk, role } = copy
  // The log was cut, or led, since it asked.
  if (asked.fetchOffset !== disk.log.logEndOffset) return { ...copy, did: { kind: 'nothing' } }
  if (diverging) return cut(copy, truncateTo(disk, truncationPoint(disk.leaderEpochs, disk.log.logEndOffset, diverging)))
  if (reaches) return cut(copy, reaches.to < disk.log.logEndOffset ? truncateTo(disk, reaches.to) : beginAt(disk, reaches.from))
  if (error === 'NONE') return replicate(copy, asked, batches, highWatermark)
  // LEAD-08: a fenced follower stops fetching until newer metadata arrives.
  const isFenced = error === 'FENCED_LEADER_EPOCH' && asked.leaderEpoch === role.leaderEpoch
  return { disk, role: isFenced ? { ...role, fenced: true } : role, did: { kind: 'failed', error } }
}

/** LEAD-07: a round that finds a difference moves no high watermark, unless it lies in what was cut. */
const cut = ({ role }: Copy, { disk, removed }: Truncated): Round => {
  const to = disk.log.logEndOffset
  return { disk, role: { ...role, highWatermark: boundedHighWatermark(disk.log, role.highWatermark) }, did: { kind: 'cut', to, removed } }
}

/** BLOG-11: a follower checks no sequence. LEAD-08: it takes batches up to the epoch it asked under. HW-R07: its high watermark is the value in the answer, as far as its own log reaches. */
const replicate = ({ disk, role }: Copy, asked: FetchPartition, batches: readonly LogBatch[], highWatermark: Offset): Round => {
  const newer = batches.findIndex((b) => b.leaderEpoch > asked.leaderEpoch)
  const taken = newer < 0 ? batches : batches.slice(0, newer)
  const after = taken.reduce((so, batch) => ({ ...layDown(so, batch), leaderEpochs: noteEpoch(so.leaderEpochs, batch.leaderEpoch, batch.baseOffset) }), disk)
  return { disk: after, role: { ...role, highWatermark: boundedHighWatermark(after.log, highWatermark) }, did: taken.length > 0 ? { kind: 'copied', batches: taken } : { kind: 'nothing' } }
}
