import type { TopicPartition } from '../model/names.ts'
import { diskOf, effectiveMinIsr, leaderRole, note, putRole, type Desk } from './desk.ts'
import { nextHighWatermark } from './nextHighWatermark.ts'
import { releaseConsumers, rearmWaits } from './parked.ts'
import { releaseProduces } from './purgatory.ts'

export { nextHighWatermark }

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
