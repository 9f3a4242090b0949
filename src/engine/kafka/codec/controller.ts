import type { Codec } from '../../core/codec/bytes.ts'
import { bool, codec, int, list, nullable, record, text, unread } from '../../core/codec/fields.ts'
import type { BrokerRegistration, Controller, Registration } from '../model/controller.ts'
import { nothing } from './clients.ts'

const registration: Codec<Registration> = codec({
  partition: text,
  replicas: list(int),
  isr: list(int),
  elr: list(int),
  lastKnownElr: list(int),
  leader: nullable(int),
  leaderEpoch: int,
  partitionEpoch: int,
  // Nothing in this slice reads it.
  recovering: bool,
})

const brokerRegistration: Codec<BrokerRegistration> = codec({ epoch: int, fenced: bool, shuttingDown: bool, waits: nullable(int) })

export const controller: Codec<Controller> = codec({
  kind: unread('controller'),
  id: text,
  up: bool,
  durable: codec<Controller['durable']>({ brokers: record(brokerRegistration), partitions: record(registration) }),
  volatile: nothing,
})
