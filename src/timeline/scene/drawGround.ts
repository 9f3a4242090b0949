/** Everything that stands still: the cluster's tint, the edges, folds and lanes. */
import { RULER } from '../laneLayout.ts'
import { START } from '../moment.ts'
import { drawFold } from './drawFolds.ts'
import { drawLane } from './drawLanes.ts'
import type { Plot } from './plot.ts'
import { draw } from './sketch.ts'

export const drawGround = (plot: Plot): void => {
  const { sketch, lanes, axis, bottom } = plot
  const width = Math.max(plot.view.width, axis.end + 6)
  const { top, bottom: end } = lanes.cluster
  draw(sketch, {
    id: 'cluster',
    shape: 'rect',
    layer: 'tint',
    class: 'cluster-tint',
    from: START,
    radius: 0,
    box: { along: 0, across: top, length: width, breadth: end - top },
  })
  for (const [id, across] of [
    ['ruler', RULER],
    ['cluster-top', top],
    ['foot', bottom],
  ] as const)
    draw(sketch, {
      id: `edge ${id}`,
      shape: 'line',
      layer: 'tint',
      class: 'area-line',
      from: START,
      a: { along: 0, across },
      b: { along: width, across },
    })
  if (end < bottom - 1)
    draw(sketch, {
      id: 'edge cluster-end',
      shape: 'line',
      layer: 'tint',
      class: 'area-line',
      from: START,
      a: { along: 0, across: end },
      b: { along: width, across: end },
    })
  for (const span of axis.spans) if (span.kind !== 'busy') drawFold(plot, span)
  for (const lane of plot.timeline.lanes.lanes) if (lanes.lines[lane.id] !== undefined) drawLane(plot, lane)
}
