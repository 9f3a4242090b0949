import { isPaused } from '../../core/pause.ts'
import type { FaultRule } from '../../core/system.ts'
import type { Millis } from '../../core/world.ts'
import { CONTROLLER } from '../model/controller.ts'
import type { KafkaKinds, World } from '../model/kinds.ts'
import type { NodeFault } from './fault.ts'

export interface ShutdownFault extends NodeFault<'shutdown'> {
  /** Back after this many ms; null: never. */
  readonly down: Millis | null
}

const DEFAULT_DOWN = 20_000

const canStop = (world: World, id: string): boolean => {
  const node = world.nodes[id]
  return node?.kind === 'broker' && node.up && node.listens && node.volatile.stopping === null && !isPaused(world, id)
}

/** A broker is shut down in order: it hands over its leaderships and leaves every ISR, then its process ends (KR-02). */
export const shutdown: FaultRule<KafkaKinds, ShutdownFault> = {
  kind: 'shutdown',
  aim: 'node',
  params: [{ key: 'down', type: 'millis', min: 1, max: 600_000, default: DEFAULT_DOWN, orNever: true, explore: [DEFAULT_DOWN] }],
  offers: (_setup, world, next) => (canStop(world, next.to) ? [{ kind: 'shutdown', aim: { before: next.name }, node: next.to, down: DEFAULT_DOWN }] : []),
  apply: (_setup, world, fault) => {
    if (!canStop(world, fault.node)) return null
    return { world, events: [], handed: [{ to: fault.node, input: { kind: 'call', from: CONTROLLER, call: { call: 'shut-down', down: fault.down } } }] }
  },
}
