import type { ConnectionId, NodeId } from '../../core/world.ts'
import type { InFlightRequest } from '../model/producer.ts'
import { endRequest } from './answers.ts'
import { backoff } from '../clients/backoff.ts'
import { batchOf, linkTo, note, putLink, unanswered, update, type Desk } from './desk.ts'

/** A connection that stands resets the reconnect back-off. */
export const connected = (desk: Desk, broker: NodeId, connection: string): void => putLink(desk, broker, { state: 'connected', connection, notBefore: 0, failures: 0 })

/** TMO-09: after a lost connection or a refused try the broker is not dialled before the back-off is over. */
export const disconnected = (desk: Desk, broker: NodeId): void => {
  const failures = linkTo(desk, broker).failures + 1
  const { config, now } = desk.env
  const wait = backoff(config['reconnect.backoff.ms'], config['reconnect.backoff.max.ms'], failures, desk.env.jitter(failures * 17))
  putLink(desk, broker, { state: 'disconnected', connection: null, notBefore: now + wait, failures })
  // TMO-08: both kinds of end ask for metadata.
  update(desk, { metadataWanted: true })
}

/** Dials when it has something to send, not before the back-off is over. */
export const dial = (desk: Desk, broker: NodeId): void => {
  const link = linkTo(desk, broker)
  if (link.state !== 'disconnected' || desk.env.now < link.notBefore) return
  putLink(desk, broker, { ...link, state: 'connecting' })
  desk.commands.push({ do: 'connect', to: broker })
}

/** TMO-08: **all** unanswered requests of a connection end together, oldest first. */
export const endAllRequests = (desk: Desk, broker: NodeId, connection: ConnectionId | null, why: 'timed-out' | 'disconnected'): void => {
  const requests = unanswered(desk, broker)
  const ended = requests.filter((r) => r.connection === connection)
  if (ended.length === 0) return
  update(desk, { inFlight: { ...desk.state.inFlight, [broker]: requests.filter((r) => r.connection !== connection) } })
  for (const request of ended) endOne(desk, request, broker, why)
}

const endOne = (desk: Desk, request: InFlightRequest, broker: NodeId, why: 'timed-out' | 'disconnected'): void => {
  switch (request.api) {
    case 'Produce':
      return endRequest(desk, request, () => ({ kind: why, broker }))
    case 'Metadata':
      return update(desk, { metadataWanted: true })
    case 'InitProducerId':
      return update(desk, { identity: { state: 'uninitialized', notBefore: desk.env.now + desk.env.config['retry.backoff.ms'] } })
  }
}

/** TMO-08: a request older than `request.timeout.ms`, strictly, closes its connection. TMO-10: looked at only when the sender is awake. */
export const closeTimedOut = (desk: Desk): void => {
  const { now, config } = desk.env
  for (const broker of desk.env.brokers) {
    const oldest = unanswered(desk, broker)[0]
    if (!oldest || now - oldest.sentAt <= config['request.timeout.ms']) continue
    const records = unanswered(desk, broker).flatMap((r) => (r.api === 'Produce' ? r.batches.flatMap((b) => batchOf(desk, b.key)?.records ?? []) : []))
    note(desk, { kind: 'request-timed-out', node: desk.id, connection: oldest.connection, records, waited: now - oldest.sentAt })
    desk.commands.push({ do: 'close', connection: oldest.connection })
    disconnected(desk, broker)
    endAllRequests(desk, broker, oldest.connection, 'timed-out')
  }
}
