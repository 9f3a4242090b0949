import type { Codec } from '../../core/codec/bytes.ts'
import { codec, int, list, nullable, oneOf, optional, record, text, } from '../../core/codec/fields.ts'
import { messageCodec } from '../../core/codec/messages.ts'
import { union } from '../../core/codec/variants.ts'
import type { ClusterState, PartitionState } from '../model/controller.ts'
import type { KafkaKinds, Message } from '../model/kinds.ts'
import type {
  Body,
  EffectKind,
  FetchedPartition,
  FetchPartition,
  ListedOffset,
  PartitionMetadata,
  PartitionOffset,
  PartitionProduceResult,
} from '../model/message.ts'
import type { Protection } from '../model/protection.ts'
import { errorCode } from './error.ts'
import { logBatch, recordBatch } from './record.ts'

const produceResult: Codec<PartitionProduceResult> = codec<PartitionProduceResult>({
  partition: text,
  error: errorCode,
  baseOffset: int,
  currentLeader: optional(
    codec<NonNullable<PartitionProduceResult['currentLeader']>>({ leader: int, leaderEpoch: int }),
  ),
})

export const fetchPartition: Codec<FetchPartition> = codec({
  partition: text,
  fetchOffset: int,
  leaderEpoch: int,
  lastFetchedEpoch: int,
})

const fetchedPartition: Codec<FetchedPartition> = codec<FetchedPartition>({
  partition: text,
  error: errorCode,
  highWatermark: int,
  batches: list(logBatch),
  diverging: optional(codec<NonNullable<FetchedPartition['diverging']>>({ epoch: int, endOffset: int })),
  reaches: optional(codec<NonNullable<FetchedPartition['reaches']>>({ from: int, to: int })),
})

const partitionState: Codec<PartitionState> = codec({ partition: text, replicas: list(int), isr: list(int), leader: nullable(int), leaderEpoch: int, partitionEpoch: int })
const clusterState: Codec<ClusterState> = codec({ partitions: list(partitionState), eligible: record(int) })

export const partitionMetadata: Codec<PartitionMetadata> = codec({
  partition: text,
  leader: nullable(int),
  leaderEpoch: int,
})

const partitionOffset: Codec<PartitionOffset> = codec({ partition: text, offset: int })

export const effectKind: Codec<EffectKind> = oneOf('card', 'e-mail', 'row', 'counter', 'frame', 'typing')

const protection: Codec<Protection> = union<Protection, 'kind'>('kind', { dedup: { windowMs: int }, upsert: {}, conditional: {} })

export const body: Codec<Body> = union<Body, 'api'>('api', {
  Produce: { acks: oneOf(-1, 0, 1), timeoutMs: int, batches: list(recordBatch) },
  ProduceResponse: { results: list(produceResult) },
  Fetch: { replica: nullable(int), brokerEpoch: int, isolation: optional(oneOf('read_committed')), partitions: list(fetchPartition) },
  // What was asked decides whether the answer still fits the asker's log.
  FetchResponse: { asked: list(fetchPartition), partitions: list(fetchedPartition) },
  Metadata: {},
  MetadataResponse: { partitions: list(partitionMetadata) },
  InitProducerId: {},
  InitProducerIdResponse: { error: errorCode, producerId: int, producerEpoch: int },
  AlterPartition: { partition: text, leaderEpoch: int, partitionEpoch: int, isr: list(int) },
  AlterPartitionResponse: { partition: text, error: errorCode },
  ControlledShutdown: {},
  ControlledShutdownResponse: {},
  MetadataUpdate: { cluster: clusterState },
  FindCoordinator: { group: text },
  FindCoordinatorResponse: { error: errorCode, coordinator: nullable(int) },
  OffsetCommit: { group: text, offsets: list(partitionOffset) },
  OffsetCommitResponse: { error: errorCode },
  OffsetFetch: { group: text, partitions: list(text) },
  OffsetFetchResponse: { error: errorCode, offsets: list(partitionOffset) },
  ListOffsets: { which: oneOf('earliest', 'latest'), partitions: list(codec<{ readonly partition: string; readonly leaderEpoch: number }>({ partition: text, leaderEpoch: int })) },
  ListOffsetsResponse: { results: list(codec<ListedOffset>({ partition: text, offset: int, error: errorCode })) },
  Call: { record: text, effect: effectKind, partition: text, offset: int, guard: nullable(protection) },
  CallReply: { record: text, effect: effectKind, partition: text, offset: int, outcome: oneOf('done', 'repeat', 'refused', 'failed') },
})

export const message: Codec<Message> = messageCodec<KafkaKinds>(body)
