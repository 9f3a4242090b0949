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

/**
 * How far a reader with `read_committed` reads: the first transaction that is still open, or not yet replicated. Nothing is
 * transactional here, so that is the high watermark, and both isolation levels read the same.
 */
export const lastStableOffset = (highWatermark: Offset): Offset => highWatermark

/** CON-01, HW-R01: a consumer reads below the high watermark only, a follower to the log end. */
export const readLimit = (log: Log, highWatermark: Offset, reader: 'consumer' | 'follower'): Offset => (reader === 'consumer' ? highWatermark : log.logEndOffset)

/** CON-01, CON-02, LOG-12…16: the batches from `from` on that end below `limit`; null when the offset is out of range. */
export const readLog = (log: Log, from: Offset, limit: Offset): readonly LogBatch[] | null => {
  if (from < log.logStartOffset || from > log.logEndOffset) return null
  const isWanted = (b: LogBatch): boolean => b.lastOffset >= from && b.lastOffset < limit
  return log.chunks.filter((chunk) => (chunk[chunk.length - 1]?.lastOffset ?? -1) >= from).flatMap((chunk) => chunk.filter(isWanted))
}

/** HW-R07: a high watermark lies between log start and log end (LOG-03, LOG-07, LOG-11). */
export const boundedHighWatermark = (log: Log, wanted: Offset): Offset => Math.max(log.logStartOffset, Math.min(wanted, log.logEndOffset))

/** LEAD-07: the log without everything from `to` on. A batch goes as a whole, so the log may end before `to` holds a record. */
export const truncateLog = (log: Log, to: Offset): Log => {
  if (to >= log.logEndOffset) return log
  if (to < log.logStartOffset) return startAnew(to)
  const kept = batchesOf(log).filter((b) => b.lastOffset < to)
  return { ...log, chunks: chunked(kept), logEndOffset: to }
}

/** An empty log that begins at `at`: what was there is of no use to a replica that is so far behind. */
export const startAnew = (at: Offset): Log => ({ chunks: [], logStartOffset: at, logEndOffset: at })

/** Retention or a request to delete records. What nobody may read yet cannot be deleted (LOG-17); null: out of range. */
export const raiseLogStart = (log: Log, to: Offset, highWatermark: Offset): Log | null => {
  if (to > highWatermark) return null
  if (to <= log.logStartOffset) return log
  return { ...log, chunks: chunked(batchesOf(log).filter((b) => b.lastOffset >= to)), logStartOffset: to }
}

const chunked = (batches: readonly LogBatch[]): Log['chunks'] =>
  Array.from({ length: Math.ceil(batches.length / CHUNK) }, (_, i) => batches.slice(i * CHUNK, (i + 1) * CHUNK))
