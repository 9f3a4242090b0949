/** The sheet a run is drawn on: time to px along, lanes to px across, and how much is shown. */
import { type Axis, layAxis, MIN_STORY } from '../axis.ts'
import type { Millis, NodeId, TopicPartition } from '../fromEngine.ts'
import { type LaneLayout, layLanes } from '../laneLayout.ts'
import { laneOf } from '../lanes.ts'
import type { Moment } from '../moment.ts'
import type { Timeline } from '../timeline.ts'
import type { View } from '../view.ts'
import type { Sketch } from './sketch.ts'

export type Zoom = 'overview' | 'story' | 'detail' | 'wire'

/** Of many records that are cut at once the first few are drawn; the words name them all. */
export const MOST_CUT = 3
const HEADER = 112
const LEGEND = 56

export interface Plot {
  readonly timeline: Timeline
  readonly view: View
  readonly axis: Axis
  readonly lanes: LaneLayout
  readonly zoom: Zoom
  readonly sketch: Sketch
  /** Height without the legend. */
  readonly bottom: number
  readonly rows: number
  readonly cellLength: number
  readonly x: (moment: Moment) => number
  /** In a closed fold, where nothing of one moment can be told from the next. */
  readonly isFolded: (at: Millis) => boolean
  /** Across of a node's lane; null: it has none. */
  readonly line: (node: NodeId, partition: TopicPartition | null) => number | null
}

const zoomOf = (pxPerMs: number, fitted: boolean): Zoom =>
  pxPerMs < MIN_STORY ? 'overview' : fitted || pxPerMs <= 9 ? 'story' : pxPerMs <= 24 ? 'detail' : 'wire'

/** Room after the last event of a busy span: more behind a lost message, whose words stand there. */
const roomAfter = ({ busy, messages, strips }: Timeline): readonly number[] =>
  busy.map((span, i) => {
    const ends = messages.filter((fact) => fact.lands.at === span.to || fact.lostAt?.at === span.to)
    const lost = ends.some((fact) => fact.lostAt !== null && fact.aimed)
    const refused = strips.notAppended.some((mark) => span.to - mark.moment.at < 8 && mark.code !== null)
    const room = Math.max(lost ? 64 : refused ? 46 : 40, crowdAt(strips, span.to))
    return i === busy.length - 1 ? Math.max(room, 46) : room
  })

const CELL = 37
/** Cells that come at once stand side by side: a follower that catches up needs room behind its last event. */
const crowdAt = ({ cells, cuts }: Timeline['strips'], end: Millis): number => {
  const late = [
    ...cells.map(({ node, partition, appended }) => ({ log: `${node} ${partition}`, at: appended.at, count: 1 })),
    ...cuts.map(({ node, partition, moment, records }) => ({
      log: `${node} ${partition}`,
      at: moment.at,
      count: Math.min(MOST_CUT, records.length),
    })),
  ].filter(({ at }) => at <= end && at > end - 16)
  const needs = [...new Set(late.map(({ log }) => log))].map((log) => {
    const own = late.filter((one) => one.log === log)
    const since = end - Math.min(...own.map(({ at }) => at))
    return own.reduce((sum, { count }) => sum + count, 0) * CELL - since * MIN_STORY
  })
  return Math.max(0, ...needs)
}

const headerLength = (width: number): number => (width < 560 ? 110 : HEADER)
/** Under this height the legend would leave no room for the lanes. */
export const legendHeight = (height: number): number => (height < 300 ? 0 : LEGEND)

export const plotOf = (timeline: Timeline, view: View, sketch: Sketch): Plot => {
  const { keep } = view
  const kept = view.pxPerMs === 'fit' ? (keep ?? null) : null
  const axis = layAxis({
    busy: timeline.busy,
    folds: timeline.folds,
    after: roomAfter(timeline),
    start: headerLength(view.width),
    end: view.width - 6,
    pxPerMs: kept?.pxPerMs ?? view.pxPerMs,
    openFolds: view.openFolds,
    ...(kept === null ? {} : { foldWidth: kept.foldWidth }),
  })
  const rows = Math.max(1, keep?.beliefRows ?? 0, ...timeline.bars.map((bar) => bar.row + 1))
  const bottom = view.height - legendHeight(view.height)
  const k = axis.pxPerMs
  const zoom = zoomOf(k, view.pxPerMs === 'fit')
  const isClose = zoom === 'detail' || zoom === 'wire'
  const shown = timeline.lanes.lanes.filter((lane) => isClose || lane.isNear !== true)
  const lanes = layLanes(shown, { rows, bottom, isOverview: zoom === 'overview' })
  return {
    timeline,
    view,
    axis,
    lanes,
    sketch,
    rows,
    bottom: Math.max(bottom, lanes.foot),
    zoom,
    cellLength: Math.max(24, Math.min(34, 4 * k - 4)),
    x: (moment) => axis.xOf(moment.at),
    isFolded: (at) => axis.spans.some(({ kind, t0, t1 }) => kind === 'fold' && at > t0 && at < t1),
    line: (node, partition) => {
      const lane = laneOf(timeline.lanes.lanes, node, partition)
      return lane === null ? null : (lanes.lines[lane.id] ?? null)
    },
  }
}

/** Where the name of the cluster stands: over that of its first lane, whatever room there is. */
export const nameLine = (plot: Plot): number => plot.lanes.cluster.top + Math.min(20, nameRoom(plot) - 14)
/** Not on the name of that lane. */
export const hasNameLine = (plot: Plot): boolean => nameRoom(plot) >= 28

const nameRoom = ({ lanes, timeline }: Plot): number => {
  const first = timeline.lanes.lanes.find((lane) => lane.kind === 'replica' || lane.kind === 'partition')
  return (lanes.lines[first?.id ?? ''] ?? lanes.cluster.bottom) - lanes.cluster.top
}
