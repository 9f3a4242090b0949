import { CONTROLLER } from '../model/controller.ts'
import type { Broker } from '../model/broker.ts'
import { note, putDisk, update, type Desk } from './desk.ts'
import { reload as rebuild } from './producerSnapshot.ts'

/** What a broker's process begins with: nothing but what is on its disk. */
export const emptyVolatile: Broker['volatile'] = {
  roles: {},
  queues: {},
  purgatory: [],
  parked: [],
  links: {},
  fetching: {},
  refuse: {},
  metadata: {},
  eligible: [],
  stopping: null,
  idle: false,
}

/** HW-R08, BLOG-12: the high watermark begins at its checkpoint, or 0 without one; the producer state is built anew from the log. Then it registers (KR-04). */
export const reload = (desk: Desk): void => {
  update(desk, emptyVolatile)
  for (const [partition, disk] of Object.entries(desk.durable.partitions)) {
    const highWatermark = Math.min(disk.checkpoint ?? 0, disk.log.logEndOffset)
    // After an orderly end there is a snapshot: the last batch of each producer (BLOG-12).
    if (!desk.durable.cleanlyStopped) putDisk(desk, partition, { ...disk, producers: rebuild(disk.log, []) })
    update(desk, { roles: { ...desk.state.roles, [partition]: { role: 'follower', leader: null, leaderEpoch: -1, highWatermark } } })
    note(desk, { kind: 'replica-reloaded', node: desk.id, partition, logEndOffset: disk.log.logEndOffset, highWatermark })
  }
  desk.commands.push({ do: 'call', to: CONTROLLER, call: { call: 'register', clean: desk.durable.cleanlyStopped } })
  desk.durable = { ...desk.durable, cleanlyStopped: false }
}

/** HW-R08 */
export const checkpoint = (desk: Desk): void => {
  for (const [partition, role] of Object.entries(desk.state.roles)) {
    const disk = desk.durable.partitions[partition]
    if (disk) putDisk(desk, partition, { ...disk, checkpoint: role.highWatermark })
  }
}
