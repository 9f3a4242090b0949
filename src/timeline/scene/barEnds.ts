/**
 * How a belief begins and ends: hollow chips of what was not sent at once, ✓ and ✕ in the last 16 px, exceptions.
 *
 *   ─[D]──────────
 *     ▭▭▭▨▨▨▨▨▨▨✓
 */
import { markWords } from '../../words/en/marks.ts'
import type { BeliefBar, Handed } from '../beliefBars.ts'
import { compareMoments } from '../moment.ts'
import type { Plot } from './plot.ts'
import type { Point } from './primitive.ts'
import { anchor, block, draw, freeAlong, plainLine, textMark } from './sketch.ts'

export const BAR = 14
export const CHECK = 16
export const ownOf = (bar: BeliefBar) => ({ records: bar.records, name: bar.node }) as const

export const drawEnd = (plot: Plot, bar: BeliefBar, told: string | null): void => {
  if (bar.endsAt === null || bar.end === 'open' || bar.end === 'forgotten') return
  const { sketch } = plot
  const across = plot.lanes.barTop(bar.row)
  const x = plot.x(bar.endsAt)
  const inBar = bar.stretches.some((stretch) => stretch.from.at < (bar.endsAt?.at ?? 0))
  const base = { ...ownOf(bar), from: bar.endsAt, layer: 'bar' } as const
  const failed = bar.end === 'failed'
  if (inBar)
    draw(sketch, {
      ...base,
      id: `end patch ${bar.key}`,
      shape: 'rect',
      class: failed ? 'bar-failed' : 'bar-acked',
      box: { along: x - 14.5, across: across + 0.8, length: 14, breadth: 12.4 },
      radius: 2.5,
    })
  const at = { along: inBar ? x - 7 : x - 1, across: across + 7 }
  draw(sketch, {
    ...base,
    id: `end ${bar.key}`,
    shape: 'glyph',
    class: failed ? 'cross-doubt' : 'check-ok',
    at,
    glyph: failed ? 'cross' : 'check',
  })
  anchor(sketch, `end ${bar.key}`, { along: at.along - 7, across, length: 14, breadth: BAR })
  if (failed && bar.exception !== null) askException(plot, bar, x, across)
  if (inBar) return
  block(sketch, `end ${bar.key}`, { along: at.along - 7, across, length: 14, breadth: BAR }, bar.endsAt)
  if (bar.key !== told) return
  sketch.asks.push({
    ...ownOf(bar),
    id: `success ${bar.key}`,
    must: true,
    rank: 1,
    from: bar.endsAt,
    candidates: [{ along: x + 11, across: across + 11, anchor: 'start' }],
    lines: [plainLine(markWords.success, 'text-ok')],
  })
}

const askException = (plot: Plot, bar: BeliefBar, x: number, across: number): void => {
  if (bar.endsAt === null) return
  plot.sketch.asks.push({
    ...ownOf(bar),
    id: `exception ${bar.key}`,
    must: true,
    rank: 1,
    from: bar.endsAt,
    candidates: [
      { along: x + 6, across: across + 11, anchor: 'start' },
      { along: x - 2, across: across + 28, anchor: 'end' },
      { along: x + 6, across: across + 28, anchor: 'start' },
    ],
    lines: [plainLine(bar.exception ?? '', 'text-doubt', 400, 'code')],
  })
}

const CHIP = 22
const CHIPS = { half: CHIP / 2, named: /^(chip|handed) / } as const

/** Handed over and not sent at once: a hollow chip for each record; where they come too close, a dot at its time. */
export const drawWaitingChips = (plot: Plot): void => {
  const waiting = plot.timeline.bars
    .filter((bar) => bar.stretches[0]?.state === 'waiting')
    .flatMap((bar) => bar.handed.map((handed) => ({ bar, handed })))
    .sort((a, b) => compareMoments(a.handed.at, b.handed.at))
  for (const { bar, handed } of waiting) {
    const line = plot.line(bar.node, null)
    if (line === null) continue
    const along = freeAlong(plot.sketch, plot.x(handed.at), line, CHIPS)
    if (along - plot.x(handed.at) <= 2 * CHIP) drawWaitingChip(plot, bar, handed, { along, across: line })
    else drawWaitingDot(plot, bar, handed, line)
  }
}

const drawWaitingDot = (plot: Plot, bar: BeliefBar, { record, at }: Handed, line: number): void =>
  draw(plot.sketch, {
    ...ownOf(bar),
    from: at,
    layer: 'line',
    id: `handed ${record}#${bar.send}`,
    shape: 'disc',
    class: 'pin-unused',
    at: { along: plot.x(at), across: line },
    radius: 2.5,
  })

const drawWaitingChip = (plot: Plot, bar: BeliefBar, { record, at }: Handed, { along, across: line }: Point): void => {
  const { sketch } = plot
  const id = `handed ${record}#${bar.send}`
  const box = { along: along - 11, across: line - 11, length: 22, breadth: 22 }
  const base = { ...ownOf(bar), from: at, layer: 'chip' } as const
  draw(sketch, { ...base, id, shape: 'rect', class: 'chip-waiting', box, radius: 5 })
  draw(
    sketch,
    textMark({
      ...base,
      id: `handed letter ${record}#${bar.send}`,
      class: 'text-data',
      at: { along, across: line + 4.6 },
      text: record,
      weight: 650,
      size: 13,
      anchor: 'middle',
    }),
  )
  block(sketch, id, box, at)
  anchor(sketch, id, box)
}
