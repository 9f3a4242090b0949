import type { ErrorCode } from '../model/error.ts'
import type { Message } from '../model/kinds.ts'
import type { Body, ListedOffset } from '../model/message.ts'
import type { Offset } from '../model/names.ts'
import type { LeaderRole, Log } from '../model/broker.ts'
import { diskOf, type Desk } from './desk.ts'
import { fencing } from './readPartition.ts'
import { respond } from './requests.ts'

export type Listed = { readonly offset: Offset } | { readonly error: ErrorCode }

/**
 * What a leader answers to ListOffsets. CON-06: `latest` is the high watermark for a consumer, the log end for a replica.
 * LEAD-06: a new leader does not know a consumer's latest offset before its high watermark has reached the start of its
 * epoch, because what was committed before may lie between them.
 * @param reader null: a replica asks, which isolation does not concern
 */
export const listOffset = (
  { highWatermark, epochStartOffset }: Pick<LeaderRole, 'highWatermark' | 'epochStartOffset'>,
  { logStartOffset, logEndOffset }: Pick<Log, 'logStartOffset' | 'logEndOffset'>,
  which: 'earliest' | 'latest',
  reader: 'read_uncommitted' | null,
): Listed => {
  if (which === 'earliest') return { offset: logStartOffset }
  if (reader === null) return { offset: logEndOffset }
  return highWatermark < epochStartOffset ? { error: 'OFFSET_NOT_AVAILABLE' } : { offset: highWatermark }
}

/** CON-03, CON-06: where a reader without a position may begin; asked of the leader of each partition. */
export const serveListOffsets = (desk: Desk, request: Message, { which, partitions }: Extract<Body, { api: 'ListOffsets' }>): void => {
  const results = partitions.map(({ partition, leaderEpoch }): ListedOffset => {
    const role = desk.state.roles[partition]
    const fenced = fencing(role, leaderEpoch)
    if (fenced || role?.role !== 'leader') return { partition, error: fenced ?? 'NOT_LEADER_OR_FOLLOWER', offset: -1 }
    const listed = listOffset(role, diskOf(desk, partition).log, which, 'read_uncommitted')
    return 'offset' in listed ? { partition, error: 'NONE', offset: listed.offset } : { partition, error: listed.error, offset: -1 }
  })
  respond(desk, request, { api: 'ListOffsetsResponse', results })
}
