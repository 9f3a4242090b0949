/**
 * Lane lines with their headers: name, and what the node is at the playhead.
 *
 *   Broker 1 ━━━━━━━━━━ leads    ┄┄┄┄┄ down    ────── up
 *   leader
 */
import { howFarLines, laneName, roleText } from '../../words/en/lanes.ts'
import type { Lane } from '../lanes.ts'
import { compareMoments, type Moment, START } from '../moment.ts'
import type { Plot } from './plot.ts'
import { draw, textMark } from './sketch.ts'
import type { MarkClass } from './style.ts'

/** A name alone needs less. */
const ROLE_ROOM = 33
const LAST_ROLE_ROOM = 22

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
  const isLast = Object.values(lanes.lines).every((line) => line <= across)
  if (lanes.roomUnder(across) < (isLast ? LAST_ROLE_ROOM : ROLE_ROOM)) return drawPieces(plot, lane, across)
  lane.roles.forEach((role, i) => {
    const until = lane.roles[i + 1]?.from
    const cls = role.role === 'down' || role.role === 'no leader' ? 'text-loss' : 'text-ink3'
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
  drawHowFar(plot, lane, across)
  drawPieces(plot, lane, across)
}

const NOTE_LINE = 15

/** Under the role of a reader, as many lines as there is room for: where it reads, what is committed. */
const drawHowFar = (plot: Plot, lane: Lane, across: number): void => {
  const down = lane.down
  lane.far.forEach((far, i) => {
    const until = lane.far[i + 1]?.from
    const isDown = down.some((one) => compareMoments(one.from, far.from) === 0)
    const lines = howFarLines(far).slice(0, Math.floor((plot.lanes.roomUnder(across) - ROLE_ROOM) / NOTE_LINE))
    if (isDown) return
    lines.forEach((text, n) => {
      const mark = textMark({
        id: `role ${lane.id} far ${i} ${n}`,
        layer: 'line',
        class: 'text-ink3',
        at: { along: 16, across: across + 17 + (n + 1) * NOTE_LINE },
        text,
        name: lane.node,
      })
      draw(plot.sketch, { ...mark, ...(i > 0 ? { shows: far.from } : {}), ...(until === undefined ? {} : { until }) })
    })
  })
}

const drawPieces = (plot: Plot, lane: Lane, across: number): void => {
  for (const piece of pieces(plot, lane)) {
    draw(plot.sketch, {
      id: `line ${lane.id} ${piece.x0.toFixed(1)}`,
      shape: 'line',
      layer: 'line',
      class: CLASSES[piece.is],
      from: START,
      a: { along: piece.x0, across },
      b: { along: piece.x1, across },
      name: lane.node,
    })
  }
}

/** The ✕ of a crash stands this far right of what happened in the same millisecond. */
export const CRASH_SHIFT = 16

type Is = 'down' | 'leads' | 'lags' | 'plain'
const CLASSES: { readonly [Of in Is]: MarkClass } = {
  down: 'lane-line-down',
  leads: 'lane-line-leader',
  lags: 'lane-line-behind',
  plain: 'lane-line',
}
interface Reach {
  readonly is: Is
  readonly x0: number
  readonly x1: number
}
/** What the lane is from where to where; a crash ends what was before it. */
const reaches = ({ axis }: Plot, lane: Lane): readonly Reach[] => {
  const ends = lane.down.map((one) => one.from.at)
  const end = (until: Moment | null): number =>
    until === null ? axis.end : axis.xOf(until.at) + (ends.includes(until.at) ? CRASH_SHIFT : 0)
  const down = lane.down.map(({ from, until }) => ({
    is: 'down' as const,
    x0: axis.xOf(from.at) + CRASH_SHIFT,
    x1: until === null ? axis.end : axis.xOf(until.at),
  }))
  const lags = lane.lags.map(({ from, until }) => ({ is: 'lags' as const, x0: axis.xOf(from.at), x1: end(until) }))
  const leads = lane.leads.map(({ from, until }) => ({ is: 'leads' as const, x0: axis.xOf(from.at), x1: end(until) }))
  return [...down, ...lags, ...leads]
}

/** A lane's line stops at folds; while its node is down it is dotted, through folds too. */
const pieces = (plot: Plot, lane: Lane): readonly Reach[] => {
  const known = reaches(plot, lane)
  const found: Reach[] = []
  for (const span of plot.axis.spans) {
    const cuts = [span.x0, span.x1, ...known.flatMap((one) => [one.x0, one.x1])]
      .filter((x) => x >= span.x0 && x <= span.x1)
      .sort((a, b) => a - b)
    cuts.slice(1).forEach((x1, i) => {
      const x0 = cuts[i] ?? x1
      const middle = (x0 + x1) / 2
      const is = known.find((one) => middle > one.x0 && middle < one.x1)?.is ?? 'plain'
      if (x1 - x0 > 0.5 && (is === 'down' || span.kind !== 'fold')) found.push({ x0, x1, is })
    })
  }
  return found
}
