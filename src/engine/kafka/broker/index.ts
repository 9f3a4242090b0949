import type { Input, Message, Turn } from '../model/kinds.ts'
import type { Broker } from '../model/broker.ts'
import { CONTROLLER } from '../model/controller.ts'
import { isInternal } from '../model/names.ts'
import { openDesk, update, type BrokerEnv, type Desk } from './desk.ts'
import { serveFetch } from './fetch.ts'
import { expireOffsets, serveFindCoordinator, serveOffsetCommit, serveOffsetFetch } from './coordinator.ts'
import { dialLater, fetchAgain, followLeaders, takeFetched, takeLink } from './follower.ts'
import { dropParked, endWait, rearmWaits, wakeFollowers } from './parked.ts'
import { serveProduce } from './produce.ts'
import { expireProduce } from './purgatory.ts'
import { accept, closeQueue, respond, takeNext } from './requests.ts'
import { serveProducerId } from './producerIds.ts'
import { checkpoint, emptyVolatile, isRegistered, register, reload } from './restart.ts'
import { takeMetadata } from './roles.ts'
import { serveListOffsets } from './listOffsets.ts'
import { lookAtIsr, takeRefusal } from './isr.ts'
import { beginShutdown, endShutdown } from './shutdown.ts'

/** A broker: a router. The rules are in the files it calls. */
export const handleBroker = (self: Broker, input: Input, env: BrokerEnv): Turn<Broker> => {
  const desk = openDesk(self, env)
  receive(desk, input)
  // A process that has just ended in order keeps what is on its disk, and nothing else.
  const hasEnded = desk.commands.some((c) => c.do === 'exit')
  const volatile = hasEnded ? emptyVolatile : desk.state
  return { self: { ...self, up: !hasEnded, listens: isRegistered({ state: volatile }), durable: desk.durable, volatile }, commands: desk.commands }
}

const receive = (desk: Desk, input: Input): void => {
  switch (input.kind) {
    case 'message':
      return hear(desk, input.message)
    case 'timer':
      return wakeUp(desk, input)
    case 'connected':
      return takeLink(desk, input.peer, input.connection)
    case 'disconnected':
      return loseConnection(desk, input)
    case 'call':
      if (input.call.call === 'registered') {
        update(desk, { brokerEpoch: input.call.brokerEpoch })
        desk.durable = { ...desk.durable, cleanlyStopped: false }
        takeMetadata(desk, input.call.cluster)
      }
      if (input.call.call === 'shut-down') beginShutdown(desk, input.call.down)
      return
    case 'resumed':
      if (isRegistered(desk)) desk.commands.push({ do: 'call', to: CONTROLLER, call: { call: 'heartbeat' }, remote: true })
      else register(desk)
      return
    case 'started':
      return
  }
}

const hear = (desk: Desk, message: Message): void => {
  const { body } = message
  switch (body.api) {
    case 'FetchResponse':
      return takeFetched(desk, message, body)
    case 'MetadataUpdate':
      return takeMetadata(desk, body.cluster)
    case 'ControlledShutdownResponse':
      return endShutdown(desk)
    case 'AlterPartitionResponse':
      return takeRefusal(desk, body)
    default:
      return accept(desk, message) ? serve(desk, message) : rearmWaits(desk)
  }
}

/** An end it dialled itself, or a client's. */
const loseConnection = (desk: Desk, { connection, peer }: Extract<Input, { kind: 'disconnected' }>): void => {
  if (connection === null) return
  if (desk.state.links[peer] === connection) {
    const { [peer]: _, ...links } = desk.state.links
    update(desk, { links, fetching: { ...desk.state.fetching, [peer]: 0 } })
    return dialLater(desk, peer)
  }
  closeQueue(desk, connection)
  dropParked(desk, connection)
}

const serve = (desk: Desk, request: Message): void => {
  const { body } = request
  switch (body.api) {
    case 'Produce':
      return serveProduce(desk, request, body)
    case 'Fetch':
      return serveFetch(desk, request, body)
    case 'Metadata':
      return respond(desk, request, { api: 'MetadataResponse', partitions: Object.values(desk.state.metadata).filter((p) => !isInternal(p.partition)) })
    case 'FindCoordinator':
      return serveFindCoordinator(desk, request)
    case 'OffsetCommit':
      return serveOffsetCommit(desk, request, body)
    case 'OffsetFetch':
      return serveOffsetFetch(desk, request)
    case 'ListOffsets':
      return serveListOffsets(desk, request, body)
    case 'InitProducerId':
      return serveProducerId(desk, request)
    default:
      throw new Error(`invariant: ${body.api} is no request to a broker`)
  }
}

const wakeUp = (desk: Desk, { timer }: Extract<Input, { kind: 'timer' }>): void => {
  switch (timer.timer) {
    case 'wake':
      return wakeFollowers(desk, timer.partition)
    case 'serve': {
      const next = takeNext(desk, timer.connection)
      return next ? serve(desk, next) : undefined
    }
    case 'fetch-wait':
      return endWait(desk, timer.connection)
    case 'produce-expiry':
      return expireProduce(desk, timer.connection)
    case 'offsets-expiry':
      return expireOffsets(desk, timer.connection)
    case 'isr-check':
      return lookAtIsr(desk)
    case 'checkpoint':
      return checkpoint(desk)
    case 'refetch':
      return fetchAgain(desk, timer.broker)
    case 'catch-up':
      return catchUp(desk)
    case 'restart':
      return reload(desk)
    default:
      return
  }
}

const catchUp = (desk: Desk): void => {
  update(desk, { idle: false })
  desk.commands.push({ do: 'note', event: { kind: 'fetches-again', node: desk.id } })
  followLeaders(desk, [])
}
