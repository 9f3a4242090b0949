import { brokerNode } from './model/names.ts'
import type { World } from './model/kinds.ts'
import type { Consumer } from './model/consumer.ts'
import type { Setup } from './model/setup.ts'

/** A reader that lags keeps idle timers alive: what it waits for is already there. */
export const isBehind = (_setup: Setup, world: World): boolean => Object.values(world.nodes).some((n) => n.kind === 'consumer' && n.up && lags(world, n))

const lags = (world: World, { volatile }: Consumer): boolean =>
  volatile.handed.length > 0 ||
  volatile.buffered.length > 0 ||
  Object.entries(volatile.positions).some(([partition, position]) => {
    const leader = volatile.metadata[partition]?.leader ?? null
    const broker = leader === null ? undefined : world.nodes[brokerNode(leader)]
    const role = broker?.kind === 'broker' ? broker.volatile.roles[partition] : undefined
    return role !== undefined && position < role.highWatermark
  })
