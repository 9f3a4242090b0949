import type { Offset } from '../model/names.ts'

/**
 * HW-R02, HW-R04: the minimum of the log ends of the leader and the ISR; it never goes back on a leader, and does not
 * move at all while the ISR is smaller than the effective `min.insync.replicas`.
 * Left out for now: replicas outside the ISR that have caught up, and a pending expansion (they come with fail-over).
 */
export const nextHighWatermark = (
  current: Offset,
  leaderEnd: Offset,
  isrEnds: readonly Offset[],
  isrSize: number,
  minIsr: number,
): Offset => {
  if (isrSize < minIsr) return current
  return Math.max(current, Math.min(leaderEnd, ...isrEnds))
}
