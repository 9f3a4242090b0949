import type { Message } from '../model/kinds.ts'
import type { Desk } from './desk.ts'
import { respond } from './requests.ts'

/** PID-02: a fresh id with epoch 0 for a producer without a transactional id, out of the broker's own block. Left out: a broker that has no block yet. */
export const serveProducerId = (desk: Desk, request: Message): void => {
  const producerId = desk.durable.nextProducerId
  desk.durable = { ...desk.durable, nextProducerId: producerId + 1 }
  respond(desk, request, { api: 'InitProducerIdResponse', error: 'NONE', producerId, producerEpoch: 0 })
}
