/**
 * The words in a belief bar: a few copies, each with the stretch of the playhead in which it is shown.
 *
 *   ▨ C arrived, or lost ? ▨▨▨    ahead of the playhead, faint, and behind it
 *   ▨▨▨│ C ? ▨▨▨▨▨▨▨▨▨▨▨▨▨▨▨▨     while it stands where the words would be
 */
import { batchName } from '../../words/en/batchName.ts'
import { doubtLabels, refusedLabels, waitingLabels } from '../../words/en/marks.ts'
import type { BeliefBar, Stretch } from '../beliefBars.ts'
import { before, isDone, keyOf, later, type Moment } from '../moment.ts'
import { fontWidth } from '../placement/measure.ts'
import { ofKind } from '../timed.ts'
import { BAR, ownOf } from './barEnds.ts'
import type { Plot } from './plot.ts'
import type { Primitive } from './primitive.ts'
import { block, draw, textMark } from './sketch.ts'

const FONT = { family: 'words', weight: 550, size: 12 } as const

export const formsOf = (plot: Plot, bar: BeliefBar, stretch: Stretch, index: number): readonly string[] => {
  const name = batchName(bar.records)
  // While it fills, a batch is called after what is in it from the start.
  const begun = batchName(bar.handed.filter(({ at }) => isDone(at, stretch.from)).map(({ record }) => record))
  if (stretch.state === 'waiting') return waitingLabels(begun, isWithoutConnection(plot, stretch.from))
  if (stretch.state === 'refused') return refusedLabels(name)
  // After a refusal the doubt begins again; its words were said.
  return bar.stretches.slice(0, index).some((earlier) => earlier.state === 'doubt') ? [] : doubtLabels(name)
}

const isWithoutConnection = ({ timeline }: Plot, at: Moment): boolean => {
  const last = ofKind(timeline.events, 'connection-opened', 'connection-ended').findLast(
    (timed) => isDone(timed.moment, at) && timed.event.client.startsWith('producer'),
  )
  return last?.event.kind === 'connection-ended'
}

interface Room {
  readonly id: string
  readonly x0: number
  readonly x1: number
  readonly across: number
}

const wide = (text: string): number => fontWidth(text, FONT) + 8

/** While the future is hidden, words come as the bar grows: they fit what has passed, and so say nothing of its end. */
const drawGrowing = (plot: Plot, bar: BeliefBar, stretch: Stretch, room: Room, forms: readonly string[]): void => {
  const until = stretch.until ?? plot.timeline.end
  const end = plot.x(until)
  const places = forms
    .map((text) => ({ text, width: wide(text), full: room.x0 + wide(text) + 5 }))
    .filter(({ full }) => full <= end)
    .toSorted((a, b) => a.full - b.full)
  const at = (x: number): Moment => later(before(plot.axis.atOf(x)), stretch.from)
  const write = (
    n: string,
    { text, width }: (typeof places)[number],
    window: { shows: Moment; until?: Moment },
  ): void =>
    writeForm(
      plot,
      bar,
      stretch,
      { id: `${room.id} words ${n}`, x: room.x0, across: room.across, text, width },
      stretch.from,
      window,
    )
  places.forEach((place, i) => {
    const longer = places[i + 1]
    // Only at its end a bar has its ✓: words that stood there make way.
    const gone = longer !== undefined ? at(longer.full) : place.full > room.x1 ? until : null
    write(`${i}`, place, { shows: at(place.full), ...(gone === null ? {} : { until: gone }) })
  })
  const last = places.at(-1)
  const rest = places.findLast(({ full }) => full <= room.x1)
  if (last === undefined || rest === undefined) return
  if (rest !== last) write('rest', rest, { shows: until })
  const box = { along: room.x0 + 3, across: room.across, length: last.width, breadth: BAR }
  block(plot.sketch, `${room.id} words`, box, stretch.from, 'bar')
}

export const drawWords = (plot: Plot, bar: BeliefBar, stretch: Stretch, room: Room, forms: readonly string[]): void => {
  if (plot.view.future === 'hidden') return drawGrowing(plot, bar, stretch, room, forms)
  const fits = (x: number): string | undefined => forms.find((form) => room.x1 - x >= wide(form) + 5)
  const full = fits(room.x0)
  const short = forms.at(-1)
  if (full === undefined || short === undefined) return
  const write = (n: number, x: number, text: string, from: Moment, window: { shows?: Moment; until?: Moment }): void =>
    writeForm(
      plot,
      bar,
      stretch,
      { id: `${room.id} words ${n}`, x, across: room.across, text, width: wide(text) },
      from,
      window,
    )
  const pastShort = room.x0 + wide(short) + 5
  const pastFull = room.x0 + wide(full) + 5
  const at = (x: number): Moment => later(before(plot.axis.atOf(x)), stretch.from)
  // Ahead of the playhead: faint, where it will stand.
  write(0, room.x0, full, stretch.from, { until: stretch.from })
  // The playhead stands in the words: they make way to its right, in two steps.
  const ends = [room.x0 + 8, pastShort]
  ends.forEach((end, i) => {
    const aside = fits(end + 4)
    if (aside !== undefined)
      write(1 + i / 10, end + 4, aside, stretch.from, {
        shows: i === 0 ? stretch.from : at(ends[0] ?? end),
        until: at(end),
      })
  })
  if (full !== short) write(2, room.x0, short, stretch.from, { shows: at(pastShort), until: at(pastFull) })
  write(3, room.x0, full, stretch.from, { shows: at(full === short ? pastShort : pastFull) })
  block(
    plot.sketch,
    `${room.id} words`,
    { along: room.x0 + 3, across: room.across, length: wide(full), breadth: BAR },
    stretch.from,
    'bar',
  )
}

interface Form {
  readonly id: string
  readonly x: number
  readonly across: number
  readonly text: string
  readonly width: number
}
const writeForm = (
  plot: Plot,
  bar: BeliefBar,
  stretch: Stretch,
  form: Form,
  from: Moment,
  window: { shows?: Moment; until?: Moment },
): void => {
  if (window.shows !== undefined && window.until !== undefined && keyOf(window.shows) >= keyOf(window.until)) return
  const base = { ...ownOf(bar), from, layer: 'bar', ...window } as const
  const doubt = stretch.state === 'doubt'
  if (doubt) {
    const box = { along: form.x + 3, across: form.across + 1.5, length: form.width, breadth: 11 }
    draw(plot.sketch, {
      ...base,
      id: `${form.id} patch`,
      shape: 'rect',
      class: 'bar-patch',
      box,
      radius: 2,
    } as Primitive)
  }
  draw(
    plot.sketch,
    textMark({
      ...base,
      id: form.id,
      class: doubt ? 'text-ink' : 'text-ink2',
      at: { along: form.x + 7, across: form.across + 11.2 },
      text: form.text,
      weight: 550,
    }),
  )
}
