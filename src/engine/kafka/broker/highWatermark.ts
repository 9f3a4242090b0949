import type { Offset, TopicPartition } from '../model/names.ts'
import { diskOf, effectiveMinIsr, leaderRole, note, putRole, type Desk } from './desk.ts'
import { releaseConsumers, rearmWaits } from './parked.ts'
import { releaseProduces } from './purgatory.ts'

/**
 * HW-R02, HW-R04: the minimum of the log ends of the leader and the ISR; it never goes back on a leader, and does not
 * move at all while the ISR is smaller than the effective `min.insync.replicas`.
 * Left out for now: replicas outside the ISR that have caught up, and a pending expansion (they come with fail-over).
 */
export const nextHighWatermark = (current: Offset, leaderEnd: Offset, isrEnds: readonly Offset[], isrSize: number, minIsr: number): Offset => {
  if (isrSize < minIsr) return current
  return Math.max(current, Math.min(leaderEnd, ...isrEnds))
}

/** HW-R03: recomputed after an append of a lone leader and when a follower's log end changed. A rise releases who waits for it, in the same step. */
export const advanceHighWatermark = (desk: Desk, partition: TopicPartition): void => {
  const role = leaderRole(desk, partition)
  if (!role) return
  const own = `${desk.id.slice('broker-'.length)}`
  const ends = role.isr.filter((b) => String(b) !== own).map((b) => role.remotes[b]?.logEndOffset ?? -1)
  const next = nextHighWatermark(role.highWatermark, diskOf(desk, partition).log.logEndOffset, ends, role.isr.length, effectiveMinIsr(desk, partition, role))
  if (next === role.highWatermark) return
  putRole(desk, partition, { ...role, highWatermark: next })
  note(desk, { kind: 'high-watermark-advanced', node: desk.id, partition, highWatermark: next, role: 'leader' })
  releaseProduces(desk, partition)
  releaseConsumers(desk, partition)
  rearmWaits(desk)
}
