/**
 * A run as a picture: the only place where facts become marks. Printers draw it; none of them decides anything.
 *
 *   timeline ─▶ plot (axis, lanes) ─▶ marks ─▶ words ─▶ scene
 */
import type { Axis } from '../axis.ts'
import type { LaneLayout } from '../laneLayout.ts'
import { START } from '../moment.ts'
import { lengthInside, touches } from '../placement/boxes.ts'
import { type Placed, placeLabels } from '../placement/labels.ts'
import { seenBlind, type Timeline } from '../timeline.ts'
import type { Kept, View } from '../view.ts'
import { drawApplication } from './drawApplication.ts'
import { drawBars } from './drawBars.ts'
import { drawCells } from './drawCells.ts'
import { drawDeliveries } from './drawDeliveries.ts'
import { drawAllFoldCounts, drawFoldLengths, keepFoldLengths } from './drawFolds.ts'
import { drawGround } from './drawGround.ts'
import { drawLegend } from './drawLegend.ts'
import { drawMarks } from './drawMarks.ts'
import { drawMessages } from './drawMessages.ts'
import { drawReceipts } from './drawReceipts.ts'
import { drawRuler } from './drawRuler.ts'
import { hideAhead } from './hideAhead.ts'
import { hasNameLine, legendHeight, nameLine, plotOf, type Zoom } from './plot.ts'
import { type Box, LAYERS, type Primitive } from './primitive.ts'
import { newSketch, type Obstacle, type Stroke, textMark } from './sketch.ts'

export interface Scene {
  readonly timeline: Timeline
  readonly view: View
  readonly axis: Axis
  readonly lanes: LaneLayout
  readonly zoom: Zoom
  /** In drawing order. */
  readonly primitives: readonly Primitive[]
  readonly legend: readonly Primitive[]
  readonly obstacles: readonly Obstacle[]
  readonly strokes: readonly Stroke[]
  readonly anchors: ReadonlyMap<string, readonly Box[]>
  readonly placed: Placed
  /** Of the picture itself, which may be larger than the view. */
  readonly length: number
  readonly breadth: number
  readonly bottom: number
  readonly keep: Kept
}

const rankOfLayer = new Map(LAYERS.map((layer, i) => [layer, i]))

export const scene = (whole: Timeline, view: View): Scene => {
  const timeline = view.future === 'hidden' ? seenBlind(whole) : whole
  const sketch = newSketch()
  const plot = plotOf(timeline, view, sketch)
  drawGround(plot)
  drawRuler(plot)
  drawClusterName(plot)
  drawMessages(plot)
  drawDeliveries(plot)
  drawApplication(plot)
  drawBars(plot)
  drawCells(plot)
  drawReceipts(plot)
  drawMarks(plot)
  keepFoldLengths(plot)
  const placed = placeLabels(plot)
  drawFoldLengths(plot)
  drawAllFoldCounts(plot, (box) => isFree(sketch.obstacles, sketch.strokes, box))
  const marks = view.future === 'hidden' ? hideAhead(sketch.primitives, plot.axis) : sketch.primitives
  const order = (p: Primitive): number => rankOfLayer.get(p.layer) ?? 0
  return {
    timeline,
    view,
    axis: plot.axis,
    lanes: plot.lanes,
    zoom: plot.zoom,
    primitives: marks
      .map((p, i) => ({ p, i }))
      .sort((a, b) => order(a.p) - order(b.p) || a.i - b.i)
      .map(({ p }) => p),
    legend: drawLegend(plot),
    obstacles: sketch.obstacles,
    strokes: sketch.strokes,
    anchors: sketch.anchors,
    placed,
    length: Math.max(view.width, plot.axis.end + 6, ...sketch.obstacles.map(({ box }) => box.along + box.length + 2)),
    breadth: plot.bottom + legendHeight(view.height),
    bottom: plot.bottom,
    keep: {
      pxPerMs: plot.axis.pxPerMs,
      foldWidth: plot.axis.foldWidth,
      lanes: plot.lanes.lines,
      beliefRows: plot.rows,
    },
  }
}

const isFree = (obstacles: readonly Obstacle[], strokes: readonly Stroke[], box: Box): boolean =>
  !obstacles.some((one) => touches(box, one.box, 3)) && !strokes.some((one) => lengthInside(box, one.a, one.b) > 0)

/** Under the upper edge of the cluster, and never on the name of its first lane. */
const drawClusterName = (plot: ReturnType<typeof plotOf>): void => {
  if (!hasNameLine(plot)) return
  plot.sketch.primitives.push(
    textMark({
      id: 'cluster name',
      layer: 'line',
      class: 'text-ink3',
      from: START,
      at: { along: 16, across: nameLine(plot) },
      text: plot.timeline.lanes.clusterName,
      family: 'code',
    }),
  )
}
