import type { TopicPartition } from '../model/names.ts'
import { brokerNumber, OFFSETS_PARTITION } from '../model/names.ts'
import type { LeaderRole } from '../model/broker.ts'
import { CONTROLLER } from '../model/controller.ts'
import { timerKey } from '../model/timer.ts'
import { diskOf, effectiveMinIsr, leaderRole, note, putRole, type Desk } from './desk.ts'
import { releaseOffsets } from './coordinator.ts'
import { advance, isAnyBehind, type LeaderView } from './leader.ts'
import { rearmWaits, releaseConsumers } from './parked.ts'
import { releaseProduces } from './purgatory.ts'

export const viewOf = (desk: Desk, partition: TopicPartition, role: Pick<LeaderRole, 'replicas'>): LeaderView => ({
  own: brokerNumber(desk.id),
  now: desk.env.now,
  logEndOffset: diskOf(desk, partition).log.logEndOffset,
  minIsr: effectiveMinIsr(desk, partition, role),
  lagMaxMs: desk.env.config['replica.lag.time.max.ms'],
  eligible: desk.state.eligible,
})

/** HW-R03: recomputed after an append of a lone leader and when a follower's log end or the ISR changed. */
export const advanceHighWatermark = (desk: Desk, partition: TopicPartition): void => {
  const role = leaderRole(desk, partition)
  if (role) putLeader(desk, partition, role, advance(role, viewOf(desk, partition, role)))
}

/** Puts down what a rule made of the leader's role: a rise releases who waits for it in the same step, a wish to change the ISR goes to the controller. */
export const putLeader = (desk: Desk, partition: TopicPartition, before: LeaderRole | null, after: LeaderRole): void => {
  putRole(desk, partition, after)
  if (after.pendingIsr && after.pendingIsr !== before?.pendingIsr) askForIsr(desk, partition, after)
  watchIsr(desk)
  if (after.highWatermark === (before?.highWatermark ?? 0)) return
  note(desk, { kind: 'high-watermark-advanced', node: desk.id, partition, highWatermark: after.highWatermark, role: 'leader' })
  planCheckpoint(desk)
  releaseProduces(desk, partition)
  if (partition === OFFSETS_PARTITION) releaseOffsets(desk)
  releaseConsumers(desk, partition)
  rearmWaits(desk)
}

/** ISR-R05 */
const askForIsr = (desk: Desk, partition: TopicPartition, { leaderEpoch, partitionEpoch, pendingIsr }: LeaderRole): void => {
  const isr = pendingIsr?.isr ?? []
  note(desk, { kind: 'isr-change-asked', node: desk.id, partition, isr })
  desk.commands.push({ do: 'send', to: CONTROLLER, connection: null, about: [], body: { api: 'AlterPartition', partition, leaderEpoch, partitionEpoch, isr } })
}

/** ISR-R02: the leader looks every half of `replica.lag.time.max.ms`; ours only while a follower lags (quiet clusters, model.md section 3). */
export const watchIsr = (desk: Desk): void => {
  const every = Math.max(1, Math.floor(desk.env.config['replica.lag.time.max.ms'] / 2))
  const lags = Object.entries(desk.state.roles).some(([p, role]) => role.role === 'leader' && !role.pendingIsr && isAnyBehind(role, viewOf(desk, p, role)))
  const timer = { timer: 'isr-check' as const }
  if (!lags) desk.commands.push({ do: 'cancel-timer', key: timerKey(timer) })
  else desk.commands.push({ do: 'set-timer', key: timerKey(timer), name: `isr-check ${desk.id}`, at: (Math.floor(desk.env.now / every) + 1) * every, timer })
}

/** HW-R08: written every 5 s. */
export const planCheckpoint = (desk: Desk): void => {
  const every = desk.env.config['replica.high.watermark.checkpoint.interval.ms']
  const timer = { timer: 'checkpoint' as const }
  desk.commands.push({ do: 'set-timer', key: timerKey(timer), name: `checkpoint ${desk.id}`, at: (Math.floor(desk.env.now / every) + 1) * every, timer, background: true })
}
