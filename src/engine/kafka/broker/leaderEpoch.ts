import type { LeaderEpoch, Offset } from '../model/names.ts'
import type { PartitionOnDisk } from '../model/broker.ts'

type Epochs = PartitionOnDisk['leaderEpochs']
export interface EpochEnd {
  readonly epoch: LeaderEpoch
  readonly endOffset: Offset
}

/**
 * LEAD-07: where an epoch ends in this log, or the largest epoch not above it.
 * @returns null when the asked epoch is larger than any known
 */
export const epochEnd = (epochs: Epochs, logEndOffset: Offset, asked: LeaderEpoch): EpochEnd | null => {
  const latest = epochs[epochs.length - 1]
  if (!latest || asked > latest.epoch) return null
  if (asked === latest.epoch) return { epoch: asked, endOffset: logEndOffset }
  const higher = epochs.find((e) => e.epoch > asked)
  const floor = epochs.findLast((e) => e.epoch <= asked)
  return higher ? { epoch: floor?.epoch ?? asked, endOffset: higher.startOffset } : null
}

/** A leader's epoch begins; an epoch that began at or behind the same offset and held nothing is forgotten. */
export const beginEpoch = (epochs: Epochs, epoch: LeaderEpoch, startOffset: Offset): Epochs => [...epochs.filter((e) => e.startOffset < startOffset && e.epoch < epoch), { epoch, startOffset }]

/** A follower meets a batch of a newer epoch. */
export const noteEpoch = (epochs: Epochs, epoch: LeaderEpoch, startOffset: Offset): Epochs => {
  const latest = epochs[epochs.length - 1]
  return latest && latest.epoch >= epoch ? epochs : beginEpoch(epochs, epoch, startOffset)
}

/**
 * LEAD-07: how a log that ends at `fetchOffset`, with a last batch of `lastFetchedEpoch`, compares with the leader's: it
 * fits, or differs from the end of that epoch on, or its epoch is larger than any the leader knows.
 * @param lastFetchedEpoch -1: the asker has nothing that could differ
 */
export const compareWithLeader = (epochs: Epochs, logEndOffset: Offset, lastFetchedEpoch: LeaderEpoch, fetchOffset: Offset): EpochEnd | 'fits' | 'unknown' => {
  if (lastFetchedEpoch < 0) return 'fits'
  const end = epochEnd(epochs, logEndOffset, lastFetchedEpoch)
  if (!end) return 'unknown'
  return end.epoch < lastFetchedEpoch || end.endOffset < fetchOffset ? end : 'fits'
}

/** The newest epoch of this log: what a follower says it has fetched last; -1 without any. */
export const latestEpoch = (epochs: Epochs): LeaderEpoch => epochs[epochs.length - 1]?.epoch ?? -1

/** LEAD-07: epochs that begin at the cut or behind it hold nothing any more. */
export const cutEpochs = (epochs: Epochs, to: Offset): Epochs => epochs.filter((e) => e.startOffset < to)

/** LEAD-07: a follower cuts to min(own end of that epoch, that offset, own log end); without that epoch to the end of the largest one below it. */
export const truncationPoint = (epochs: Epochs, logEndOffset: Offset, diverging: EpochEnd): Offset => {
  const own = epochEnd(epochs, logEndOffset, diverging.epoch)
  if (!own) return Math.min(diverging.endOffset, logEndOffset)
  return own.epoch === diverging.epoch ? Math.min(own.endOffset, diverging.endOffset, logEndOffset) : Math.min(own.endOffset, logEndOffset)
}
