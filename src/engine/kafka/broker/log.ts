import { invariant } from '../../core/invariant.ts'
import type { Offset } from '../model/names.ts'
import type { Log } from '../model/broker.ts'
import type { LogBatch } from '../model/record.ts'

/** Batches of a chunk: an append copies a chunk, not a log. */
const CHUNK = 64

export const emptyLog: Log = { chunks: [], logStartOffset: 0, logEndOffset: 0 }

/** The log with one batch more at its end. */
export const appendToLog = (log: Log, batch: LogBatch): Log => {
  invariant(batch.baseOffset === log.logEndOffset, 'a batch is appended at the log end')
  const last = log.chunks[log.chunks.length - 1]
  const chunks = last && last.length < CHUNK ? [...log.chunks.slice(0, -1), [...last, batch]] : [...log.chunks, [batch]]
  return { ...log, chunks, logEndOffset: batch.lastOffset + 1 }
}

export const batchesOf = (log: Log): readonly LogBatch[] => log.chunks.flat()

/** CON-01, CON-02, LOG-12…16: the batches from `from` on that end below `limit`; null when the offset is out of range. */
export const readLog = (log: Log, from: Offset, limit: Offset): readonly LogBatch[] | null => {
  if (from < log.logStartOffset || from > log.logEndOffset) return null
  const isWanted = (b: LogBatch): boolean => b.lastOffset >= from && b.lastOffset < limit
  return log.chunks.filter((chunk) => (chunk[chunk.length - 1]?.lastOffset ?? -1) >= from).flatMap((chunk) => chunk.filter(isWanted))
}

/** The leader epoch of the last batch; -1 without any. */
export const lastEpoch = (log: Log): number => log.chunks[log.chunks.length - 1]?.at(-1)?.leaderEpoch ?? -1
