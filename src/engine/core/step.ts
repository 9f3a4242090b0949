import { invariant } from './invariant.ts'
import { countFired, nameConnection } from './naming.ts'
import { openConnection } from './connections.ts'
import { canConnect, endCut } from './cut.ts'
import { defer, isPaused, resume } from './pause.ts'
import { perform, type Progress } from './perform.ts'
import { isAimedAtTime, type Fault } from './plan.ts'
import type { EventOf, Handed, Input, Play } from './system.ts'
import type { Choice } from './trace.ts'
import type { Kinds, LinkPending, Pending, World } from './world.ts'

export interface Stepped<K extends Kinds> {
  readonly world: World<K>
  readonly events: readonly EventOf<K>[]
}

/**
 * One step: the whole engine moves by this function alone. Null when the choice cannot be made here: an empty agenda,
 * a name that is not on it, a fault that does not fit.
 */
export const step = <K extends Kinds>(play: Play<K>, world: World<K>, choice: Choice): Stepped<K> | null => {
  switch (choice.do) {
    case 'next': {
      const next = world.agenda[0]
      return next ? performPending(play, world, next) : null
    }
    case 'deliver': {
      const named = world.agenda.find((p) => p.name === choice.name)
      return named ? performPending(play, world, named) : null
    }
    case 'fault':
      return strike(play, world, choice.fault)
  }
}

const strike = <K extends Kinds>(play: Play<K>, world: World<K>, fault: Fault): Stepped<K> | null => {
  const rule = play.system.faults[fault.kind]
  const at = isAimedAtTime(fault.aim) ? fault.aim.at : (world.agenda[0]?.at ?? world.now)
  const struck = rule?.apply(play.setup, { ...world, now: Math.max(world.now, at) }, fault)
  if (!struck) return null
  return settle(play, { world: struck.world, events: [{ kind: 'fault-struck', fault }, ...struck.events], handed: struck.handed ?? [] })
}

const performPending = <K extends Kinds>(play: Play<K>, world: World<K>, pending: Pending<K>): Stepped<K> => {
  const agenda = world.agenda.filter((p) => p !== pending)
  // Neither the end of a pause nor the end of a cut waits for the node.
  const isEnding = pending.kind === 'link' && (pending.change === 'resumed' || pending.change === 'healed')
  if (isPaused(world, pending.to) && !isEnding) return { world: defer({ ...world, now: Math.max(world.now, pending.at), agenda }, pending), events: [] }
  const book = pending.kind === 'deliver' ? world.book : countFired(world.book, pending.name)
  const now = Math.max(world.now, pending.at)
  const begun: Progress<K> = { world: { ...world, now, agenda, book }, events: [], handed: [] }
  return settle(play, arrive(begun, pending))
}

/** Turns what fell due into an input for its node. */
const arrive = <K extends Kinds>(progress: Progress<K>, pending: Pending<K>): Progress<K> => {
  switch (pending.kind) {
    case 'deliver': {
      const { name, from, to } = pending.message
      const landed = { kind: 'message-landed' as const, message: name, from, to }
      return hand({ ...progress, events: [landed] }, pending.to, { kind: 'message', message: pending.message })
    }
    case 'timer':
      return hand(progress, pending.to, { kind: 'timer', key: pending.key, timer: pending.timer })
    case 'link':
      if (pending.change === 'resumed') {
        const resumed = { kind: 'node-resumed' as const, node: pending.to }
        return hand({ ...progress, world: resume(progress.world, pending.to), events: [resumed] }, pending.to, { kind: 'resumed' })
      }
      if (pending.change === 'healed') {
        const healed = { kind: 'cut-ended' as const, node: pending.to }
        const ended = { ...progress, world: endCut(progress.world, pending.to), events: [healed] }
        return isPaused(ended.world, pending.to) ? ended : hand(ended, pending.to, { kind: 'resumed' })
      }
      return pending.change === 'ended'
        ? hand(progress, pending.to, { kind: 'disconnected', connection: pending.connection, peer: pending.peer })
        : connect(progress, pending)
  }
}

/** A dialled connection stands, or is refused by a dead process. */
const connect = <K extends Kinds>(progress: Progress<K>, pending: LinkPending): Progress<K> => {
  const { world } = progress
  const [client, server] = [pending.to, pending.peer]
  if (!canConnect(world, client, server)) {
    const refused = { kind: 'connection-refused' as const, client, server }
    return hand({ ...progress, events: [refused] }, client, { kind: 'disconnected', connection: null, peer: server })
  }
  const { id, book } = nameConnection(world.book, client, server)
  const connections = { ...world.connections, [id]: openConnection(id, client, server) }
  const opened = { kind: 'connection-opened' as const, connection: id, client, server }
  return hand({ ...progress, world: { ...world, book, connections }, events: [opened] }, client, { kind: 'connected', connection: id, peer: server })
}

const hand = <K extends Kinds>(progress: Progress<K>, to: string, input: Input<K>): Progress<K> => ({ ...progress, handed: [...progress.handed, { to, input }] })

/** Lets nodes handle what was handed to them until nobody of this process has anything left. */
const settle = <K extends Kinds>(play: Play<K>, begun: Progress<K>): Stepped<K> => {
  let progress = begun
  for (let handled = 0; progress.handed.length > 0; handled += 1) {
    invariant(handled < 10_000, 'nodes of one process must stop calling each other')
    const [first, ...rest] = progress.handed
    progress = first ? handle(play, { ...progress, handed: rest }, first) : progress
  }
  return { world: progress.world, events: progress.events }
}

const handle = <K extends Kinds>(play: Play<K>, progress: Progress<K>, { to, input }: Handed<K>): Progress<K> => {
  const node = progress.world.nodes[to]
  invariant(node, `${to} must exist to be handed a ${input.kind}`)
  // A dead process handles nothing; only its own restart reaches it.
  if (!node.up && input.kind !== 'timer') return progress
  const turn = play.system.handle(play.setup, node, input, progress.world.now)
  const world = turn.self === node ? progress.world : { ...progress.world, nodes: { ...progress.world.nodes, [to]: turn.self } }
  const isBack = !node.up && turn.self.up
  const events: Progress<K>['events'] = isBack ? [...progress.events, { kind: 'node-restarted', node: to }] : progress.events
  return turn.commands.reduce((so, command) => perform(play, so, to, command), { ...progress, world, events })
}
