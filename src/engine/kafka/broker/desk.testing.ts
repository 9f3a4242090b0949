/** Broker-1 as leader of `orders-0` with followers 2 and 3, and things laid on its desk as literals. */
import { resolveBrokerConfig, resolveTopicConfig } from '../config/index.ts'
import type { Broker, LeaderRole, PartitionOnDisk, RemoteReplica } from '../model/broker.ts'
import type { KafkaEvent } from '../model/event.ts'
import type { Command, Message } from '../model/kinds.ts'
import type { Acks, Body } from '../model/message.ts'
import type { LogBatch, ProducerStamp, RecordBatch } from '../model/record.ts'
import type { PendingName } from '../../core/world.ts'
import { layDown } from './checkAndAppend.ts'
import { type BrokerEnv, type Desk, openDesk } from './desk.ts'
import { emptyLog } from './log.ts'

export const P = 'orders-0'

export const stamped = (baseSequence: number, producerEpoch = 0, producerId = 7): ProducerStamp => ({
  producerId,
  producerEpoch,
  baseSequence,
})
export const batch = (record: string, stamp: ProducerStamp | null = null, bytes = 78): RecordBatch => ({
  partition: P,
  records: [{ record, send: 1 }],
  stamp,
  bytes,
  timestamp: 0,
})
export const laid = (record: string, baseOffset: number, stamp: ProducerStamp | null = null): LogBatch => ({
  baseOffset,
  lastOffset: baseOffset,
  leaderEpoch: 0,
  records: [{ record, send: 1 }],
  stamp,
  timestamp: 0,
})

/** A disk with these batches of one record each, from offset 0. */
export const diskWith = (
  ...batches: readonly (readonly [record: string, stamp: ProducerStamp | null])[]
): PartitionOnDisk =>
  batches.reduce((disk: PartitionOnDisk, [record, stamp], i) => layDown(disk, laid(record, i, stamp)), {
    log: emptyLog,
    producers: {},
    leaderEpochs: [{ epoch: 0, startOffset: 0 }],
    checkpoint: null,
  })

/** What the leader knows of a follower that has everything up to there. */
export const remoteAt = (logEndOffset: number, change: Partial<RemoteReplica> = {}): RemoteReplica => ({
  logEndOffset,
  caughtUpAt: 0,
  fetchedAt: 0,
  leaderEndAtFetch: 0,
  brokerEpoch: 0,
  toldHighWatermark: 0,
  ...change,
})
/** Longer ago than any lag that is allowed. */
export const LONG_AGO = -1_000_000

export const leading = (change: Partial<LeaderRole> = {}): LeaderRole => ({
  role: 'leader',
  leaderEpoch: 0,
  epochStartOffset: 0,
  partitionEpoch: 0,
  replicas: [1, 2, 3],
  isr: [1, 2, 3],
  pendingIsr: null,
  highWatermark: 0,
  remotes: { 2: remoteAt(0), 3: remoteAt(0) },
  ...change,
})

const env = (now: number, minIsr: number): BrokerEnv => {
  const [broker, topic] = [resolveBrokerConfig({}), resolveTopicConfig({ 'min.insync.replicas': String(minIsr) }, {})]
  if (broker.outcome === 'error' || topic.outcome === 'error') throw new Error('defaults are fine')
  return { now, config: broker.effective, topics: { orders: topic.effective } }
}

interface Given {
  readonly now?: number
  readonly minIsr?: number
  readonly disk?: PartitionOnDisk
  readonly role?: Partial<LeaderRole>
  readonly state?: Partial<Broker['volatile']>
}

export const brokerWith = ({ disk = diskWith(), role = {}, state = {} }: Given = {}): Broker => ({
  kind: 'broker',
  id: 'broker-1',
  up: true,
  listens: true,
  durable: { partitions: { [P]: disk }, nextProducerId: 8, starts: 0, cleanlyStopped: false },
  volatile: {
    roles: { [P]: leading(role) },
    queues: {},
    purgatory: [],
    waitingOffsets: [],
    parked: [],
    links: {},
    refuse: {},
    metadata: {},
    fetching: {},
    eligible: { 1: 0, 2: 0, 3: 0 },
    brokerEpoch: 0,
    stopping: null,
    idle: false,
    ...state,
  },
})

export const deskWith = (given: Given = {}): Desk => openDesk(brokerWith(given), env(given.now ?? 0, given.minIsr ?? 2))
export const brokerEnv = (now = 0, minIsr = 2): BrokerEnv => env(now, minIsr)

export const message = (name: string, from: string, body: Body, about: readonly string[] = []): Message => ({
  name: `${name} ${from}>broker-1` as PendingName,
  about,
  from,
  to: 'broker-1',
  connection: `${from}>broker-1 #1`,
  sentAt: 0,
  body,
})
export const produce = (one: RecordBatch, acks: Acks = -1): Message => {
  const names = one.records.map((r) => r.record)
  return message(
    `Produce[${names.join(',')}]`,
    'producer-1',
    { api: 'Produce', acks, timeoutMs: 30_000, batches: [one] },
    names,
  )
}
export const fetch = (from: string, fetchOffset: number): Message =>
  message(`Fetch@${fetchOffset}`, from, {
    api: 'Fetch',
    replica: from.startsWith('broker-') ? Number(from.slice('broker-'.length)) : null,
    brokerEpoch: from.startsWith('broker-') ? 0 : -1,
    partitions: [{ partition: P, fetchOffset, leaderEpoch: 0, lastFetchedEpoch: -1 }],
  })

export const eventsIn = (commands: readonly Command[]): readonly KafkaEvent[] =>
  commands.flatMap((c) => (c.do === 'note' ? [c.event] : []))
/** Bodies of the answers that leave, with the name of what they answer. */
export const answersIn = (commands: readonly Command[]): readonly (readonly [to: string, body: Body])[] =>
  commands.flatMap((c) => (c.do === 'answer' ? [[c.request.name, c.body] as const] : []))
export const producedIn = (
  commands: readonly Command[],
): readonly { readonly error: string; readonly baseOffset: number }[] =>
  answersIn(commands).flatMap(([, body]) =>
    body.api === 'ProduceResponse' ? body.results.map(({ error, baseOffset }) => ({ error, baseOffset })) : [],
  )
