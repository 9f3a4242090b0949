import { CONTROLLER } from '../model/controller.ts'
import type { Broker } from '../model/broker.ts'
import { note, putDisk, update, type Desk } from './desk.ts'
import { reload as reloadProducers, takeSnapshot } from './producerSnapshot.ts'

/** What a broker's process begins with: nothing but what is on its disk. */
export const emptyVolatile: Broker['volatile'] = {
  roles: {},
  queues: {},
  purgatory: [],
  waitingOffsets: [],
  parked: [],
  links: {},
  fetching: {},
  refuse: {},
  metadata: {},
  eligible: {},
  // Not registered yet (KR-04).
  brokerEpoch: -1,
  stopping: null,
  idle: false,
}

/** HW-R08, BLOG-12: the high watermark begins at its checkpoint, or 0 without one; the producer state is built anew from the log. Then it registers (KR-04). */
export const reload = (desk: Desk): void => {
  update(desk, emptyVolatile)
  for (const [partition, disk] of Object.entries(desk.durable.partitions)) {
    const highWatermark = Math.min(disk.checkpoint ?? 0, disk.log.logEndOffset)
    // A process that stops in order writes a snapshot behind its last batch; a crash leaves none.
    const snapshots = desk.durable.cleanlyStopped ? [takeSnapshot(disk)] : []
    putDisk(desk, partition, { ...disk, producers: reloadProducers(disk.log, snapshots) })
    update(desk, { roles: { ...desk.state.roles, [partition]: { role: 'follower', leader: null, leaderEpoch: -1, highWatermark, fenced: false } } })
    note(desk, { kind: 'replica-reloaded', node: desk.id, partition, logEndOffset: disk.log.logEndOffset, highWatermark })
  }
  desk.durable = { ...desk.durable, starts: desk.durable.starts + 1 }
  register(desk)
}

/** KR-04: asked again when it may not have heard the answer. */
export const register = (desk: Desk): void => {
  const { cleanlyStopped: clean, starts: brokerEpoch } = desk.durable
  desk.commands.push({ do: 'call', to: CONTROLLER, call: { call: 'register', clean, brokerEpoch }, remote: true })
}

export const isRegistered = ({ state }: Pick<Desk, 'state'>): boolean => state.brokerEpoch !== emptyVolatile.brokerEpoch

/** HW-R08 */
export const checkpoint = (desk: Desk): void => {
  for (const [partition, role] of Object.entries(desk.state.roles)) {
    const disk = desk.durable.partitions[partition]
    if (disk) putDisk(desk, partition, { ...disk, checkpoint: role.highWatermark })
  }
}
