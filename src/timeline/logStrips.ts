/**
 * The logs as strips of cells over time, a strip per replica.
 *
 *   broker-1 ──┌┄┄┄┐──▶ appended: dashed       │ HW
 *              ┆ C ┆    ┌───┐                  │
 *              └┄┄┄┘    │ C │ below the HW: solid
 *                       └───┘
 */
import type { Cell, CutMark, Look } from './cells.ts'
import { copies } from './copies.ts'
import type { Event, NodeId, Offset, PendingName, RecordName, Setup, TopicPartition } from './fromEngine.ts'
import { isDone, type Moment } from './moment.ts'
import { ofKind, type Timed } from './timed.ts'

export type { Cell, CutMark } from './cells.ts'

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
  readonly cuts: readonly CutMark[]
  readonly watermarks: readonly Watermark[]
  readonly notAppended: readonly NotAppended[]
}

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

/** The same value comes again when a new leader takes office. */
const watermarks = (events: readonly Timed[]): readonly Watermark[] => {
  const seen = new Map<string, number>()
  return ofKind(events, 'high-watermark-advanced')
    .filter(({ event }) => event.role === 'leader')
    .map(({ event: { node, partition, highWatermark: value }, moment }) => {
      const base = watermarkId(node, partition, value)
      const times = (seen.get(base) ?? 0) + 1
      seen.set(base, times)
      return { id: times === 1 ? base : `${base} #${times}`, node, partition, value, moment }
    })
}
export const watermarkId = (node: NodeId, partition: TopicPartition, value: Offset): string =>
  `hw ${node} ${partition} ${value}`

export const logStrips = (events: readonly Timed[], quiet: ReadonlySet<string>, setup: Setup): LogStrips => ({
  ...copies(events, setup),
  watermarks: watermarks(events),
  notAppended: notAppended(events, quiet),
})

export type CellState = Look['state'] | 'not yet' | 'gone'

/** How a cell stands at a cursor: what a test holds against the ledger. */
export const cellState = (cell: Cell, cursor: Moment): CellState => {
  if (!isDone(cell.appended, cursor)) return 'not yet'
  if (cell.removed !== null && isDone(cell.removed.moment, cursor)) return 'gone'
  return cell.looks.findLast((look) => isDone(look.from, cursor))?.state ?? 'leader only'
}
