/**
 * Lane lines with their headers: name, and what the node is at the playhead.
 *
 *   Broker 1 ━━━━━━━━━━ leads    ┄┄┄┄┄ down    ────── up
 *   leader
 */
import { laneName, roleText } from '../../words/en/marks.ts'
import type { Lane } from '../lanes.ts'
import { START } from '../moment.ts'
import type { Plot } from './plot.ts'
import { draw, textMark } from './sketch.ts'

export const drawLane = (plot: Plot, lane: Lane): void => {
  const { sketch, timeline, lanes } = plot
  const across = lanes.lines[lane.id] ?? 0
  const several = timeline.lanes.lanes.filter((other) => other.kind === lane.kind).length > 1
  const name = laneName({ kind: lane.kind, id: lane.id, several })
  draw(
    sketch,
    textMark({
      id: `lane ${lane.id}`,
      layer: 'line',
      class: 'text-ink',
      at: { along: 16, across: across + 1 },
      text: name,
      weight: 650,
      size: 13,
      name: lane.node,
    }),
  )
  lane.roles.forEach((role, i) => {
    const until = lane.roles[i + 1]?.from
    const cls = role.role === 'down' ? 'text-loss' : 'text-ink3'
    const mark = textMark({
      id: `role ${lane.id} ${i}`,
      layer: 'line',
      class: cls,
      at: { along: 16, across: across + 17 },
      text: roleText(role),
      name: lane.node,
    })
    draw(sketch, { ...mark, ...(i > 0 ? { shows: role.from } : {}), ...(until === undefined ? {} : { until }) })
  })
  for (const piece of pieces(plot, lane)) {
    const cls = piece.down ? 'lane-line-down' : lane.leads ? 'lane-line-leader' : 'lane-line'
    draw(sketch, {
      id: `line ${lane.id} ${piece.x0.toFixed(1)}`,
      shape: 'line',
      layer: 'line',
      class: cls,
      from: START,
      a: { along: piece.x0, across },
      b: { along: piece.x1, across },
      name: lane.node,
    })
  }
}

interface Piece {
  readonly x0: number
  readonly x1: number
  readonly down: boolean
}
/** The ✕ of a crash stands this far right of what happened in the same millisecond. */
export const CRASH_SHIFT = 16

/** A lane's line stops at folds; while its node is down it is dotted, through folds too. */
const pieces = ({ axis, timeline }: Plot, lane: Lane): readonly Piece[] => {
  const outages = timeline.marks.crashes
    .filter((crash) => crash.node === lane.node)
    .map((crash) => ({
      x0: axis.xOf(crash.moment.at) + CRASH_SHIFT,
      x1: crash.back === null ? axis.end : axis.xOf(crash.back.at),
    }))
  const found: Piece[] = []
  for (const span of axis.spans) {
    const cuts = [span.x0, span.x1, ...outages.flatMap((o) => [o.x0, o.x1])]
      .filter((x) => x >= span.x0 && x <= span.x1)
      .sort((a, b) => a - b)
    cuts.slice(1).forEach((x1, i) => {
      const x0 = cuts[i] ?? x1
      const middle = (x0 + x1) / 2
      const down = outages.some((o) => middle > o.x0 && middle < o.x1)
      if (x1 - x0 > 0.5 && (down || span.kind !== 'fold')) found.push({ x0, x1, down })
    })
  }
  return found
}
