import { invariant } from '../invariant.ts'
import type { CodedPlay, SystemCodec } from '../system.ts'
import type {
  Connection,
  Cut,
  Delivery,
  Kinds,
  LinkPending,
  Message,
  NodeId,
  Pending,
  Rank,
  TimerPending,
  World,
} from '../world.ts'
import {
  type Codec,
  fillMentions,
  openReader,
  openWriter,
  type Reader,
  readCount,
  readInt,
  writeCount,
  writeInt,
} from './bytes.ts'
import { bool, codec, connectionId, list, nullable, oneOf, record, text } from './fields.ts'
import { makeUpName, messageCodec } from './messages.ts'
import { time, timeAhead } from './times.ts'

/**
 * A world as bytes, exact and canonical: equal bytes mean equal futures. Times are relative to now. Left out is what no
 * rule reads: the clock, the book, the names of pendings and messages, and the numbers of connections.
 */
export const encode = <K extends Kinds>(play: CodedPlay<K>, world: World<K>): Uint8Array => {
  const system = play.codec
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
export const decode = <K extends Kinds>(play: CodedPlay<K>, bytes: Uint8Array): World<K> => {
  const system = play.codec
  const from = openReader(system.dictionary, bytes)
  if (system.readsClock) from.now = readInt(from)
  const open = connections.read(from)
  const pendings = agenda(system).read(from)
  const paused = record(agenda(system)).read(from)
  const cut = cuts.read(from)
  const nodes = record(system.node).read(from)
  invariant(from.at === bytes.length, 'a world takes all of its bytes')
  return {
    now: from.now,
    nodes,
    connections: Object.fromEntries(open.map((c) => [c.id, c])),
    agenda: pendings,
    paused,
    cuts: cut,
    book: { ...from.stood },
  }
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

const nameOfLink = ({ change, to, peer }: Pick<LinkPending, 'change' | 'to' | 'peer'>): string =>
  change === 'connected' ? `connect ${to}>${peer}` : `end ${peer}>${to}`

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

const readPending = <K extends Kinds>(
  from: Reader,
  kind: Pending['kind'],
  system: SystemCodec<K>,
  message: Codec<Message<K>>,
): Pending<K> => {
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
      return {
        kind,
        name: makeUpName(from, `${timer.timer} ${to}`),
        ...when,
        to,
        key: system.timerKey(timer),
        timer,
      } satisfies TimerPending<K>
    }
    case 'link': {
      const of = link.read(from)
      return { kind, name: makeUpName(from, nameOfLink(of)), ...when, ...of } satisfies LinkPending
    }
  }
}
