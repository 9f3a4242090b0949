/**
 * What a message is called when it is pointed at: `Produce C, seq 2, producer to broker 1, 28 to 34 ms`; with the future
 * hidden and its end ahead of the playhead, `from 28 ms`.
 */
import { batchName } from '../words/en/batchName.ts'
import { laneName, roleText } from '../words/en/lanes.ts'
import { accessWords, markWords, messageNames } from '../words/en/marks.ts'
import { atTime } from '../words/en/time.ts'
import { explainInOneLine, namesOf } from './explain.ts'
import type { Lane } from './lanes.ts'
import { laneOf } from './lanes.ts'
import type { MessageFact } from './messages.ts'
import { type Cursor, isDone, type Moment } from './moment.ts'
import type { Scene } from './scene/scene.ts'
import type { Timed } from './timed.ts'
import type { Timeline } from './timeline.ts'

export const describeMessage = ({ timeline, view }: Scene, fact: MessageFact, cursor: Cursor): string => {
  const names = namesOf(timeline.trace)
  const what = [messageNames[fact.kind], batchName(fact.records)].filter((part) => part !== '').join(' ')
  const numbered = fact.baseSequence === null ? what : `${what}, ${markWords.sequence(fact.baseSequence)}`
  const tried = fact.attempt > 1 ? `${numbered}, ${markWords.tryNumber(fact.attempt)}` : numbered
  const lands = view.future === 'hidden' && !isDone(fact.lands, cursor) ? null : fact.lands.at
  return accessWords.message(tried, names.actor(fact.from), names.actor(fact.to), fact.leaves.at, lands)
}

export interface GridCell {
  readonly id: string
  readonly moment: Moment
  readonly label: string
}
/** The picture as a table for assistive technology: rows are lanes, cells are events in time order. */
export interface GridRow {
  readonly id: string
  readonly node: string
  readonly label: string
  readonly cells: readonly GridCell[]
}

const nodeOf = ({ event }: Timed): string | null =>
  'node' in event && typeof event.node === 'string'
    ? event.node
    : 'to' in event && typeof event.to === 'string'
      ? event.to
      : 'client' in event
        ? event.client
        : null
const partitionOf = ({ event }: Timed): string | null => ('partition' in event ? event.partition : null)

/** Sending and landing are said by what they cause. */
const isSpoken = ({ event }: Timed): boolean =>
  event.kind !== 'message-sent' && event.kind !== 'message-landed' && event.kind !== 'fault-struck'

export const gridRows = (timeline: Timeline): readonly GridRow[] => {
  // What happens to a coordinator happens to its broker.
  const lanes = timeline.lanes.lanes.filter((lane) => lane.kind !== 'coordinator')
  const rows = new Map<Lane, GridCell[]>(lanes.map((lane) => [lane, []]))
  timeline.telling.filter(isSpoken).forEach((timed, i) => {
    const lane = laneOf(lanes, nodeOf(timed) ?? '', partitionOf(timed))
    if (lane === null) return
    const label = `${atTime(timed.moment.at)}: ${explainInOneLine(timeline.trace, timed)}`
    rows.get(lane)?.push({ id: `cell-${i}`, moment: timed.moment, label })
  })
  return lanes.map((lane, i) => {
    const several = lanes.filter((other) => other.kind === lane.kind).length > 1
    const role = lane.roles[0]
    return {
      id: `row-${i}`,
      node: lane.node,
      label: accessWords.lane(
        laneName({ kind: lane.kind, id: lane.id, several }),
        role === undefined ? '' : roleText(role),
      ),
      cells: rows.get(lane) ?? [],
    }
  })
}

/** The cell a cursor stands on: the last that has happened, in the chosen lane if it has one. */
export const cellAt = (rows: readonly GridRow[], cursor: Cursor, node: string | null): GridCell | null => {
  const own = rows.filter((row) => row.node === node)
  const inRows = (some: readonly GridRow[]): GridCell | null => {
    const done = some.flatMap((row) => row.cells).filter((cell) => isDone(cell.moment, cursor))
    return done.reduce<GridCell | null>(
      (last, cell) => (last === null || isDone(last.moment, cell.moment) ? cell : last),
      null,
    )
  }
  return inRows(own) ?? inRows(rows)
}
