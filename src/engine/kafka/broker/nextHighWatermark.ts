import type { Offset } from '../model/names.ts'

/**
 * HW-R02, HW-R04: the minimum of the log ends of the leader and of those that count; it never goes back on a leader, and
 * does not move at all while the committed ISR is smaller than the effective `min.insync.replicas`.
 * @param ends log ends of the maximal ISR and of replicas outside it that have caught up and may join
 */
export const nextHighWatermark = (current: Offset, leaderEnd: Offset, ends: readonly Offset[], isrSize: number, minIsr: number): Offset => {
  if (isrSize < minIsr) return current
  return Math.max(current, Math.min(leaderEnd, ...ends))
}
