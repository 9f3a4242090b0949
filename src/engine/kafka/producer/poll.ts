import type { Body } from '../model/message.ts'
import type { Message } from '../model/kinds.ts'
import type { InboxItem, InFlightRequest } from '../model/producer.ts'
import { endRequest } from './answers.ts'
import { unanswered, update, type Desk } from './desk.ts'
import { adoptIdentity } from './identity.ts'
import { closeTimedOut, connected, disconnected, endAllRequests } from './links.ts'

/** The last phase of a turn, alone: reads answers and ends of connections, then looks for request time-outs (ACC-R07, TMO-10). */
export const pollOnly = (desk: Desk): void => {
  const { inbox } = desk.state
  if (inbox.length > 0) update(desk, { inbox: [] })
  for (const item of inbox) read(desk, item)
  closeTimedOut(desk)
}

const read = (desk: Desk, item: InboxItem): void => {
  switch (item.kind) {
    case 'answer':
      return readAnswer(desk, item.message)
    case 'connected':
      return connected(desk, item.peer, item.connection)
    case 'disconnected': {
      const { links } = desk.state
      // The end of a connection that was closed from here long ago is no news.
      if (item.connection !== null && links[item.peer]?.connection !== item.connection) return
      disconnected(desk, item.peer)
      return endAllRequests(desk, item.peer, 'disconnected')
    }
  }
}

const readAnswer = (desk: Desk, message: Message): void => {
  const [request, ...others] = unanswered(desk, message.from)
  if (!request || request.connection !== message.connection) return
  update(desk, { inFlight: { ...desk.state.inFlight, [message.from]: others } })
  readBody(desk, request, message.body)
}

const readBody = (desk: Desk, request: InFlightRequest, body: Body): void => {
  if (body.api === 'ProduceResponse' && request.api === 'Produce') {
    endRequest(desk, request, (partition) => {
      const result = body.results.find((r) => r.partition === partition)
      return { kind: 'answered', logStartOffset: 0, result: result ?? { partition, error: 'UNKNOWN_TOPIC_OR_PARTITION', baseOffset: -1 } }
    })
  } else if (body.api === 'MetadataResponse') {
    readMetadata(desk, body)
  } else if (body.api === 'InitProducerIdResponse') {
    readProducerId(desk, body)
  }
}

/** What is older than what is known already is not believed. */
const readMetadata = (desk: Desk, body: Extract<Body, { api: 'MetadataResponse' }>): void => {
  const known = desk.state.metadata
  const newer = body.partitions.filter((p) => p.leaderEpoch >= (known[p.partition]?.leaderEpoch ?? -1))
  update(desk, { metadata: { ...known, ...Object.fromEntries(newer.map((p) => [p.partition, p])) } })
}

/** PID-04: a retriable refusal is repeated after a fixed `retry.backoff.ms`. */
const readProducerId = (desk: Desk, body: Extract<Body, { api: 'InitProducerIdResponse' }>): void => {
  if (body.error === 'NONE') adoptIdentity(desk, body.producerId, body.producerEpoch)
  else update(desk, { identity: { state: 'uninitialized', notBefore: desk.env.now + desk.env.config['retry.backoff.ms'] } })
}
