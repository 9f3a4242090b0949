import { insert, isTimerOf } from './agenda.ts'
import { directionFrom, endConnection, openConnection, tellEnd } from './connections.ts'
import { canConnect, isCut } from './cut.ts'
import { exit } from './exit.ts'
import { nameAnswer, nameConnection, nameMessage, nameTimer } from './naming.ts'
import { isPaused } from './pause.ts'
import type { Command, EventOf, Handed, Play } from './system.ts'
import { RANK, type Kinds, type Message, type NodeId, type PendingName, type World } from './world.ts'

/** What is being gathered while one step runs. */
export interface Progress<K extends Kinds> {
  readonly world: World<K>
  readonly events: readonly EventOf<K>[]
  /** Inputs for nodes of the same process, handled in this step in the order in which they were called. */
  readonly handed: readonly Handed<K>[]
}

const note = <K extends Kinds>(progress: Progress<K>, ...events: readonly EventOf<K>[]): Progress<K> => ({
  ...progress,
  events: [...progress.events, ...events],
})

/** Puts a message on its way: it lands one link later, never before what was sent ahead of it in its direction. */
const dispatch = <K extends Kinds>(play: Play<K>, progress: Progress<K>, message: Message<K>): Progress<K> => {
  const { world } = progress
  const due = world.now + play.system.latency(play.setup, message.from, message.to)
  const connection = message.connection === null ? undefined : world.connections[message.connection]
  const lands = connection ? Math.max(due, connection.floor[directionFrom(connection, message.from)]) : due
  const sent = note(progress, { kind: 'message-sent', message, lands })
  if (message.connection === null && isCut(world, message.from, message.to)) {
    const { name, from, to } = message
    return note(sent, { kind: 'message-lost', message: name, from, to, connection: null, cause: 'datagram', aimedAt: false })
  }
  if (connection?.silent[directionFrom(connection, message.from)]) {
    const { name, from, to } = message
    return note(sent, {
      kind: 'message-lost',
      message: name,
      from,
      to,
      connection: connection.id,
      cause: 'silent',
      aimedAt: false,
    })
  }
  const delivery = {
    kind: 'deliver' as const,
    name: message.name,
    at: lands,
    to: message.to,
    rank: RANK.link,
    background: false,
    held: false,
    message,
  }
  return { ...sent, world: { ...world, agenda: insert(world.agenda, delivery) } }
}

const send = <K extends Kinds>(
  play: Play<K>,
  progress: Progress<K>,
  from: NodeId,
  command: Extract<Command<K>, { do: 'send' }>,
): Progress<K> => {
  const { to, connection, about, body } = command
  // A node may still hold a connection whose end it has not heard of yet: what it sends there goes nowhere.
  if (connection !== null && !progress.world.connections[connection]) return progress
  const { name, book } = nameMessage(progress.world.book, play.system.nameOf({ body, about }), from, to)
  const message: Message<K> = { name, about, from, to, connection, sentAt: progress.world.now, body }
  return dispatch(play, { ...progress, world: { ...progress.world, book } }, message)
}

/** An answer for a connection that has ended goes nowhere (recording A17). */
const answer = <K extends Kinds>(
  play: Play<K>,
  progress: Progress<K>,
  from: NodeId,
  command: Extract<Command<K>, { do: 'answer' }>,
): Progress<K> => {
  const { request, body } = command
  if (request.connection !== null && !progress.world.connections[request.connection]) return progress
  const name = nameAnswer(play.system.nameOf({ body, about: request.about }), request.name, from, request.from)
  return dispatch(play, progress, {
    name,
    about: request.about,
    from,
    to: request.from,
    connection: request.connection,
    sentAt: progress.world.now,
    body,
  })
}

const setTimer = <K extends Kinds>(
  progress: Progress<K>,
  node: NodeId,
  command: Extract<Command<K>, { do: 'set-timer' | 'follow-up' }>,
): Progress<K> => {
  const { world } = progress
  const followUp = command.do === 'follow-up'
  const rank = followUp ? RANK.followUp : command.first ? RANK.firstTimer : RANK.timer
  const pending = {
    kind: 'timer' as const,
    name: nameTimer(world.book, command.name),
    at: followUp ? world.now : Math.max(world.now, command.at),
    to: node,
    rank,
    background: command.do === 'set-timer' && (command.background ?? false),
    key: command.key,
    timer: command.timer,
  }
  const others = world.agenda.filter((p) => !isTimerOf(node, command.key)(p))
  return { ...progress, world: { ...world, agenda: insert(others, pending) } }
}

const dial = <K extends Kinds>(play: Play<K>, progress: Progress<K>, from: NodeId, to: NodeId): Progress<K> => {
  const { world } = progress
  const roundTrip = play.system.latency(play.setup, from, to) + play.system.latency(play.setup, to, from)
  const name: PendingName = nameTimer(world.book, `connect ${from}>${to}`)
  const pending = {
    kind: 'link' as const,
    change: 'connected' as const,
    name,
    at: world.now + roundTrip,
    to: from,
    peer: to,
    rank: RANK.link,
    background: false,
    connection: null,
  }
  return { ...progress, world: { ...world, agenda: insert(world.agenda, pending) } }
}

/** The connection stands, or is refused, in this very step. */
const connectNow = <K extends Kinds>(progress: Progress<K>, client: NodeId, server: NodeId): Progress<K> => {
  const { world } = progress
  if (!canConnect(world, client, server)) return progress
  const { id, book } = nameConnection(world.book, client, server)
  const connections = { ...world.connections, [id]: openConnection(id, client, server) }
  const opened = note({ ...progress, world: { ...world, book, connections } }, { kind: 'connection-opened', connection: id, client, server })
  return { ...opened, handed: [...opened.handed, { to: client, input: { kind: 'connected', connection: id, peer: server } }] }
}

/** Either end closes: everything in the air is gone, the other end hears of it one link later. */
const close = <K extends Kinds>(play: Play<K>, progress: Progress<K>, node: NodeId, id: string): Progress<K> => {
  const connection = progress.world.connections[id]
  if (!connection) return progress
  const by = node === connection.client ? 'client' : 'server'
  const other = by === 'client' ? connection.server : connection.client
  const ended = endConnection(progress.world, connection, by, (p) => p.held && p.message.from === connection.client)
  // Behind what is held in that direction: the other end hears of it first, then of the end.
  const at = Math.max(
    ended.world.now + play.system.latency(play.setup, node, other),
    connection.floor[directionFrom(connection, node)],
  )
  return note({ ...progress, world: tellEnd(ended.world, connection, other, at) }, ...ended.events)
}

const isReached = <K extends Kinds>(world: World<K>, from: NodeId, to: NodeId): boolean =>
  !isCut(world, from, to) && !isCut(world, to, from) && !isPaused(world, to)

/** Performs one command of `node`. */
export const perform = <K extends Kinds>(
  play: Play<K>,
  progress: Progress<K>,
  node: NodeId,
  command: Command<K>,
): Progress<K> => {
  switch (command.do) {
    case 'send':
      return send(play, progress, node, command)
    case 'answer':
      return answer(play, progress, node, command)
    case 'call':
      if (command.remote && !isReached(progress.world, node, command.to)) return progress
      return {
        ...progress,
        handed: [...progress.handed, { to: command.to, input: { kind: 'call', from: node, call: command.call } }],
      }
    case 'connect':
      return command.instantly ? connectNow(progress, node, command.to) : dial(play, progress, node, command.to)
    case 'close':
      return close(play, progress, node, command.connection)
    case 'set-timer':
    case 'follow-up':
      return setTimer(progress, node, command)
    case 'cancel-timer':
      return {
        ...progress,
        world: { ...progress.world, agenda: progress.world.agenda.filter((p) => !isTimerOf(node, command.key)(p)) },
      }
    case 'exit': {
      const gone = exit(play, progress.world, node)
      return note({ ...progress, world: gone.world }, ...gone.events)
    }
    case 'note':
      return note(progress, command.event)
  }
}
