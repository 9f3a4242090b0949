import { insert } from '../../core/agenda.ts'
import { lose, tellEnd } from '../../core/connections.ts'
import type { CoreEvent } from '../../core/event.ts'
import { nameTimer } from '../../core/naming.ts'
import type { FaultRule, Handed } from '../../core/system.ts'
import { RANK, type Connection, type Millis, type NodeId } from '../../core/world.ts'
import { linkLatency } from '../links.ts'
import type { KafkaKinds, Pending, World } from '../model/kinds.ts'
import type { Consumer } from '../model/consumer.ts'
import type { Producer } from '../model/producer.ts'
import type { Setup } from '../model/setup.ts'
import { coldVolatile } from '../producer/start.ts'
import type { NodeFault } from './fault.ts'

export interface CrashFault extends NodeFault<'crash'> {
  /** Back after this many ms; null: never. */
  readonly down: Millis | null
}

/** A client is back after a second, unless it was said otherwise. */
const CLIENT_DOWN = 1_000

const isClient = (world: World, id: NodeId): boolean => {
  const node = world.nodes[id]
  return node !== undefined && node.up && (node.kind === 'producer' || node.kind === 'consumer')
}

/** Crash of a client: its memory is gone. What it had sent still lands, the end of its connections lands behind it (PID-03, model.md section 1). */
export const crash: FaultRule<KafkaKinds, CrashFault> = {
  kind: 'crash',
  aim: 'node',
  params: [{ key: 'down', type: 'millis', min: 1, max: 600_000, default: CLIENT_DOWN, orNever: true, explore: [CLIENT_DOWN] }],
  offers: (_setup, world, next) => (isClient(world, next.to) ? [{ kind: 'crash', aim: { before: next.name }, node: next.to, down: CLIENT_DOWN }] : []),
  apply: (setup, world, fault) => {
    const node = world.nodes[fault.node]
    if (!isClient(world, fault.node) || (node?.kind !== 'producer' && node?.kind !== 'consumer')) return null
    const backAt = fault.down === null ? null : world.now + fault.down
    const cut = cutConnections(setup, dropOwn(world, node.id), node.id)
    const nodes = { ...cut.world.nodes, [node.id]: stripped(node) }
    return {
      world: restartAt({ ...cut.world, nodes }, node.id, backAt),
      events: [{ kind: 'node-crashed', node: node.id, backAt }, ...cut.events],
      handed: tellApplication(setup, node.id),
    }
  },
}

/** Durable state stays, volatile state is reset. A reader begins again at the beginning: nothing was committed. */
const stripped = (node: Producer | Consumer): Producer | Consumer => {
  if (node.kind === 'producer') return { ...node, up: false, volatile: coldVolatile }
  const { links, positions } = node.volatile
  const down = { state: 'disconnected' as const, connection: null, notBefore: 0, failures: 0 }
  return {
    ...node,
    up: false,
    volatile: {
      ...node.volatile,
      links: Object.fromEntries(Object.keys(links).map((broker) => [broker, down])),
      positions: Object.fromEntries(Object.keys(positions).map((p) => [p, 0])),
      buffered: [],
      handed: [],
      fetching: {},
    },
  }
}

/** Its timers and half-open connections die with it; what was on its way to it is gone. */
const dropOwn = (world: World, id: NodeId): World => ({ ...world, agenda: world.agenda.filter((p) => p.kind === 'deliver' || p.to !== id) })

const cutConnections = (setup: Setup, world: World, id: NodeId): { world: World; events: CoreEvent<KafkaKinds>[] } => {
  const mine = Object.values(world.connections).filter((c) => c.client === id)
  return mine.reduce((so, connection) => {
    const cut = cutOne(setup, so.world, connection)
    return { world: cut.world, events: [...so.events, ...cut.events] }
  }, { world, events: [] as CoreEvent<KafkaKinds>[] })
}

const cutOne = (setup: Setup, world: World, connection: Connection): { world: World; events: CoreEvent<KafkaKinds>[] } => {
  const { id, client, server, floor } = connection
  const gone = lose(world, (p) => p.message.connection === id && p.to === client, 'crash')
  const { [id]: _, ...connections } = gone.world.connections
  const at = Math.max(world.now + linkLatency(setup, client, server), floor.toServer)
  const told = tellEnd({ ...gone.world, connections }, connection, server, at)
  return { world: told, events: [...gone.events, { kind: 'connection-ended', connection: id, client, server, by: 'crash' }] }
}

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
