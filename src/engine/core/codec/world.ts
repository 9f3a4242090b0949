import { invariant } from '../invariant.ts'
import type { Play, SystemCodec } from '../system.ts'
import type { Connection, Cut, Delivery, Kinds, LinkPending, Message, NodeId, Pending, PendingName, Rank, TimerPending, World } from '../world.ts'
import { fillMentions, openReader, openWriter, readCount, readInt, writeCount, writeInt, type Codec, type Reader } from './bytes.ts'
import { bool, codec, connectionId, list, nullable, oneOf, record, text, time, timeAhead, unread } from './fields.ts'

/**
 * A world as bytes, exact and canonical: equal bytes mean equal futures. Times are relative to now. Left out is what no
 * rule reads: the clock, the book, the names of pendings and messages, and the numbers of connections.
 */
export const encode = <K extends Kinds>(play: Play<K>, world: World<K>): Uint8Array => {
  const system = play.system.codec(play.setup)
  const out = openWriter(system.dictionary, world.now)
  if (system.readsClock) writeInt(out, world.now)
  connections.write(out, Object.values(world.connections))
  agenda(system).write(out, world.agenda)
  record(agenda(system)).write(out, world.paused)
  cuts.write(out, world.cuts)
  record(system.node).write(out, world.nodes)
  fillMentions(out)
  return out.bytes.slice(0, out.length)
}

/** A world that steps as the one that was encoded. Its names are its own; its clock starts at 0 where no rule reads it. */
export const decode = <K extends Kinds>(play: Play<K>, bytes: Uint8Array): World<K> => {
  const system = play.system.codec(play.setup)
  const from = openReader(system.dictionary, bytes)
  if (system.readsClock) from.now = readInt(from)
  const open = connections.read(from)
  const pendings = agenda(system).read(from)
  const paused = record(agenda(system)).read(from)
  const cut = cuts.read(from)
  const nodes = record(system.node).read(from)
  invariant(from.at === bytes.length, 'a world takes all of its bytes')
  return { now: from.now, nodes, connections: Object.fromEntries(open.map((c) => [c.id, c])), agenda: pendings, paused, cuts: cut, book: { ...from.stood } }
}

/** Names of a decoded world begin where no run ever comes, so they cannot meet one that is made later. */
const FIRST_ORDINAL = 1_000_000_000

const makeUpName = (from: Reader, base: string): PendingName => {
  from.named += 1
  return `${base} #${FIRST_ORDINAL + from.named}` as PendingName
}

/** In the order in which they were opened: a crash ends them in this order. */
const connections = list(
  codec<Connection>({
    id: connectionId,
    client: text,
    server: text,
    silent: codec<Connection['silent']>({ toServer: bool, toClient: bool }),
    floor: codec<Connection['floor']>({ toServer: timeAhead, toClient: timeAhead }),
  }),
)

const cuts = list(codec<Cut>({ node: text, from: nullable(text), way: oneOf('in', 'out', 'both'), until: timeAhead }))

type Content<K extends Kinds> = Pick<Message<K>, 'from' | 'to' | 'connection' | 'body' | 'about' | 'sentAt'>

/** A message, once; where it stands a second time, its place among those before. No rule reads `about` and `sentAt`. */
export const messageCodec = <K extends Kinds>(body: Codec<K['body']>): Codec<Message<K>> => {
  const content = codec<Content<K>>({
    from: text,
    to: text,
    connection: nullable(connectionId),
    body,
    about: unread<readonly string[]>([]),
    sentAt: unread(0),
  })
  return {
    write: (out, message) => {
      const known = out.messages.get(message.name)
      writeCount(out, known === undefined ? 0 : known + 1)
      if (known !== undefined) return
      out.messages.set(message.name, out.messages.size)
      content.write(out, message)
    },
    read: (from) => {
      const known = readCount(from)
      if (known > 0) return messageAt<K>(from, known - 1)
      const place = from.messages.length
      const { body: of, ...rest } = content.read(from)
      const message: Message<K> = { name: makeUpName(from, `${of.api} ${rest.from}>${rest.to}`), ...rest, body: of }
      from.messages[place] = message
      return message
    },
  }
}

const messageAt = <K extends Kinds>(from: Reader, place: number): Message<K> => {
  const message = from.messages[place]
  invariant(message, 'a message is referred to behind itself')
  return message as Message<K>
}

/** A record by names of messages that were written before; what is about a message that is gone is dropped. */
export const byMessage = <T>(of: Codec<T>): Codec<Readonly<Record<string, T>>> => ({
  write: (out, value) => {
    const known = Object.entries(value).flatMap(([name, v]) => {
      const place = out.messages.get(name as PendingName)
      return place === undefined ? [] : [{ place, v }]
    })
    writeCount(out, known.length)
    for (const { place, v } of known.sort((a, b) => a.place - b.place)) {
      writeCount(out, place)
      of.write(out, v)
    }
  },
  read: (from) => {
    const value: Record<string, T> = {}
    for (let left = readCount(from); left > 0; left -= 1) value[messageAt(from, readCount(from)).name] = of.read(from)
    return value
  },
})

interface Due {
  readonly at: number
  readonly rank: Rank
  readonly background: boolean
}
const due = codec<Due>({ at: time, rank: oneOf(0, 1, 2, 3), background: bool })

const link = codec<Pick<LinkPending, 'change' | 'to' | 'peer' | 'connection'>>({
  change: oneOf('connected', 'ended', 'resumed', 'healed'),
  to: text,
  peer: text,
  connection: nullable(connectionId),
})

const nameOfLink = ({ change, to, peer }: Pick<LinkPending, 'change' | 'to' | 'peer'>): string => (change === 'connected' ? `connect ${to}>${peer}` : change === 'ended' ? `end ${peer}>${to}` : change === 'resumed' ? `resume ${to}` : `heal ${to}`)

const KINDS = ['deliver', 'timer', 'link'] as const

const agenda = <K extends Kinds>(system: SystemCodec<K>): Codec<readonly Pending<K>[]> => {
  const message = messageCodec<K>(system.body)
  const to: Codec<NodeId> = text
  return list<Pending<K>>({
    write: (out, pending) => {
      writeCount(out, KINDS.indexOf(pending.kind))
      due.write(out, pending)
      switch (pending.kind) {
        case 'deliver':
          bool.write(out, pending.held)
          return message.write(out, pending.message)
        case 'timer':
          to.write(out, pending.to)
          return system.timer.write(out, pending.timer)
        case 'link':
          return link.write(out, pending)
      }
    },
    read: (from) => {
      const kind = KINDS[readCount(from)]
      invariant(kind, 'a pending is a delivery, a timer or a link')
      return readPending(from, kind, system, message)
    },
  })
}

const readPending = <K extends Kinds>(from: Reader, kind: Pending['kind'], system: SystemCodec<K>, message: Codec<Message<K>>): Pending<K> => {
  const when = due.read(from)
  switch (kind) {
    case 'deliver': {
      const held = bool.read(from)
      const of = message.read(from)
      return { kind, name: of.name, ...when, to: of.to, held, message: of } satisfies Delivery<K>
    }
    case 'timer': {
      const to = text.read(from)
      const timer = system.timer.read(from)
      return { kind, name: makeUpName(from, `${timer.timer} ${to}`), ...when, to, key: system.timerKey(timer), timer } satisfies TimerPending<K>
    }
    case 'link': {
      const of = link.read(from)
      return { kind, name: makeUpName(from, nameOfLink(of)), ...when, ...of } satisfies LinkPending
    }
  }
}
