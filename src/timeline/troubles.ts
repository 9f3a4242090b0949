/**
 * What holds a node up while its process lives: it stands still, is cut off, or stops fetching.
 *
 *   broker-1 ──▐‖      ▌──     broker-1 ══════════     broker-3 ── ── ── ──
 *              paused                   cut off                 falls behind
 */
import type { Millis, NodeId } from './fromEngine.ts'
import { isDone, type Moment } from './moment.ts'
import { ofKind, type Timed } from './timed.ts'

interface Held {
  readonly id: string
  readonly node: NodeId
  readonly moment: Moment
  /** null: to the end of the run. */
  readonly until: Moment | null
}
export type PauseMark = Held
export interface CutOffMark extends Held {
  /** null: from everyone. */
  readonly from: NodeId | null
  readonly way: 'in' | 'out' | 'both'
}
export type LagMark = Held

export interface Troubles {
  readonly pauses: readonly PauseMark[]
  readonly cutOffs: readonly CutOffMark[]
  readonly lags: readonly LagMark[]
}

const endOf = (
  ends: readonly Timed[],
  node: NodeId,
  moment: Moment,
  said: Millis | null,
  last: Millis,
): Moment | null =>
  ends.find(({ event, moment: at }) => 'node' in event && event.node === node && !isDone(at, moment))?.moment ??
  (said !== null && said <= last ? { at: said, tie: 1 } : null)

export const troubles = (events: readonly Timed[]): Troubles => {
  const last = events.at(-1)?.moment.at ?? 0
  const gone = ofKind(events, 'node-crashed', 'broker-stopped')
  const resumed = [...ofKind(events, 'node-resumed'), ...gone]
  const healed = ofKind(events, 'cut-ended')
  const again = [...ofKind(events, 'fetches-again'), ...gone]
  return {
    pauses: ofKind(events, 'node-paused').map(({ event: { node, until }, moment }) => ({
      id: `paused ${node} ${moment.at}`,
      node,
      moment,
      until: endOf(resumed, node, moment, until, last),
    })),
    cutOffs: ofKind(events, 'cut-began').map(({ event: { node, from, way, until }, moment }) => ({
      id: `cut off ${node} ${moment.at}`,
      node,
      from,
      way,
      moment,
      until: endOf(healed, node, moment, until, last),
    })),
    lags: ofKind(events, 'fell-behind').map(({ event: { node, until }, moment }) => ({
      id: `behind ${node} ${moment.at}`,
      node,
      moment,
      until: endOf(again, node, moment, until, last),
    })),
  }
}

export const isWithin = ({ moment, until }: { moment: Moment; until: Moment | null }, at: Moment): boolean =>
  isDone(moment, at) && (until === null || !isDone(until, at))
