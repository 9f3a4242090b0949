/**
 * The open connections with what waits on them. A request that was sent is somewhere until its answer has landed:
 *
 *   producer ──▶ in the air ──▶ waits behind A ──▶ is being served ──▶ answer in the air ──▶ (answered)
 *                    ✕ lost                                  ✕ answer lost
 *
 * The client sees none of these places, only for how long it has waited.
 */
import type { ConnectionId, KafkaTrace, Message, Millis, NodeId, PendingName, World } from '../../engine/index.ts'
import { resolvedOf } from '../doors.ts'
import { brokersOf } from './replicas.ts'

export type ConnectionState = 'open' | 'silent' | 'dialled' | 'closed'

/** Where a request is that nobody has answered yet. */
export type Whereabouts =
  /** `lands` is null: that lies ahead, and is hidden. */
  | { readonly place: 'in-air' | 'answer-in-air'; readonly lands: Millis | null }
  | { readonly place: 'behind'; readonly behind: PendingName }
  | { readonly place: 'served'; readonly why: 'replicas' | 'no-data' | null }
  | { readonly place: 'lost' }

export interface OpenRequest {
  readonly name: PendingName
  readonly where: Whereabouts
  readonly sentAt: Millis
  readonly waited: Millis
  /** When `request.timeout.ms` lets its client close the connection (TMO-08); null: nobody waits for an answer. */
  readonly closesAt: Millis | null
}

export interface ConnectionView {
  readonly key: string
  readonly client: NodeId
  readonly server: NodeId
  /** Null while it is being dialled. */
  readonly id: ConnectionId | null
  readonly state: ConnectionState
  /** While it stands still or is closed: not to be dialled before. */
  readonly notBefore: Millis | null
  readonly requests: readonly OpenRequest[]
  /** Between two brokers: of less interest. */
  readonly isInside: boolean
}

const isBroker = (node: NodeId): boolean => node.startsWith('broker-')
/** `producer-1>broker-1 #2`: who dialled stands first. */
const clientOf = (connection: ConnectionId): NodeId => connection.split('>')[0] ?? ''
const isAnswer = ({ connection, to }: Message): boolean => connection !== null && to === clientOf(connection)
const wantsAnswer = ({ body }: Message): boolean => body.api !== 'Produce' || body.acks !== 0

/** What waits at the brokers when a run begins, warm: fetches with nothing to bring yet. */
const openAtStart = (start: World): Map<ConnectionId, Message[]> =>
  new Map(
    brokersOf(start).flatMap(({ volatile }) =>
      Object.entries(volatile.queues).map(([id, { serving, waiting }]): [ConnectionId, Message[]] => [
        id,
        [...(serving === null ? [] : [serving]), ...waiting],
      ]),
    ),
  )

/** By connection: the requests sent on it of which no answer has landed. Answers come in order (NET-02). */
const openOn = (start: World, trace: KafkaTrace, steps: number): ReadonlyMap<ConnectionId, readonly Message[]> => {
  const open = openAtStart(start)
  const sent = new Map<PendingName, Message>()
  const on = (id: ConnectionId): Message[] => open.get(id) ?? []
  for (const event of trace.steps.slice(0, steps).flatMap((step) => step.events)) {
    if (event.kind === 'connection-ended') open.delete(event.connection)
    if (event.kind === 'message-sent' && event.message.connection !== null) {
      const { message } = event
      sent.set(message.name, message)
      if (!isAnswer(message)) open.set(event.message.connection, [...on(event.message.connection), message])
    }
    const landed = event.kind === 'message-landed' ? sent.get(event.message) : undefined
    if (landed === undefined || landed.connection === null || !isAnswer(landed)) continue
    const answered = on(landed.connection).find(wantsAnswer)
    open.set(
      landed.connection,
      on(landed.connection).filter((one) => one !== answered),
    )
  }
  return open
}

const atServer = (world: World, message: Message): Whereabouts | null => {
  const server = brokersOf(world).find(({ id }) => id === message.to)
  const queue = server?.volatile.queues[message.connection ?? '']
  if (server === undefined || queue === undefined) return null
  if (queue.serving?.name === message.name) {
    const waits = server.volatile.purgatory.some(({ request }) => request.name === message.name)
    const parked = server.volatile.parked.some(({ request }) => request.name === message.name)
    return { place: 'served', why: waits ? 'replicas' : parked ? 'no-data' : null }
  }
  const index = queue.waiting.findIndex(({ name }) => name === message.name)
  const before = queue.waiting[index - 1] ?? queue.serving
  return index < 0 || before === null ? null : { place: 'behind', behind: before.name }
}

/** Where a request is now; `nth`: how many on its connection are answered before it. */
const whereabouts = (world: World, message: Message, nth: number): Whereabouts => {
  const flights = world.agenda.flatMap((pending) =>
    pending.kind === 'deliver' && pending.message.connection === message.connection ? [pending] : [],
  )
  const own = flights.find((one) => one.name === message.name)
  if (own !== undefined) return { place: 'in-air', lands: own.at }
  const there = atServer(world, message)
  if (there !== null) return there
  const answer = flights.filter((one) => isAnswer(one.message))[nth]
  return answer === undefined ? { place: 'lost' } : { place: 'answer-in-air', lands: answer.at }
}

/** Kafka's time-out is for Kafka's requests: what is called for outside has its own. */
const timeoutOf = (trace: KafkaTrace, client: NodeId, server: NodeId): Millis | null => {
  if (!isBroker(server)) return null
  const { producers, consumers } = resolvedOf(trace.setup)
  return producers[client]?.['request.timeout.ms'] ?? consumers[client]?.['request.timeout.ms'] ?? null
}

/** When it lands lies ahead. */
const withoutLanding = (where: Whereabouts): Whereabouts => ('lands' in where ? { ...where, lands: null } : where)

const requestsOn = ({ world, trace, at, isBlind }: Seen, open: readonly Message[]): readonly OpenRequest[] => {
  const timeout = timeoutOf(trace, open[0]?.from ?? '', open[0]?.to ?? '')
  const answered = open.filter(wantsAnswer)
  return open.flatMap((message): readonly OpenRequest[] => {
    const found = whereabouts(world, message, answered.indexOf(message))
    const where = isBlind ? withoutLanding(found) : found
    // Once it is served or gone, nobody waits for what asks for no answer.
    if (where.place === 'lost' && !wantsAnswer(message)) return []
    const { name, sentAt } = message
    const closesAt = timeout === null || !wantsAnswer(message) ? null : sentAt + timeout
    return [{ name, where, sentAt, waited: Math.max(0, at - sentAt), closesAt }]
  })
}

/** What clients have of brokers that they are not connected with. */
const unconnected = (world: World): readonly ConnectionView[] =>
  Object.values(world.nodes).flatMap((node) => {
    if ((node.kind !== 'producer' && node.kind !== 'consumer') || !node.up) return []
    return Object.entries(node.volatile.links).flatMap(([server, link]): readonly ConnectionView[] => {
      if (link.state === 'connected') return []
      const had = world.book[`${node.id}>${server}`] !== undefined
      if (link.state === 'disconnected' && !had) return []
      return [
        {
          key: `${node.id}>${server}`,
          client: node.id,
          server,
          id: null,
          state: link.state === 'connecting' ? 'dialled' : 'closed',
          notBefore: link.state === 'connecting' ? null : link.notBefore,
          requests: [],
          isInside: false,
        },
      ]
    })
  })

/** Clients' connections first, and first of these what has something on it. */
const rank = ({ isInside, requests, state }: ConnectionView): number =>
  (isInside ? 4 : 0) + (state === 'silent' ? 0 : requests.length > 0 ? 1 : state === 'open' ? 3 : 2)

interface Seen {
  readonly start: World
  readonly world: World
  readonly trace: KafkaTrace
  readonly steps: number
  readonly at: Millis
  /** Of what lies ahead nothing is told. */
  readonly isBlind: boolean
}

/** All connections at a cursor, and those that are being dialled or have been closed. */
export const connections = (seen: Seen): readonly ConnectionView[] => {
  const { start, world, trace, steps } = seen
  const open = openOn(start, trace, steps)
  const standing = Object.values(world.connections).map(
    ({ id, client, server, silent }): ConnectionView => ({
      key: id,
      client,
      server,
      id,
      state: silent.toServer || silent.toClient ? 'silent' : 'open',
      notBefore: null,
      requests: requestsOn(seen, open.get(id) ?? []),
      isInside: isBroker(client) && isBroker(server),
    }),
  )
  return [...standing, ...unconnected(world)].toSorted((a, b) => rank(a) - rank(b) || a.key.localeCompare(b.key, 'en'))
}
