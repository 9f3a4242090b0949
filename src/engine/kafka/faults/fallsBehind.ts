import { insert } from '../../core/agenda.ts'
import { lose } from '../../core/connections.ts'
import { nameTimer } from '../../core/naming.ts'
import type { FaultRule } from '../../core/system.ts'
import { RANK, type Millis, type NodeId } from '../../core/world.ts'
import type { KafkaKinds, Pending, World } from '../model/kinds.ts'
import type { Broker } from '../model/broker.ts'
import { timerKey } from '../model/timer.ts'
import type { NodeFault } from './fault.ts'

export interface FallsBehindFault extends NodeFault<'falls-behind'> {
  readonly for: Millis | null
}

const DEFAULT_FOR = 60_000

const followerOf = (world: World, id: NodeId): Broker | null => {
  const node = world.nodes[id]
  const follows = node?.kind === 'broker' && Object.values(node.volatile.roles).some((r) => r.role === 'follower')
  return node?.kind === 'broker' && node.up && follows && !node.volatile.idle ? node : null
}

/** A follower stops fetching for a while; an answer already parked for it goes nowhere. The rules of the ISR do the rest (ISR-R01, R02). */
export const fallsBehind: FaultRule<KafkaKinds, FallsBehindFault> = {
  kind: 'falls-behind',
  aim: 'node',
  params: [{ key: 'for', type: 'millis', min: 1, max: 600_000, default: DEFAULT_FOR, orNever: true, explore: [DEFAULT_FOR] }],
  offers: (_setup, world, next) => {
    const follower = followerOf(world, next.to)
    return follower ? [{ kind: 'falls-behind', aim: { before: next.name }, node: follower.id, for: DEFAULT_FOR }] : []
  },
  apply: (_setup, world, fault) => {
    const follower = followerOf(world, fault.node)
    if (!follower) return null
    const until = fault.for === null ? null : world.now + fault.for
    const quiet = lose(world, (p) => (p.message.body.api === 'FetchResponse' && p.to === fault.node) || (p.message.body.api === 'Fetch' && p.message.from === fault.node), 'closed')
    const nodes = Object.fromEntries(Object.entries(quiet.world.nodes).map(([id, node]) => [id, id === fault.node ? idle(follower) : forget(node, fault.node)]))
    return { world: fetchAgainAt({ ...quiet.world, nodes }, fault.node, until), events: [{ kind: 'fell-behind', node: fault.node, until }, ...quiet.events] }
  },
}

const idle = (node: Broker): Broker => ({ ...node, volatile: { ...node.volatile, idle: true, fetching: {} } })

/** Its parked fetches are answered into the void. */
const forget = (node: World['nodes'][string], follower: NodeId): World['nodes'][string] => {
  if (node.kind !== 'broker') return node
  const parked = node.volatile.parked.filter((f) => f.request.from !== follower)
  const queues = Object.fromEntries(Object.entries(node.volatile.queues).filter(([, q]) => q.serving?.from !== follower))
  return { ...node, volatile: { ...node.volatile, parked, queues } }
}

const fetchAgainAt = (world: World, node: NodeId, at: Millis | null): World => {
  if (at === null) return world
  const timer = { timer: 'catch-up' as const }
  const pending: Pending = { kind: 'timer', name: nameTimer(world.book, `catch-up ${node}`), at, to: node, rank: RANK.timer, background: false, key: timerKey(timer), timer }
  return { ...world, agenda: insert(world.agenda, pending) }
}
