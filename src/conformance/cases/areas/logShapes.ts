import type { LogBatch, PartitionOnDisk } from '../../../engine/index.ts'
import { listOf, Malformed, number, type Read } from '../fields.ts'

export interface Epoch {
  readonly epoch: number
  readonly startOffset: number
}

const epoch: Read<Epoch> = (value, where) => {
  const [first, startOffset, ...rest] = listOf(number)(value, where)
  if (first === undefined || startOffset === undefined || rest.length > 0) throw new Malformed(`${where} is no pair of epoch and start offset`)
  return { epoch: first, startOffset }
}

/** `[[epoch, start offset]…]` */
export const epochList = listOf(epoch)

export const pairsOf = (epochs: readonly Epoch[]): readonly (readonly [number, number])[] => epochs.map((e) => [e.epoch, e.startOffset] as const)

/** A log with one record a batch, each of the epoch in whose range it lies. */
export const diskOf = (leaderEpochs: readonly Epoch[], logEndOffset: number, logStartOffset = 0): PartitionOnDisk => {
  const epochAt = (offset: number): number => leaderEpochs.findLast((e) => e.startOffset <= offset)?.epoch ?? leaderEpochs[0]?.epoch ?? 0
  const batches = Array.from({ length: Math.max(0, logEndOffset - logStartOffset) }, (_, i): LogBatch => {
    const offset = logStartOffset + i
    return { baseOffset: offset, lastOffset: offset, leaderEpoch: epochAt(offset), records: [{ record: `o${offset}`, send: 1 }], stamp: null, timestamp: 0 }
  })
  return { log: { chunks: batches.length > 0 ? [batches] : [], logStartOffset, logEndOffset }, producers: {}, leaderEpochs, checkpoint: null }
}
