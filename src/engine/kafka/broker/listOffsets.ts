import type { ErrorCode } from '../model/error.ts'
import type { Offset } from '../model/names.ts'
import type { LeaderRole, Log } from '../model/broker.ts'

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
