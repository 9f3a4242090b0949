import { lose, tellEnd } from './connections.ts'
import type { CoreEvent } from './event.ts'
import type { System } from './system.ts'
import type { Connection, Kinds, NodeId, Pending, World } from './world.ts'

export interface Gone<K extends Kinds> {
  readonly world: World<K>
  readonly events: readonly CoreEvent<K>[]
}

/** All of a play that matters here, so that a fault of a system can use it too. */
interface Links<K extends Kinds> {
  readonly system: Pick<System<K>, 'latency'>
  readonly setup: K['setup']
}

/**
 * A process ends, whether it wanted to or not: its timers and half-open connections die with it, what was on its way to
 * it is lost, what it had sent still lands, and the end of each connection lands behind that (model.md section 1).
 */
export const exit = <K extends Kinds>(play: Links<K>, world: World<K>, id: NodeId): Gone<K> => {
  const { [id]: _, ...paused } = world.paused
  const own = { ...world, paused, agenda: world.agenda.filter((p) => p.to !== id || !diesWith(p)) }
  const datagrams = lose(own, (p) => p.message.connection === null && p.to === id, 'crash')
  const mine = Object.values(world.connections).filter((c) => c.client === id || c.server === id)
  return mine.reduce<Gone<K>>((so, connection) => {
    const cut = endOne(play, so.world, connection, id)
    return { world: cut.world, events: [...so.events, ...cut.events] }
  }, datagrams)
}

/** A cut around a node does not end with its process. */
const diesWith = <K extends Kinds>(p: Pending<K>): boolean => p.kind === 'timer' || (p.kind === 'link' && p.change !== 'healed')

const endOne = <K extends Kinds>(play: Links<K>, world: World<K>, connection: Connection, gone: NodeId): Gone<K> => {
  const { id, client, server, floor, silent } = connection
  const other = client === gone ? server : client
  const direction = client === gone ? 'toServer' : 'toClient'
  const lost = lose(world, (p) => p.message.connection === id && p.to === gone, 'crash')
  const { [id]: _, ...connections } = lost.world.connections
  const cut = { ...lost.world, connections }
  const events: readonly CoreEvent<K>[] = [...lost.events, { kind: 'connection-ended', connection: id, client, server, by: 'crash' }]
  // Where nothing gets through the end does not either: the other side learns of it by its own time-out.
  if (silent[direction]) return { world: cut, events }
  const at = Math.max(world.now + play.system.latency(play.setup, gone, other), floor[direction])
  return { world: tellEnd(cut, connection, other, at), events }
}
