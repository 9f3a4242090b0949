import type { Millis } from '../../core/world.ts'
import { CONTROLLER } from '../model/controller.ts'
import { timerKey } from '../model/timer.ts'
import { note, putDisk, update, type Desk } from './desk.ts'
import { takeSnapshot } from './producerSnapshot.ts'

/** KR-02: it tells the controller, which moves its leaderships away and takes it out of every ISR. */
export const beginShutdown = (desk: Desk, down: Millis | null): void => {
  update(desk, { stopping: { down } })
  desk.commands.push({ do: 'send', to: CONTROLLER, connection: null, about: [], body: { api: 'ControlledShutdown' } })
}

/** Then its process ends, with everything on its disk in order. */
export const endShutdown = (desk: Desk): void => {
  const { stopping } = desk.state
  if (!stopping) return
  for (const [partition, role] of Object.entries(desk.state.roles)) {
    const disk = desk.durable.partitions[partition]
    if (disk) putDisk(desk, partition, { ...disk, checkpoint: role.highWatermark, producers: takeSnapshot(disk).producers })
  }
  desk.durable = { ...desk.durable, cleanlyStopped: true }
  const backAt = stopping.down === null ? null : desk.env.now + stopping.down
  note(desk, { kind: 'broker-stopped', node: desk.id, backAt })
  desk.commands.push({ do: 'exit' })
  if (backAt === null) return
  const timer = { timer: 'restart' as const }
  desk.commands.push({ do: 'set-timer', key: timerKey(timer), name: `restart ${desk.id}`, at: backAt, timer })
}
