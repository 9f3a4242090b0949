import type {
  BatchMetadata,
  LogBatch,
  Log,
  PartitionOnDisk,
  ProducerStateEntry,
  RecordBatch,
} from '../../../engine/index.ts'
import { incrementSequence } from '../../../engine/kafka/model/sequence.ts'
import { listOf, Malformed, nullOr, number, type Read, wholly } from '../fields.ts'

/** A batch as cases write it: sequences, and the offset of its first record. */
interface CaseBatch {
  readonly firstSeq: number
  readonly lastSeq: number
  readonly offset: number
}
export interface CaseState {
  readonly producerId: number
  readonly epoch: number
  /** Oldest first. */
  readonly batches: readonly CaseBatch[]
}

const batch: Read<CaseBatch> = wholly((f) => ({
  firstSeq: f.need('firstSeq', number),
  lastSeq: f.need('lastSeq', number),
  offset: f.need('offset', number),
}))

export const producerState: Read<CaseState | null> = nullOr(
  wholly((f) => ({
    producerId: f.need('producerId', number),
    epoch: f.need('epoch', number),
    batches: f.need('batches', listOf(batch)),
  })),
)

/** More than any batch of a case holds; a longer one is a slip of the pen. */
const MOST_RECORDS = 10_000

/** A last sequence below the first has wrapped (README of the cases). */
export const countOf = ({ firstSeq, lastSeq }: Pick<CaseBatch, 'firstSeq' | 'lastSeq'>): number => {
  const count = lastSeq >= firstSeq ? lastSeq - firstSeq + 1 : 2147483648 - firstSeq + lastSeq + 1
  if (count > MOST_RECORDS) throw new Malformed(`a batch from sequence ${firstSeq} to ${lastSeq} has ${count} records`)
  return count
}

export const recordsNamed = (name: string, count: number): RecordBatch['records'] =>
  Array.from({ length: count }, (_, i) => ({ record: `${name}.${i}`, send: 1 }))

const metadataOf = (b: CaseBatch): BatchMetadata => ({
  baseSequence: b.firstSeq,
  lastSequence: incrementSequence(b.firstSeq, countOf(b) - 1),
  baseOffset: b.offset,
  lastOffset: b.offset + countOf(b) - 1,
  timestamp: 0,
})

const entryOf = (state: CaseState): ProducerStateEntry => ({
  producerId: state.producerId,
  producerEpoch: state.epoch,
  lastTimestamp: 0,
  batches: state.batches.map(metadataOf),
})

const inLog = ({ producerId, epoch }: CaseState, b: CaseBatch): LogBatch => ({
  baseOffset: b.offset,
  lastOffset: b.offset + countOf(b) - 1,
  leaderEpoch: 0,
  records: recordsNamed(`o${b.offset}`, countOf(b)),
  stamp: { producerId, producerEpoch: epoch, baseSequence: b.firstSeq },
  timestamp: 0,
})

/** A partition with this producer state, whose remembered batches lie in its log. */
export const diskWith = (state: CaseState | null, logEndOffset?: number): PartitionOnDisk => {
  const batches = state ? state.batches.map((b) => inLog(state, b)) : []
  const log: Log = {
    chunks: batches.length > 0 ? [batches] : [],
    logStartOffset: 0,
    logEndOffset: logEndOffset ?? (batches.at(-1)?.lastOffset ?? -1) + 1,
  }
  return {
    log,
    producers: state ? { [state.producerId]: entryOf(state) } : {},
    leaderEpochs: [{ epoch: 0, startOffset: 0 }],
    checkpoint: null,
  }
}

/** What a partition remembers of one producer, as cases write it. */
export const stateOf = ({ producers }: PartitionOnDisk, producerId: number): CaseState | null => {
  const entry = producers[producerId]
  if (!entry) return null
  const batches = entry.batches.map((b) => ({
    firstSeq: b.baseSequence,
    lastSeq: b.lastSequence,
    offset: b.baseOffset,
  }))
  return { producerId: entry.producerId, epoch: entry.producerEpoch, batches }
}
