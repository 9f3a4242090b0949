import { isPaused, pause as pauseNode } from '../../core/pause.ts'
import type { FaultRule } from '../../core/system.ts'
import type { Millis } from '../../core/world.ts'
import type { KafkaKinds, World } from '../model/kinds.ts'
import type { NodeFault } from './fault.ts'
import { endSessionLater, isRegistered } from './session.ts'

export interface PauseFault extends NodeFault<'pause'> {
  readonly for: Millis
}

const DEFAULT_FOR = { client: 1_000, broker: 15_000 } as const

const canPause = (world: World, id: string): 'client' | 'broker' | null => {
  const node = world.nodes[id]
  if (!node?.up || isPaused(world, id)) return null
  if (node.kind === 'broker') return 'broker'
  return node.kind === 'producer' || node.kind === 'consumer' ? 'client' : null
}

/** A process that stands still: nothing is handled, its connections stay, its peers' time-outs run (LEAD-10). */
export const pause: FaultRule<KafkaKinds, PauseFault> = {
  kind: 'pause',
  aim: 'node',
  params: [{ key: 'for', type: 'millis', min: 1, max: 600_000, default: DEFAULT_FOR.broker, explore: [DEFAULT_FOR.broker] }],
  offers: (_setup, world, next) => {
    const kind = canPause(world, next.to)
    return kind ? [{ kind: 'pause', aim: { before: next.name }, node: next.to, for: DEFAULT_FOR[kind] }] : []
  },
  apply: (setup, world, fault) => {
    const kind = canPause(world, fault.node)
    if (!kind) return null
    const until = world.now + fault.for
    const paused = pauseNode(world, fault.node, until)
    return { world: kind === 'broker' ? endSessionLater(setup, paused, fault.node, isRegistered(world, fault.node)) : paused, events: [{ kind: 'node-paused', node: fault.node, until }] }
  },
}
