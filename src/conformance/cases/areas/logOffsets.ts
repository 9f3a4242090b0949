import type { Log, LogBatch } from '../../../engine/index.ts'
import { appendToLog, boundedHighWatermark, raiseLogStart, readLimit, readLog, startAnew, truncateLog } from '../../../engine/kafka/broker/log.ts'
import type { Case } from '../caseFile.ts'
import { compare } from '../compare.ts'
import { fieldsOf, listOf, Malformed, NotModelled, number, oneOf, type Read, wholly } from '../fields.ts'
import type { Compared } from '../verdict.ts'

/** A log and its high watermark; one operation on them. */
interface State {
  readonly log: Log
  readonly highWatermark: number
}
interface After extends State {
  readonly batches?: readonly LogBatch[]
  readonly error?: string
}

const pair: Read<readonly [number, number]> = (value, where) => {
  const [first, last, ...rest] = listOf(number)(value, where)
  if (first === undefined || last === undefined || rest.length > 0) throw new Malformed(`${where} is no pair of offsets`)
  return [first, last]
}

const read = wholly((f) => ({ isolation: f.need('isolation', oneOf('highWatermark', 'logEnd')), offset: f.need('offset', number) }))
const OUT_OF_RANGE = 'OFFSET_OUT_OF_RANGE'

/** The high watermark is never written as it comes: the log bounds it. */
const bounded = (log: Log, highWatermark: number): State => ({ log, highWatermark: boundedHighWatermark(log, highWatermark) })

const OPERATIONS: Readonly<Record<string, (state: State, value: unknown, where: string) => After>> = {
  appendAsLeader: ({ log, highWatermark }, value, where) => ({ log: appendToLog(log, batchAt(log.logEndOffset, log.logEndOffset + number(value, where) - 1)), highWatermark }),
  setHighWatermark: ({ log }, value, where) => bounded(log, number(value, where)),
  highWatermarkFromLeader: ({ log }, value, where) => bounded(log, number(value, where)),
  truncateTo: ({ log, highWatermark }, value, where) => bounded(truncateLog(log, number(value, where)), highWatermark),
  truncateFullyAndStartAt: ({ highWatermark }, value, where) => bounded(startAnew(number(value, where)), highWatermark),

  raiseLogStartOffset: (state, value, where) => {
    const log = raiseLogStart(state.log, number(value, where), state.highWatermark)
    return log ? { ...state, log } : { ...state, error: OUT_OF_RANGE }
  },

  read: (state, value, where) => {
    const { isolation, offset } = read(value, where)
    const limit = readLimit(state.log, state.highWatermark, isolation === 'highWatermark' ? 'consumer' : 'follower')
    const batches = readLog(state.log, offset, limit)
    return batches ? { ...state, batches } : { ...state, error: OUT_OF_RANGE }
  },
}

/** One operation on a log (LOG, CON-01, CON-02). */
export const logOffsets = ({ given, when, then }: Case): Compared => {
  const before = givenLog(given)
  const [entry, ...others] = Object.entries(when as Readonly<Record<string, unknown>>)
  if (!entry || others.length > 0) throw new Malformed('when is not one operation')
  const [name, value] = entry
  const operate = OPERATIONS[name]
  if (!operate) throw new NotModelled(`operation "${name}"`)
  return compare(then, reading(before, operate(before, value, `when.${name}`)), 'then')
}

const givenLog = (given: unknown): State => {
  const f = fieldsOf(given, 'given')
  const [logEndOffset, highWatermark] = [f.need('leo', number), f.need('hw', number)]
  const logStartOffset = f.maybe('logStartOffset', number, 0)
  // Without batches every record is one of its own.
  const oneByOne = Array.from({ length: Math.max(0, logEndOffset - logStartOffset) }, (_, i): readonly [number, number] => [logStartOffset + i, logStartOffset + i])
  const batches = f.maybe('batches', listOf(pair), oneByOne).map(([first, last]) => batchAt(first, last))
  f.nothingElse()
  return { log: { chunks: batches.length > 0 ? [batches] : [], logStartOffset, logEndOffset }, highWatermark }
}

const batchAt = (baseOffset: number, lastOffset: number): LogBatch => ({
  baseOffset,
  lastOffset,
  leaderEpoch: 0,
  records: Array.from({ length: lastOffset - baseOffset + 1 }, (_, i) => ({ record: `o${baseOffset + i}`, send: 1 })),
  stamp: null,
  timestamp: 0,
})

const reading = (before: State, { log, highWatermark, batches, error }: After) => ({
  leo: log.logEndOffset,
  logStartOffset: log.logStartOffset,
  hw: highWatermark,
  changed: highWatermark !== before.highWatermark,
  outcome: error === undefined ? 'ok' : 'error',
  ...(error === undefined ? {} : { error }),
  ...(batches === undefined ? {} : { batches: batches.map((b) => [b.baseOffset, b.lastOffset]), records: batches.reduce((n, b) => n + b.records.length, 0) }),
})
