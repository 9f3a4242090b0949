import type { World } from './model/kinds.ts'
import type { Consumer } from './model/consumer.ts'
import { OFFSETS_PARTITION } from './model/names.ts'
import type { Setup } from './model/setup.ts'

/** A reader that lags keeps idle timers alive: what it waits for is already there. */
export const isBehind = (_setup: Setup, world: World): boolean => Object.values(world.nodes).some((n) => n.kind === 'consumer' && n.up && lags(world, n))

const lags = (world: World, { volatile }: Consumer): boolean =>
  volatile.handed.length > 0 ||
  volatile.buffered.length > 0 ||
  Object.keys(volatile.seeking).some((p) => !volatile.failed.includes(p) && isLed(world, p)) ||
  (isAsking(volatile) && isLed(world, OFFSETS_PARTITION)) ||
  Object.entries(volatile.positions).some(([partition, position]) => !volatile.failed.includes(partition) && position < readableEnd(world, partition))

/** The high watermark of whoever leads under the highest epoch, whatever the reader knows of it. */
const readableEnd = (world: World, partition: string): number => {
  const roles = Object.values(world.nodes).flatMap((n) => (n.kind === 'broker' && n.up && n.volatile.roles[partition]?.role === 'leader' ? [n.volatile.roles[partition]] : []))
  const latest = roles.reduce((so, role) => (role.leaderEpoch > (so?.leaderEpoch ?? -1) ? role : so), roles[0])
  return latest?.highWatermark ?? 0
}

/** It waits for what its coordinator has to say. */
const isAsking = ({ keeping }: Consumer['volatile']): boolean => keeping !== null && keeping.fetched !== 'done'

const isLed = (world: World, partition: string): boolean => Object.values(world.nodes).some((n) => n.kind === 'broker' && n.up && n.volatile.roles[partition]?.role === 'leader')
