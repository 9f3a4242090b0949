/**
 * Belief bars under the producer line.
 *
 *   ──[C]──────────────────────────
 *     ▨▨ C arrived, or lost ? ▨▨▨▨▨✓      what the producer was told, and nothing else
 */
import type { BeliefBar, Stretch } from '../beliefBars.ts'
import { BAR, CHECK, drawEnd, drawWaitingChips, ownOf } from './barEnds.ts'
import { drawWords, formsOf } from './barWords.ts'
import type { Plot } from './plot.ts'
import { anchor, block, draw } from './sketch.ts'

export const drawBars = (plot: Plot): void => {
  if (plot.zoom === 'overview') return
  const told = wordForSuccess(plot)
  for (const bar of plot.timeline.bars) {
    for (const [i, stretch] of bar.stretches.entries()) drawStretch(plot, bar, stretch, i)
    drawEnd(plot, bar, told)
  }
  drawWaitingChips(plot)
}

const drawStretch = (plot: Plot, bar: BeliefBar, stretch: Stretch, index: number): void => {
  const { sketch } = plot
  const until = stretch.until ?? plot.timeline.end
  const x0 = plot.x(stretch.from)
  const x1 = plot.x(until)
  if (x1 - x0 < 0.5) return
  const box = { along: x0, across: plot.lanes.barTop(bar.row), length: x1 - x0, breadth: BAR }
  const id = `bar ${bar.key} ${index}`
  const cls = stretch.state === 'doubt' ? 'bar-doubt' : 'bar-wait'
  draw(sketch, {
    ...ownOf(bar),
    id,
    shape: 'rect',
    layer: 'bar',
    class: cls,
    from: stretch.from,
    lands: until,
    box,
    radius: 3,
    grows: true,
  })
  block(sketch, id, box, stretch.from, 'bar')
  anchor(sketch, `bar ${bar.key}`, box)
  const closes =
    index === bar.stretches.length - 1 && (bar.end === 'acked' || bar.end === 'failed' || bar.end === 'success')
  drawWords(
    plot,
    bar,
    stretch,
    { id, x0, x1: x1 - (closes ? CHECK : 0), across: box.across },
    formsOf(plot, bar, stretch, index),
  )
}

/** `success` is written once: at the record the log lacks in the end, unless that is not to be told, else at the first. */
const wordForSuccess = ({ timeline, view }: Plot): string | null => {
  const stored = new Set(timeline.strips.cells.filter((cell) => cell.role === 'leader').flatMap((cell) => cell.records))
  const successes = timeline.bars.filter((bar) => bar.end === 'success')
  if (view.future === 'hidden') return successes[0]?.key ?? null
  return (successes.find((bar) => bar.records.some((record) => !stored.has(record))) ?? successes[0])?.key ?? null
}
