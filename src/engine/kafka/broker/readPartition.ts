import type { ErrorCode } from '../model/error.ts'
import type { FetchedPartition, FetchPartition, Isolation } from '../model/message.ts'
import type { BrokerNumber, LeaderEpoch } from '../model/names.ts'
import type { FollowerRole, LeaderRole, PartitionOnDisk } from '../model/broker.ts'
import { compareWithLeader } from './leaderEpoch.ts'
import { lastStableOffset, readLimit, readLog } from './log.ts'

type Role = LeaderRole | FollowerRole

/**
 * LEAD-08: an epoch older than the broker's is fenced, a newer one not known yet, whoever leads; only then is it asked
 * whether this broker leads.
 * @param asked null: the asker knows no epoch and none is checked
 */
export const fencing = (role: Role | undefined, asked: LeaderEpoch | null): ErrorCode | null => {
  if (!role) return 'NOT_LEADER_OR_FOLLOWER'
  if (asked !== null && asked < role.leaderEpoch) return 'FENCED_LEADER_EPOCH'
  if (asked !== null && asked > role.leaderEpoch) return 'UNKNOWN_LEADER_EPOCH'
  return role.role === 'leader' ? null : 'NOT_LEADER_OR_FOLLOWER'
}

/**
 * What one partition answers to a fetch. CON-01: consumers read below the high watermark only, followers to the log end.
 * CON-02: outside the log is an error. LEAD-07: a log that differs is told where.
 * @param replica null: a consumer asks, under this isolation level
 */
export const readPartition = (role: Role | undefined, { log, leaderEpochs }: Pick<PartitionOnDisk, 'log' | 'leaderEpochs'>, asked: FetchPartition, replica: BrokerNumber | null, isolation?: Isolation): FetchedPartition => {
  const { partition, fetchOffset, lastFetchedEpoch } = asked
  const fenced = fencing(role, asked.leaderEpoch)
  if (!role || fenced) return { partition, error: fenced ?? 'NOT_LEADER_OR_FOLLOWER', highWatermark: -1, batches: [] }
  const { highWatermark } = role
  const outside = { partition, error: 'OFFSET_OUT_OF_RANGE' as const, highWatermark, batches: [], reaches: { from: log.logStartOffset, to: log.logEndOffset } }
  const compared = compareWithLeader(leaderEpochs, log.logEndOffset, lastFetchedEpoch, fetchOffset)
  if (compared === 'unknown' || fetchOffset < log.logStartOffset) return outside
  if (compared !== 'fits') return { partition, error: 'NONE', highWatermark, batches: [], diverging: compared }
  const batches = readLog(log, fetchOffset, readLimit(log, isolation === 'read_committed' ? lastStableOffset(highWatermark) : highWatermark, replica === null ? 'consumer' : 'follower'))
  return batches ? { partition, error: 'NONE', highWatermark, batches } : outside
}
