/**
 * Belief bars under the producer line, with their words.
 *
 *   ──[C]──────────────────────────
 *     ▨▨ C arrived, or lost ? ▨▨▨▨▨✓      the words stand in the past part, short if need be
 */
import { batchName, doubtLabels, markWords, refusedLabels, waitingLabels } from '../../words/en/marks.ts'
import type { BeliefBar, Stretch } from '../beliefBars.ts'
import { before, isDone, keyOf, type Moment } from '../moment.ts'
import { fontWidth } from '../placement/measure.ts'
import { ofKind } from '../timed.ts'
import type { Plot } from './plot.ts'
import type { Primitive } from './primitive.ts'
import { anchor, block, draw, plainLine, textMark } from './sketch.ts'

const HEIGHT = 14
const CHECK = 16
const FONT = { family: 'words', weight: 550, size: 12 } as const

export const drawBars = (plot: Plot): void => {
  if (plot.zoom === 'overview') return
  const told = wordForSuccess(plot)
  for (const bar of plot.timeline.bars) {
    bar.stretches.forEach((stretch, i) => drawStretch(plot, bar, stretch, i))
    drawEnd(plot, bar, told)
    if (bar.stretches[0]?.state === 'waiting') drawWaitingChip(plot, bar)
  }
}

const own = (bar: BeliefBar) => ({ records: bar.records, name: bar.node }) as const

const drawStretch = (plot: Plot, bar: BeliefBar, stretch: Stretch, index: number): void => {
  const { sketch } = plot
  const until = stretch.until ?? plot.timeline.end
  const x0 = plot.x(stretch.from)
  const x1 = plot.x(until)
  if (x1 - x0 < 0.5) return
  const box = { along: x0, across: plot.lanes.barTop(bar.row), length: x1 - x0, breadth: HEIGHT }
  const id = `bar ${bar.key} ${index}`
  const cls = stretch.state === 'doubt' ? 'bar-doubt' : 'bar-wait'
  draw(sketch, { ...own(bar), id, shape: 'rect', layer: 'bar', class: cls, from: stretch.from, lands: until, box, radius: 3, grows: true })
  block(sketch, id, box, stretch.from, 'bar')
  anchor(sketch, `bar ${bar.key}`, box)
  const closes = index === bar.stretches.length - 1 && (bar.end === 'acked' || bar.end === 'failed' || bar.end === 'success')
  drawWords(plot, bar, stretch, { id, x0, x1: x1 - (closes ? CHECK : 0), across: box.across }, formsOf(plot, bar, stretch, index))
}

const formsOf = (plot: Plot, bar: BeliefBar, stretch: Stretch, index: number): readonly string[] => {
  const name = batchName(bar.records)
  if (stretch.state === 'waiting') return waitingLabels(name, isWithoutConnection(plot, stretch.from))
  if (stretch.state === 'refused') return refusedLabels(name)
  // After a refusal the doubt begins again; its words were said.
  return bar.stretches.slice(0, index).some((earlier) => earlier.state === 'doubt') ? [] : doubtLabels(name)
}

const isWithoutConnection = ({ timeline }: Plot, at: Moment): boolean => {
  const last = ofKind(timeline.events, 'connection-opened', 'connection-ended').findLast((timed) => isDone(timed.moment, at) && timed.event.client.startsWith('producer'))
  return last?.event.kind === 'connection-ended'
}

// ── words in a bar: a few copies, each with the stretch of the playhead in which it is shown ────────────────────────

interface Room {
  readonly id: string
  readonly x0: number
  readonly x1: number
  readonly across: number
}

const drawWords = (plot: Plot, bar: BeliefBar, stretch: Stretch, room: Room, forms: readonly string[]): void => {
  const wide = (text: string): number => fontWidth(text, FONT) + 8
  const fits = (x: number): string | undefined => forms.find((form) => room.x1 - x >= wide(form) + 5)
  const full = fits(room.x0)
  const short = forms.at(-1)
  if (full === undefined || short === undefined) return
  const write = (n: number, x: number, text: string, from: Moment, window: { shows?: Moment; until?: Moment }): void =>
    writeForm(plot, bar, stretch, { id: `${room.id} words ${n}`, x, across: room.across, text, width: wide(text) }, from, window)
  const pastShort = room.x0 + wide(short) + 5
  const pastFull = room.x0 + wide(full) + 5
  const at = (x: number): Moment => laterOf(before(plot.axis.atOf(x)), stretch.from)
  // Ahead of the playhead: faint, where it will stand.
  write(0, room.x0, full, stretch.from, { until: stretch.from })
  // The playhead stands in the words: they make way to its right, in two steps.
  const ends = [room.x0 + 8, pastShort]
  ends.forEach((end, i) => {
    const aside = fits(end + 4)
    if (aside !== undefined) write(1 + i / 10, end + 4, aside, stretch.from, { shows: i === 0 ? stretch.from : at(ends[0] ?? end), until: at(end) })
  })
  if (full !== short) write(2, room.x0, short, stretch.from, { shows: at(pastShort), until: at(pastFull) })
  write(3, room.x0, full, stretch.from, { shows: at(full === short ? pastShort : pastFull) })
  block(plot.sketch, `${room.id} words`, { along: room.x0 + 3, across: room.across, length: wide(full), breadth: HEIGHT }, stretch.from, 'bar')
}
const laterOf = (a: Moment, b: Moment): Moment => (keyOf(a) >= keyOf(b) ? a : b)

interface Form {
  readonly id: string
  readonly x: number
  readonly across: number
  readonly text: string
  readonly width: number
}
const writeForm = (plot: Plot, bar: BeliefBar, stretch: Stretch, form: Form, from: Moment, window: { shows?: Moment; until?: Moment }): void => {
  if (window.shows !== undefined && window.until !== undefined && keyOf(window.shows) >= keyOf(window.until)) return
  const base = { ...own(bar), from, layer: 'bar', ...window } as const
  const doubt = stretch.state === 'doubt'
  if (doubt) {
    const box = { along: form.x + 3, across: form.across + 1.5, length: form.width, breadth: 11 }
    draw(plot.sketch, { ...base, id: `${form.id} patch`, shape: 'rect', class: 'bar-patch', box, radius: 2 } as Primitive)
  }
  draw(plot.sketch, textMark({ ...base, id: form.id, class: doubt ? 'text-ink' : 'text-ink2', at: { along: form.x + 7, across: form.across + 11.2 }, text: form.text, weight: 550 }))
}

// ── how a bar ends ─────────────────────────────────────────────────────────────────────────────────────────────────

const drawEnd = (plot: Plot, bar: BeliefBar, told: string | null): void => {
  if (bar.endsAt === null || bar.end === 'open' || bar.end === 'forgotten') return
  const { sketch } = plot
  const across = plot.lanes.barTop(bar.row)
  const x = plot.x(bar.endsAt)
  const inBar = bar.stretches.some((stretch) => stretch.from.at < (bar.endsAt?.at ?? 0))
  const base = { ...own(bar), from: bar.endsAt, layer: 'bar' } as const
  const failed = bar.end === 'failed'
  if (inBar)
    draw(sketch, { ...base, id: `end patch ${bar.key}`, shape: 'rect', class: failed ? 'bar-failed' : 'bar-acked', box: { along: x - 14.5, across: across + 0.8, length: 14, breadth: 12.4 }, radius: 2.5 })
  const at = { along: inBar ? x - 7 : x - 1, across: across + 7 }
  draw(sketch, { ...base, id: `end ${bar.key}`, shape: 'glyph', class: failed ? 'cross-doubt' : 'check-ok', at, glyph: failed ? 'cross' : 'check' })
  anchor(sketch, `end ${bar.key}`, { along: at.along - 7, across, length: 14, breadth: HEIGHT })
  if (failed && bar.exception !== null) askException(plot, bar, x, across)
  if (inBar) return
  block(sketch, `end ${bar.key}`, { along: at.along - 7, across, length: 14, breadth: HEIGHT }, bar.endsAt)
  if (bar.key !== told) return
  sketch.asks.push({ ...own(bar), id: `success ${bar.key}`, must: true, rank: 1, from: bar.endsAt, candidates: [{ along: x + 11, across: across + 11, anchor: 'start' }], lines: [plainLine(markWords.success, 'text-ok')] })
}

const askException = (plot: Plot, bar: BeliefBar, x: number, across: number): void => {
  if (bar.endsAt === null) return
  plot.sketch.asks.push({
    ...own(bar), id: `exception ${bar.key}`, must: true, rank: 1, from: bar.endsAt,
    candidates: [
      { along: x + 6, across: across + 11, anchor: 'start' },
      { along: x - 2, across: across + 28, anchor: 'end' },
      { along: x + 6, across: across + 28, anchor: 'start' },
    ],
    lines: [plainLine(bar.exception ?? '', 'text-doubt', 400, 'code')],
  })
}

/** Handed over and not sent at once: a hollow chip. */
const drawWaitingChip = (plot: Plot, bar: BeliefBar): void => {
  const line = plot.line(bar.node, null)
  if (line === null) return
  const { sketch } = plot
  const along = plot.x(bar.from)
  const box = { along: along - 11, across: line - 11, length: 22, breadth: 22 }
  const base = { ...own(bar), from: bar.from, layer: 'chip' } as const
  draw(sketch, { ...base, id: `handed ${bar.key}`, shape: 'rect', class: 'chip-waiting', box, radius: 5 })
  draw(sketch, textMark({ ...base, id: `handed letter ${bar.key}`, class: 'text-data', at: { along, across: line + 4.6 }, text: bar.records[0] ?? '', weight: 650, size: 13, anchor: 'middle' }))
  block(sketch, `handed ${bar.key}`, box, bar.from)
  anchor(sketch, `handed ${bar.key}`, box)
}

/** `success` is written once: at the record the log lacks in the end, else at the first. */
const wordForSuccess = ({ timeline }: Plot): string | null => {
  const stored = new Set(timeline.strips.cells.filter((cell) => cell.role === 'leader').flatMap((cell) => cell.records))
  const successes = timeline.bars.filter((bar) => bar.end === 'success')
  return (successes.find((bar) => bar.records.some((record) => !stored.has(record))) ?? successes[0])?.key ?? null
}
