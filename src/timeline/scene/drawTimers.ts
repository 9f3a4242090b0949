/**
 * Timers as thin bars under the lane line, from Detail on; at Wire with their names.
 *
 *   ──●───────────────●──
 *      ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔       isr-check
 */
import { isDone } from '../moment.ts'
import { type TimerFact, timers } from '../timers.ts'
import type { Plot } from './plot.ts'
import { draw, plainLine } from './sketch.ts'

/** Between a lane line and its cells there is room for this many. */
const ROWS = 2
const ROW = { first: 4, step: 3 } as const

export const drawTimers = (plot: Plot): void => {
  if (plot.zoom !== 'detail' && plot.zoom !== 'wire') return
  const rows = new Map<string, TimerFact[]>()
  for (const timer of timers(plot.timeline.trace)) {
    for (let row = 0; row < ROWS; row++) {
      const key = `${timer.node} ${row}`
      const last = rows.get(key)?.at(-1)
      if (last !== undefined && (last.until === null || !isDone(last.until, timer.from))) continue
      rows.set(key, [...(rows.get(key) ?? []), timer])
      drawTimer(plot, timer, ROW.first + row * ROW.step)
      break
    }
  }
}

const drawTimer = (plot: Plot, timer: TimerFact, below: number): void => {
  const line = plot.line(timer.node, null)
  if (line === null) return
  const until = timer.until ?? plot.timeline.end
  const a = { along: plot.x(timer.from), across: line + below }
  const b = { along: plot.x(until), across: line + below }
  if (b.along - a.along < 3) return
  const own = { from: timer.from, name: timer.node } as const
  draw(plot.sketch, {
    ...own,
    id: timer.id,
    layer: 'line',
    shape: 'line',
    class: 'timer-bar',
    lands: until,
    a,
    b,
    travels: true,
  })
  if (plot.zoom !== 'wire') return
  plot.sketch.asks.push({
    ...own,
    id: `${timer.id} words`,
    must: false,
    rank: 8,
    candidates: [
      { along: a.along + 6, across: line - 6, anchor: 'start' },
      { along: (a.along + b.along) / 2, across: line - 6, anchor: 'middle' },
    ],
    lines: [plainLine(timer.what, 'text-ink3', 400, 'code')],
  })
}
