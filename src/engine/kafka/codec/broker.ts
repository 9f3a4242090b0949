import type { Codec } from '../../core/codec/bytes.ts'
import { bool, codec, connectionId, int, list, nullable, oneOf, optional, record, text, unread } from '../../core/codec/fields.ts'
import { byMessage } from '../../core/codec/messages.ts'
import { time, timeInRounds } from '../../core/codec/times.ts'
import { union } from '../../core/codec/variants.ts'
import type { Millis } from '../../core/world.ts'
import type {
  BatchMetadata,
  Broker,
  FollowerRole,
  LeaderRole,
  Log,
  ParkedFetch,
  PartitionOnDisk,
  ProducerStateEntry,
  RemoteReplica,
  RequestQueue,
  WaitingOffsets,
  WaitingProduce,
} from '../model/broker.ts'
import { fetchPartition, message, partitionMetadata } from './body.ts'
import { errorCode } from './error.ts'
import { logBatch, sentRecord } from './record.ts'

const log: Codec<Log> = codec({ chunks: list(list(logBatch)), logStartOffset: int, logEndOffset: int })

const batchMetadata: Codec<BatchMetadata> = codec({
  baseSequence: int,
  lastSequence: int,
  baseOffset: int,
  lastOffset: int,
  timestamp: unread(0),
})

const producerState: Codec<ProducerStateEntry> = codec({
  producerId: int,
  producerEpoch: int,
  lastTimestamp: unread(0),
  batches: list(batchMetadata),
})

const partitionOnDisk: Codec<PartitionOnDisk> = codec<PartitionOnDisk>({
  checkpoint: nullable(int),
  log,
  producers: record(producerState),
  leaderEpochs: list(codec<PartitionOnDisk['leaderEpochs'][number]>({ epoch: int, startOffset: int })),
})

const remoteReplica: Codec<RemoteReplica> = codec({ logEndOffset: int, caughtUpAt: time, fetchedAt: time, leaderEndAtFetch: int, brokerEpoch: nullable(int), toldHighWatermark: int })

const pendingIsr: Codec<NonNullable<LeaderRole['pendingIsr']>> = codec({ change: oneOf('expand', 'shrink'), isr: list(int) })

const role: Codec<LeaderRole | FollowerRole> = union<LeaderRole | FollowerRole, 'role'>('role', {
  leader: { leaderEpoch: int, epochStartOffset: int, partitionEpoch: int, replicas: list(int), isr: list(int), pendingIsr: nullable(pendingIsr), highWatermark: int, remotes: record(remoteReplica) },
  follower: { leader: nullable(int), leaderEpoch: int, highWatermark: int, fenced: bool },
})

const queue: Codec<RequestQueue> = codec({ closed: bool, serving: nullable(message), waiting: list(message) })

/** When it expires is known to its timer. */
const waitingProduce: Codec<WaitingProduce> = codec({
  request: message,
  expiresAt: unread(0),
  partitions: list(
    codec<WaitingProduce['partitions'][number]>({ partition: text, records: list(sentRecord), baseOffset: int, needs: int, error: errorCode, currentLeader: optional(codec<NonNullable<WaitingProduce['partitions'][number]['currentLeader']>>({ leader: int, leaderEpoch: int })) }),
  ),
})

const parkedFetch = (fetchWait: Millis): Codec<ParkedFetch> =>
  codec({ request: message, replica: nullable(int), brokerEpoch: int, partitions: list(fetchPartition), arrivedAt: timeInRounds(fetchWait) })

/** @param fetchWait a parked fetch waits in rounds of this length */
export const broker = (fetchWait: Millis): Codec<Broker> =>
  codec({
    kind: unread('broker'),
    id: text,
    up: bool,
    listens: bool,
    durable: codec<Broker['durable']>({ partitions: record(partitionOnDisk), nextProducerId: int, starts: int, cleanlyStopped: bool }),
    volatile: codec<Broker['volatile']>({
      roles: record(role),
      queues: record(queue, connectionId),
      purgatory: list(waitingProduce),
      waitingOffsets: list(codec<WaitingOffsets>({ request: message, needs: int })),
      parked: list(parkedFetch(fetchWait)),
      links: record(connectionId),
      // Behind agenda and queues, where the requests it names stand.
      refuse: byMessage(errorCode),
      metadata: record(partitionMetadata),
      fetching: record(int),
      eligible: record(int),
      brokerEpoch: int,
      stopping: nullable(codec<NonNullable<Broker['volatile']['stopping']>>({ down: nullable(int) })),
      idle: bool,
    }),
  })
