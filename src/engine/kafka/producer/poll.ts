import type { Body } from '../model/message.ts'
import type { Offset } from '../model/names.ts'
import type { InboxItem, InFlightRequest } from '../model/producer.ts'
import { endRequest } from './answers.ts'
import { unanswered, update, type Desk } from './desk.ts'
import { errorFacts } from './errors.ts'
import { abortBatches } from './finish.ts'
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
      return readAnswer(desk, item)
    case 'connected':
      return connected(desk, item.peer, item.connection)
    case 'disconnected':
      // A connection that was closed from here long ago is no news; one that ended says what became of its requests.
      if (item.connection === null || desk.state.links[item.peer]?.connection === item.connection) disconnected(desk, item.peer)
      return endAllRequests(desk, item.peer, item.connection, 'disconnected')
  }
}

type Answer = Extract<InboxItem, { kind: 'answer' }>

const readAnswer = (desk: Desk, answer: Answer): void => {
  const { message } = answer
  const [request, ...others] = unanswered(desk, message.from)
  if (!request || request.connection !== message.connection) return
  update(desk, { inFlight: { ...desk.state.inFlight, [message.from]: others } })
  readBody(desk, request, message.body, answer.logStartOffset ?? 0)
}

const readBody = (desk: Desk, request: InFlightRequest, body: Body, logStartOffset: Offset): void => {
  if (body.api === 'ProduceResponse' && request.api === 'Produce') {
    endRequest(desk, request, (partition) => {
      const result = body.results.find((r) => r.partition === partition)
      return result ? { kind: 'answered', logStartOffset, result } : null
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

/** PID-04: a retriable refusal is repeated after a fixed `retry.backoff.ms`; one for want of a right fails what waits, and is asked again. */
const readProducerId = (desk: Desk, { error, producerId, producerEpoch }: Extract<Body, { api: 'InitProducerIdResponse' }>): void => {
  if (error === 'NONE') return adoptIdentity(desk, producerId, producerEpoch)
  const isForbidden = error === 'CLUSTER_AUTHORIZATION_FAILED'
  if (isForbidden) abortBatches(desk, errorFacts(error).exception, 'The producer is not authorized to do idempotent sends')
  update(desk, { identity: { state: 'uninitialized', notBefore: desk.env.now + (isForbidden ? 0 : desk.env.config['retry.backoff.ms']) } })
}
