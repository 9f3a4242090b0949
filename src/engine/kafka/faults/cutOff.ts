import { endConnection } from '../../core/connections.ts'
import { beginCut, directionsAcross } from '../../core/cut.ts'
import type { CoreEvent } from '../../core/event.ts'
import type { FaultRule, Handed } from '../../core/system.ts'
import type { Cut, Millis, NodeId } from '../../core/world.ts'
import { CONTROLLER } from '../model/controller.ts'
import type { KafkaKinds, World } from '../model/kinds.ts'
import type { NodeFault } from './fault.ts'
import { endSessionLater, isRegistered } from './session.ts'

export interface CutOffFault extends NodeFault<'cut-off'> {
  readonly from: string
  /** As seen from the node. */
  readonly way: 'both' | 'in' | 'out'
  readonly for: Millis
  /** Its connections break at once instead of going silent. */
  readonly noticed: 'no' | 'yes'
}

const EVERYONE = 'everyone'
const DEFAULT_FOR = 20_000

const canBeCut = (world: World, id: NodeId): boolean => {
  const node = world.nodes[id]
  return node !== undefined && node.up && (node.kind === 'broker' || node.kind === 'producer' || node.kind === 'consumer') && !world.cuts.some((c) => c.node === id)
}

/** A node is cut off from one or all others: its connections go silent, or break when it is noticed, and dialling fails until it ends (LEAD-10). */
export const cutOff: FaultRule<KafkaKinds, CutOffFault> = {
  kind: 'cut-off',
  aim: 'node',
  params: [
    { key: 'from', type: 'choice', choices: [EVERYONE, CONTROLLER, 'broker-1', 'broker-2', 'broker-3', 'producer-1', 'consumer-1'], default: EVERYONE, explore: [EVERYONE] },
    { key: 'way', type: 'choice', choices: ['both', 'in', 'out'], default: 'both', explore: ['both'] },
    { key: 'for', type: 'millis', min: 1, max: 600_000, default: DEFAULT_FOR, explore: [DEFAULT_FOR] },
    { key: 'noticed', type: 'choice', choices: ['no', 'yes'], default: 'no', explore: ['no'] },
  ],
  offers: (_setup, world, next) =>
    canBeCut(world, next.to) ? [{ kind: 'cut-off', aim: { before: next.name }, node: next.to, from: EVERYONE, way: 'both', for: DEFAULT_FOR, noticed: 'no' }] : [],
  apply: (setup, world, fault) => {
    const from = fault.from === EVERYONE ? null : fault.from
    if (!canBeCut(world, fault.node) || from === fault.node || (from !== null && !world.nodes[from])) return null
    const cut: Cut = { node: fault.node, from, way: fault.way, until: world.now + fault.for }
    const broken = fault.noticed === 'yes' ? breakAcross(world, cut) : { world, events: [], handed: [] }
    const begun = beginCut(broken.world, cut)
    const isUnheard = world.nodes[fault.node]?.kind === 'broker' && fault.way !== 'in' && (from === null || from === CONTROLLER)
    return { world: isUnheard ? endSessionLater(setup, begun.world, fault.node, isRegistered(world, fault.node)) : begun.world, events: [...begun.events, ...broken.events], handed: broken.handed }
  },
}

interface Broken {
  readonly world: World
  readonly events: readonly CoreEvent<KafkaKinds>[]
  readonly handed: readonly Handed<KafkaKinds>[]
}

const breakAcross = (world: World, cut: Cut): Broken =>
  Object.values(world.connections)
    .filter((c) => directionsAcross(cut, c).length > 0)
    .reduce<Broken>((so, c) => {
      const ended = endConnection(so.world, c, 'fault', () => false)
      const tell = (to: NodeId, peer: NodeId): Handed<KafkaKinds> => ({ to, input: { kind: 'disconnected', connection: c.id, peer } })
      return { world: ended.world, events: [...so.events, ...ended.events], handed: [...so.handed, tell(c.server, c.client), tell(c.client, c.server)] }
    }, { world, events: [], handed: [] })
