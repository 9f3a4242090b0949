import type { CoreEvent } from '../../core/event.ts'
import { exit } from '../../core/exit.ts'
import { nameTimer } from '../../core/naming.ts'
import type { FaultRule, Handed } from '../../core/system.ts'
import { RANK, type Millis, type NodeId } from '../../core/world.ts'
import { insert } from '../../core/agenda.ts'
import type { KafkaEvent } from '../model/event.ts'
import type { KafkaKinds, Pending, World } from '../model/kinds.ts'
import type { Broker } from '../model/broker.ts'
import type { Node } from '../model/node.ts'
import type { Setup } from '../model/setup.ts'
import { emptyVolatile } from '../broker/restart.ts'
import { emptyLog } from '../broker/log.ts'
import { strippedConsumer } from '../consumer/start.ts'
import { coldVolatile } from '../producer/start.ts'
import { LONGEST_RUN } from '../model/limits.ts'
import { linkLatency } from '../model/links.ts'
import type { NodeFault } from './fault.ts'
import { endSessionLater, isRegistered } from './session.ts'

export interface CrashFault extends NodeFault<'crash'> {
  /** Back after this many ms; null: never. */
  readonly down: Millis | null
  /** Of a broker: whether it comes back with its disk. Kept, when left out. */
  readonly disk?: 'kept' | 'lost'
}

/** Unless it was said otherwise: a client is back after a second, a broker after twenty. */
const DOWN = { client: 1_000, broker: 20_000 } as const

const canCrash = (world: World, id: NodeId): Node | null => {
  const node = world.nodes[id]
  return node?.up && (node.kind === 'producer' || node.kind === 'consumer' || node.kind === 'broker') ? node : null
}

/**
 * A process is gone with its memory; disk and page cache stay, unless they are lost too. What it had sent still lands,
 * the end of its connections lands behind it, what was on its way to it is gone (PID-03, FO-01, model.md sections 1, 2).
 */
export const crash: FaultRule<KafkaKinds, CrashFault> = {
  kind: 'crash',
  aim: 'node',
  params: [
    { key: 'down', type: 'millis', min: 1, max: LONGEST_RUN, default: DOWN.client, orNever: true, explore: [DOWN.client] },
    { key: 'disk', type: 'choice', choices: ['kept', 'lost'], default: 'kept', optional: true, explore: ['kept'] },
  ],
  offers: (_setup, world, next) => {
    const node = canCrash(world, next.to)
    if (!node) return []
    const aimed = { kind: 'crash' as const, aim: { before: next.name }, node: node.id }
    return node.kind === 'broker' ? [{ ...aimed, down: DOWN.broker, disk: 'kept' }] : [{ ...aimed, down: DOWN.client }]
  },
  apply: (setup, world, fault) => {
    const node = canCrash(world, fault.node)
    if (!node) return null
    const backAt = fault.down === null ? null : world.now + fault.down
    const cut = exit({ system: { latency: linkLatency }, setup }, world, node.id)
    const nodes = { ...cut.world.nodes, [node.id]: stripped(node, fault.disk === 'lost') }
    const restarting = restartAt({ ...cut.world, nodes }, node.id, backAt)
    const lost: readonly KafkaEvent[] = fault.disk === 'lost' && node.kind === 'broker' ? [{ kind: 'disk-lost', node: node.id }] : []
    return {
      world: node.kind === 'broker' ? endSessionLater(setup, restarting, node.id, isRegistered(world, node.id)) : restarting,
      events: [{ kind: 'node-crashed', node: node.id, backAt } satisfies CoreEvent<KafkaKinds>, ...lost, ...cut.events],
      handed: tellApplication(setup, node.id),
    }
  },
}

/** One rule for every node: what is durable stays, what is volatile is reset. */
const stripped = (node: Node, isDiskLost: boolean): Node => {
  switch (node.kind) {
    case 'producer':
      return { ...node, up: false, volatile: coldVolatile }
    case 'consumer':
      return strippedConsumer(node)
    case 'broker':
      return { ...node, up: false, listens: false, durable: isDiskLost ? wiped(node.durable) : node.durable, volatile: emptyVolatile }
    default:
      return { ...node, up: false }
  }
}

/** The ids of its block are gone as well: it asks for another one (PID-02). */
const wiped = ({ partitions, nextProducerId, starts }: Broker['durable']): Broker['durable'] => ({
  starts,
  cleanlyStopped: false,
  nextProducerId: (Math.floor(nextProducerId / 1000) + 10) * 1000,
  partitions: Object.fromEntries(Object.keys(partitions).map((p) => [p, { log: emptyLog, producers: {}, leaderEpochs: [], checkpoint: null }])),
})

const restartAt = (world: World, id: NodeId, at: Millis | null): World => {
  if (at === null) return world
  const name = nameTimer(world.book, `restart ${id}`)
  const pending: Pending = { kind: 'timer', name, at, to: id, rank: RANK.timer, background: false, key: 'restart', timer: { timer: 'restart' } }
  return { ...world, agenda: insert(world.agenda, pending) }
}

const tellApplication = (setup: Setup, id: NodeId): readonly Handed<KafkaKinds>[] => {
  const client = setup.clients[id]
  return client?.kind === 'producer' ? [{ to: client.application, input: { kind: 'call', from: id, call: { call: 'producer-down' } } }] : []
}
