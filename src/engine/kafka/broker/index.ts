import type { Input, Message, Turn } from '../model/kinds.ts'
import type { Broker } from '../model/broker.ts'
import { openDesk, type BrokerEnv, type Desk } from './desk.ts'
import { serveFetch } from './fetch.ts'
import { takeFetched } from './follower.ts'
import { dropParked, endWait, rearmWaits, wakeFollowers } from './parked.ts'
import { serveProduce } from './produce.ts'
import { expireProduce } from './purgatory.ts'
import { accept, closeQueue, respond, takeNext } from './requests.ts'
import { serveProducerId } from './producerIds.ts'

/** A broker: a router. The rules are in the files it calls. */
export const handleBroker = (self: Broker, input: Input, env: BrokerEnv): Turn<Broker> => {
  const desk = openDesk(self, env)
  receive(desk, input)
  return { self: { ...self, durable: desk.durable, volatile: desk.state }, commands: desk.commands }
}

const receive = (desk: Desk, input: Input): void => {
  switch (input.kind) {
    case 'message':
      return input.message.body.api === 'FetchResponse' ? takeFetched(desk, input.message, input.message.body) : takeRequest(desk, input.message)
    case 'timer':
      return wakeUp(desk, input)
    case 'disconnected':
      if (input.connection !== null) {
        closeQueue(desk, input.connection)
        dropParked(desk, input.connection)
      }
      return
    case 'started':
    case 'connected':
    case 'call':
      return
  }
}

const takeRequest = (desk: Desk, request: Message): void => {
  if (accept(desk, request)) serve(desk, request)
  else rearmWaits(desk)
}

const serve = (desk: Desk, request: Message): void => {
  const { body } = request
  switch (body.api) {
    case 'Produce':
      return serveProduce(desk, request, body)
    case 'Fetch':
      return serveFetch(desk, request, body)
    case 'Metadata':
      return respond(desk, request, { api: 'MetadataResponse', partitions: Object.values(desk.state.metadata) })
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
    default:
      return
  }
}
