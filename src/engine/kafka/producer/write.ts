import type { NodeId } from '../../core/world.ts'
import type { RecordBatch } from '../model/record.ts'
import type { InFlightRequest, ProducerBatch } from '../model/producer.ts'
import { batchOf, linkTo, note, unanswered, update, type Desk } from './desk.ts'
import { succeed } from './finish.ts'

/** ACC-R04: fewer than `max.in.flight.requests.per.connection` of this connection's requests are unanswered. */
export const hasRoom = (desk: Desk, broker: NodeId): boolean =>
  linkTo(desk, broker).state === 'connected' && unanswered(desk, broker).length < desk.env.config['max.in.flight.requests.per.connection']

const expectAnswer = (desk: Desk, broker: NodeId, request: InFlightRequest): void =>
  update(desk, { inFlight: { ...desk.state.inFlight, [broker]: [...unanswered(desk, broker), request] } })

export const sendMetadata = (desk: Desk, broker: NodeId): void => ask(desk, broker, 'Metadata')
export const sendInitProducerId = (desk: Desk, broker: NodeId): void => ask(desk, broker, 'InitProducerId')

const ask = (desk: Desk, broker: NodeId, api: 'Metadata' | 'InitProducerId'): void => {
  const { connection } = linkTo(desk, broker)
  if (connection === null) return
  expectAnswer(desk, broker, { api, connection, sentAt: desk.env.now })
  desk.commands.push({ do: 'send', to: broker, connection, about: [], body: { api } })
}

/** One request for a broker: at most one batch a partition (ACC-R03). */
export const sendProduce = (desk: Desk, broker: NodeId, drained: readonly ProducerBatch[]): void => {
  const { connection } = linkTo(desk, broker)
  if (connection === null || drained.length === 0) return
  const { config, now } = desk.env
  const acks = config.acks
  const batches = drained.map((batch) => ({ key: batch.key, partition: batch.partition, stamp: batch.stamp }))
  if (acks !== 0) expectAnswer(desk, broker, { api: 'Produce', connection, sentAt: now, batches })
  desk.commands.push({
    do: 'send',
    to: broker,
    connection,
    about: drained.flatMap((b) => b.records.map((r) => r.record)),
    body: { api: 'Produce', acks, timeoutMs: config['request.timeout.ms'], batches: drained.map((b) => onTheWire(b)) },
  })
  for (const batch of drained) noteSent(desk, broker, batch)
}

const onTheWire = (batch: ProducerBatch): RecordBatch => ({
  partition: batch.partition,
  records: batch.records,
  stamp: batch.stamp,
  bytes: batch.bytes,
  timestamp: batch.createdAt,
})

const noteSent = (desk: Desk, broker: NodeId, batch: ProducerBatch): void => {
  const { acks } = desk.env.config
  const { partition, records, stamp } = batch
  note(desk, { kind: 'batch-sent', node: desk.id, partition, records, broker, attempt: batch.attempts + 1, acks, stamp })
  const current = batchOf(desk, batch.key)
  // ACK-01: without an answer to expect it counts as successful when its bytes are handed to the socket.
  if (acks === 0 && current) succeed(desk, current, -1, 'written')
}
