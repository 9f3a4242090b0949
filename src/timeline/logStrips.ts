/**
 * The logs as strips of cells over time, a strip per replica.
 *
 *   broker-1 ──┌┄┄┄┐──▶ appended: dashed       │ HW
 *              ┆ C ┆    ┌───┐                  │
 *              └┄┄┄┘    │ C │ below the HW: solid
 *                       └───┘
 */
import type { Event, NodeId, Offset, PendingName, RecordName, TopicPartition } from './fromEngine.ts'
import { isDone, later, type Moment } from './moment.ts'
import { ofKind, type Timed } from './timed.ts'

export interface Cell {
  readonly id: string
  readonly node: NodeId
  readonly partition: TopicPartition
  readonly role: 'leader' | 'follower'
  readonly records: readonly RecordName[]
  readonly offset: Offset
  readonly lastOffset: Offset
  readonly appended: Moment
  /** When the leader's high watermark passed it; null: not in this run. */
  readonly replicated: Moment | null
  /** An earlier cell of this log holds the same record. */
  readonly secondCopy: boolean
  readonly message: PendingName
  readonly baseSequence: number | null
}
export interface Watermark {
  readonly id: string
  readonly node: NodeId
  readonly partition: TopicPartition
  readonly value: Offset
  readonly moment: Moment
}
/** A request that was looked at and not appended. */
export interface NotAppended {
  readonly id: string
  readonly kind: 'duplicate' | 'gap' | 'refused'
  readonly node: NodeId
  readonly partition: TopicPartition
  readonly records: readonly RecordName[]
  readonly moment: Moment
  readonly message: PendingName
  readonly code: string | null
  readonly byFault: boolean
  readonly came: number | null
  readonly expected: number | null
}
export interface LogStrips {
  readonly cells: readonly Cell[]
  readonly watermarks: readonly Watermark[]
  readonly notAppended: readonly NotAppended[]
}

type Appended = Extract<Event, { kind: 'batch-appended' | 'batch-replicated' }>

const cells = (events: readonly Timed[], watermarks: readonly Watermark[]): readonly Cell[] => {
  const seen = new Set<string>()
  return ofKind(events, 'batch-appended', 'batch-replicated').map(({ event, moment }) => {
    const log = `${event.node} ${event.partition}`
    const names = event.records.map((sent) => sent.record)
    const secondCopy = names.some((name) => seen.has(`${log} ${name}`))
    for (const name of names) seen.add(`${log} ${name}`)
    const lastOffset = event.baseOffset + event.records.length - 1
    const passed = watermarks.find((mark) => mark.partition === event.partition && mark.value > lastOffset)
    return {
      id: `${log} ${event.baseOffset}`,
      node: event.node,
      partition: event.partition,
      role: event.kind === 'batch-appended' ? 'leader' : 'follower',
      records: names,
      offset: event.baseOffset,
      lastOffset,
      appended: moment,
      replicated: passed === undefined ? null : later(passed.moment, moment),
      secondCopy,
      message: event.message,
      baseSequence: sequenceOf(event),
    }
  })
}
const sequenceOf = (event: Appended): number | null =>
  event.kind === 'batch-appended' ? (event.stamp?.baseSequence ?? null) : null

const notAppended = (events: readonly Timed[], quiet: ReadonlySet<string>): readonly NotAppended[] => {
  const duplicates = ofKind(events, 'duplicate-recognised').map(
    ({ event, moment }): NotAppended => ({
      ...place(event, moment),
      kind: 'duplicate',
      code: null,
      byFault: false,
      came: null,
      expected: null,
    }),
  )
  const refused = ofKind(events, 'batch-refused')
    .filter(({ event }) => !quiet.has(event.message))
    .map(
      ({ event, moment }): NotAppended => ({
        ...place(event, moment),
        kind: event.error === 'OUT_OF_ORDER_SEQUENCE_NUMBER' ? 'gap' : 'refused',
        code: event.error,
        byFault: event.byFault,
        came: event.came?.baseSequence ?? null,
        expected: event.expected?.sequence ?? null,
      }),
    )
  return [...duplicates, ...refused].sort((a, b) => a.moment.at - b.moment.at || a.moment.tie - b.moment.tie)
}
const place = (event: Extract<Event, { kind: 'duplicate-recognised' | 'batch-refused' }>, moment: Moment) => ({
  id: `not-appended ${event.message}`,
  node: event.node,
  partition: event.partition,
  records: event.records.map((sent) => sent.record),
  moment,
  message: event.message,
})

export const logStrips = (events: readonly Timed[], quiet: ReadonlySet<string>): LogStrips => {
  const watermarks = ofKind(events, 'high-watermark-advanced')
    .filter(({ event }) => event.role === 'leader')
    .map(({ event, moment }) => ({
      id: `hw ${event.partition} ${event.highWatermark}`,
      node: event.node,
      partition: event.partition,
      value: event.highWatermark,
      moment,
    }))
  return { cells: cells(events, watermarks), watermarks, notAppended: notAppended(events, quiet) }
}

/** How a cell stands at a cursor: what a test holds against the ledger. */
export const cellState = (cell: Cell, cursor: Moment): 'not yet' | 'leader only' | 'replicated' =>
  !isDone(cell.appended, cursor)
    ? 'not yet'
    : cell.replicated !== null && isDone(cell.replicated, cursor)
      ? 'replicated'
      : 'leader only'
