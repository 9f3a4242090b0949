/**
 * The legend: only marks of this run, and none that has words of its own in the picture.
 *
 *   ──▶ produce   ──▷ ack   ▨▨ in doubt   [A] replicated   │ high watermark
 */
import { legendWords } from '../../words/en/marks.ts'
import { COORDINATOR } from '../coordinator.ts'
import { fontWidth } from '../placement/measure.ts'
import { ofKind } from '../timed.ts'
import { legendHeight, type Plot } from './plot.ts'
import { type Entry, farSample, sample, WIDTHS } from './legendSamples.ts'
import type { Primitive } from './primitive.ts'
import { textMark } from './sketch.ts'

export const legendOf = ({ timeline, zoom, lanes }: Plot): readonly Entry[] => {
  const isFar = zoom === 'overview'
  const kinds = new Set(timeline.messages.map((fact) => fact.kind))
  const { cells, watermarks } = timeline.strips
  const states = new Set(
    timeline.bars.flatMap((bar) =>
      bar.stretches.filter((s) => s.until === null || s.until.at > s.from.at).map((s) => s.state),
    ),
  )
  const has: Readonly<Record<Entry, boolean>> = {
    produce: kinds.has('produce'),
    retry: kinds.has('retry') && !isFar,
    ack: kinds.has('ack'),
    // An error reply leads to the code it carries, a waiting bar says itself that it waits: they have words of their own.
    error: false,
    replication: kinds.has('replication') && !isFar,
    delivery: kinds.has('delivery'),
    commit: kinds.has('commit') && lanes.lines[COORDINATOR] !== undefined && !isFar,
    effect: ofKind(timeline.events, 'effect-called').length > 0,
    doubt: states.has('doubt') && !isFar,
    waiting: false,
    leaderOnly: cells.length > 0,
    replicated: cells.some((cell) => cell.looks.some((look) => look.state === 'replicated')),
    second: cells.some((cell) => cell.secondCopy),
    again: timeline.receipts.some(({ is }) => is === 'again'),
    highWatermark: watermarks.length > 0,
  }
  return (Object.keys(has) as Entry[]).filter((entry) => has[entry])
}

/** Of one, two or three rows. */
const FIRST_ROW: readonly number[] = [28, 28, 17, 11]

export const drawLegend = (plot: Plot): readonly Primitive[] => {
  const height = legendHeight(plot.view.height)
  if (height === 0) return []
  const entries = legendOf(plot)
  const bare = (entry: Entry): number =>
    WIDTHS[entry] + 6 + fontWidth(legendWords[entry], { family: 'words', weight: 400, size: 12 })
  const room = plot.view.width - 24
  const needed = entries.reduce((sum, entry) => sum + bare(entry), 0)
  // Rather a little closer than on two lines.
  const gap = Math.max(12, Math.min(22, (room - needed) / Math.max(1, entries.length - 1)))
  const widthOf = (entry: Entry): number => bare(entry) + gap
  const rows: Entry[][] = [[]]
  let right = 16
  for (const entry of entries) {
    if (right + bare(entry) > plot.view.width - 7.5 && rows.length < 3) {
      rows.push([])
      right = 16
    }
    rows.at(-1)?.push(entry)
    right += widthOf(entry)
  }
  const found: Primitive[] = []
  rows.forEach((row, r) => {
    let along = 16
    const across = plot.bottom + (FIRST_ROW[rows.length] ?? 28) + r * (rows.length === 3 ? 18 : 22)
    for (const entry of row) {
      found.push(...(plot.zoom === 'overview' ? farSample(entry, along, across) : sample(entry, along, across)))
      found.push(
        textMark({
          id: `legend ${entry}`,
          class: 'text-ink2',
          at: { along: along + WIDTHS[entry] + 6, across: across + 4.5 },
          text: legendWords[entry],
        }),
      )
      along += widthOf(entry)
    }
  })
  return found
}
