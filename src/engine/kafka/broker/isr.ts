import type { Body } from '../model/message.ts'
import { leaderRole, putRole, type Desk } from './desk.ts'
import { putLeader, viewOf, watchIsr } from './highWatermark.ts'
import { checkIsr, onAlterPartition } from './leader.ts'

/** ISR-R02: every half of `replica.lag.time.max.ms` the leader looks who has not caught up for too long. */
export const lookAtIsr = (desk: Desk): void => {
  for (const partition of Object.keys(desk.state.roles)) {
    const role = leaderRole(desk, partition)
    if (role) putLeader(desk, partition, role, checkIsr(role, viewOf(desk, partition, role)))
  }
  watchIsr(desk)
}

/** ISR-R06 */
export const takeRefusal = (desk: Desk, { partition, error }: Extract<Body, { api: 'AlterPartitionResponse' }>): void => {
  const role = leaderRole(desk, partition)
  if (!role) return
  const told = onAlterPartition(role, error)
  if (told.retry && role.pendingIsr) putLeader(desk, partition, null, { ...told.role, pendingIsr: { ...role.pendingIsr } })
  else putRole(desk, partition, told.role)
}
