/**
 * Elections: a tag above the lane of the broker that takes office, the controller's dots with their words.
 *
 *        ▐leader▌
 *   ─────┃━━━━━━━━━━   broker 2
 *       ╱
 *   ───●────────────   controller
 *    broker 1 is out
 */
import { clusterMarks } from '../../words/en/marksOfCluster.ts'
import type { Decision } from '../decisions.ts'
import type { Reign } from '../leaders.ts'
import { fontWidth } from '../placement/measure.ts'
import { nameLine, type Plot } from './plot.ts'
import { anchor, block, boxAround, draw, plainLine, textMark } from './sketch.ts'

const TAG = { height: 20, above: 29, padding: 7 } as const

export const drawReigns = (plot: Plot): void => {
  for (const reign of plot.timeline.leaders.reigns) if (reign.elected) drawTag(plot, reign)
  for (const decision of plot.timeline.marks.decisions) drawDecision(plot, decision)
  drawOffline(plot)
}

const drawTag = (plot: Plot, reign: Reign): void => {
  const line = plot.line(reign.node, reign.partition)
  if (line === null) return
  const { sketch } = plot
  const along = plot.x(reign.from)
  const top = line - TAG.above
  const text = reign.unclean ? clusterMarks.uncleanLeader : clusterMarks.leader
  const length = fontWidth(text, { family: 'words', weight: 650, size: 12 }) + 2 * TAG.padding
  const own = { from: reign.from, name: reign.node, layer: 'chip' } as const
  draw(sketch, {
    ...own,
    id: `${reign.id} pole`,
    shape: 'line',
    class: 'leader-pole',
    a: { along, across: line },
    b: { along, across: top },
  })
  // At the end of the picture it hangs to the left of its pole.
  const isLast = along + length > Math.max(plot.view.width, plot.axis.end + 6) - 4
  const start = isLast ? along - length : along
  const box = { along: start - 1, across: top, length: length + 2, breadth: TAG.height }
  block(sketch, reign.id, box, reign.from)
  anchor(sketch, reign.id, box)
  if (plot.zoom === 'overview') return
  draw(sketch, {
    ...own,
    id: reign.id,
    shape: 'rect',
    class: 'leader-tag',
    box: { along: start, across: top, length, breadth: TAG.height },
    radius: 4,
  })
  const at = { along: start + TAG.padding, across: top + 14.2 }
  draw(sketch, textMark({ ...own, id: `${reign.id} word`, class: 'text-panel', at, text, weight: 650 }))
}

const drawDecision = (plot: Plot, decision: Decision): void => {
  const across = plot.line(decision.node, null)
  if (across === null) return
  const { sketch } = plot
  const along = plot.x(decision.moment)
  const own = { from: decision.moment, name: decision.node } as const
  draw(sketch, {
    ...own,
    id: decision.id,
    layer: 'chip',
    shape: 'disc',
    class: 'decision-dot',
    at: { along, across },
    radius: 4.5,
  })
  const box = boxAround({ along, across }, 5)
  block(sketch, decision.id, box, decision.moment)
  anchor(sketch, decision.id, box)
  if (decision.lines.length === 0) return
  sketch.asks.push({
    ...own,
    id: `${decision.id} words`,
    must: true,
    rank: 2,
    anchor: decision.id,
    candidates: [
      { along: along - 2, across: across + 19, anchor: 'middle' },
      { along: along + 8, across: across + 18, anchor: 'start' },
      { along: along - 8, across: across + 18, anchor: 'end' },
      { along: along + 10, across: across - 8, anchor: 'start' },
    ],
    lines: decision.lines.map((text) => plainLine(text, 'text-ink2')),
  })
}

/** Under the name of the partition while nobody leads it; beside it where there is no room. */
const drawOffline = (plot: Plot): void => {
  const { lanes, leaders } = plot.timeline
  if (!lanes.showReplicas) return
  const across = nameLine(plot)
  const isUnder = (plot.lanes.lines[lanes.lanes.find((lane) => lane.kind === 'replica')?.id ?? ''] ?? 0) - across > 38
  const beside = 26 + fontWidth(lanes.clusterName, { family: 'code', weight: 400, size: 12 })
  for (const span of leaders.offline)
    draw(
      plot.sketch,
      textMark({
        id: span.id,
        layer: 'line',
        class: 'text-loss',
        at: isUnder ? { along: 16, across: across + 16 } : { along: beside, across },
        text: clusterMarks.noLeader,
        weight: 550,
        shows: span.from,
        ...(span.until === null ? {} : { until: span.until }),
      }),
    )
}
