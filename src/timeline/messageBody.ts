/** What a message carries, and so of which kind it is in the picture. */
import {
  brokerNode,
  type ErrorCode,
  isFrom,
  isInternal,
  type Message,
  type RecordName,
  type TopicPartition,
} from './fromEngine.ts'
import type { MessageKind } from './messages.ts'

interface Carried {
  readonly partition: TopicPartition | null
  readonly records: readonly RecordName[]
  readonly code: ErrorCode | null
}
export const carries = (message: Message): Carried => ({
  partition: partitionOf(message) ?? ledBy(message),
  records: recordsOf(message),
  code: errorOf(message),
})

/** With several partitions the news lead to the lane that gets a new leader. */
const ledBy = ({ to, body }: Message): TopicPartition | null => {
  if (body.api !== 'MetadataUpdate') return null
  return body.cluster.partitions.find(({ leader }) => leader !== null && brokerNode(leader) === to)?.partition ?? null
}

const partitionOf = ({ body }: Message): TopicPartition | null => {
  switch (body.api) {
    case 'Produce':
      return body.batches[0]?.partition ?? null
    case 'ProduceResponse':
      return body.results[0]?.partition ?? null
    case 'Fetch':
    case 'FetchResponse':
      return body.partitions[0]?.partition ?? null
    default:
      return null
  }
}

const errorOf = ({ body }: Message): ErrorCode | null => {
  if (body.api === 'ProduceResponse') return body.results.find((result) => result.error !== 'NONE')?.error ?? null
  return body.api === 'OffsetCommitResponse' && body.error !== 'NONE' ? body.error : null
}

/** A follower that is told that its log and the leader's differ. */
const isDiverging = (message: Message): boolean =>
  message.body.api === 'FetchResponse' &&
  isFrom('broker', message.to) &&
  message.body.partitions.some((part) => part.diverging !== undefined || part.error === 'OFFSET_OUT_OF_RANGE')

export const kindOf = (message: Message, attempt: number, replicates: boolean, decides: boolean): MessageKind => {
  const { body } = message
  switch (body.api) {
    case 'Produce':
      return attempt > 1 ? 'retry' : 'produce'
    case 'ProduceResponse':
      return errorOf(message) === null ? 'ack' : 'error'
    case 'Fetch':
      return replicates ? 'replication-fetch' : 'quiet'
    case 'FetchResponse': {
      if (isDiverging(message)) return 'replication'
      // Copies of a log of the cluster's own carry no record of anybody's.
      if (!body.partitions.some(({ partition, batches }) => batches.length > 0 && !isInternal(partition)))
        return 'quiet'
      return isFrom('broker', message.to) ? 'replication' : 'delivery'
    }
    case 'Call':
      return 'effect'
    case 'CallReply':
      return body.outcome === 'failed' ? 'effect-refusal' : 'effect-reply'
    case 'OffsetCommit':
      return 'commit'
    case 'OffsetCommitResponse':
      return 'commit-answer'
    case 'MetadataUpdate':
      return decides ? 'decision' : 'quiet'
    // What is asked and answered beside records: who leads, who coordinates, what is committed.
    default:
      return 'quiet'
  }
}

const recordsOf = (message: Message): readonly RecordName[] => {
  const { body } = message
  if (body.api === 'Produce') return body.batches.flatMap((batch) => batch.records.map((sent) => sent.record))
  if (body.api === 'FetchResponse')
    return body.partitions.flatMap((part) => part.batches.flatMap((batch) => batch.records.map((sent) => sent.record)))
  if (body.api === 'Call' || body.api === 'CallReply') return [body.record]
  return message.about
}
