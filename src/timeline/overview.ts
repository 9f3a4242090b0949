/**
 * The whole run in one strip, under the picture: ticks of events, gaps of folds, faults, the window in view.
 *
 *   │ ││ ││  │  ✕   ⋯   │   ⋯   │ │ ││ │        0 … 1 along the strip
 */
import { layAxis } from './axis.ts'
import type { Millis } from './fromEngine.ts'
import type { Moment } from './moment.ts'
import type { Scene } from './scene/scene.ts'
import type { Timeline } from './timeline.ts'

export interface Overview {
  readonly ticks: readonly { readonly moment: Moment; readonly place: number }[]
  readonly folds: readonly { readonly id: string; readonly from: number; readonly to: number; readonly span: Millis }[]
  readonly faults: readonly { readonly index: number; readonly place: number; readonly used: boolean }[]
  /** Both ways between a time and a place on the strip. */
  readonly placeOf: (at: Millis) => number
  readonly atOf: (place: number) => Millis
}

/** Always the whole run, whatever the zoom: an axis of its own, fitted to one long strip. */
const STRIP = 1000
/** Free behind the end. */
const AFTER = 24
export const overview = (timeline: Timeline): Overview => {
  const axis = layAxis({
    busy: timeline.busy,
    folds: timeline.folds,
    after: timeline.busy.map(() => 40),
    start: 0,
    end: STRIP,
    pxPerMs: 'fit',
    openFolds: [],
  })
  // A short run does not fill an axis, which is never wider than a certain number of px per ms.
  const length = Math.max(1, Math.min(axis.end, axis.xOf(timeline.end.at) + AFTER))
  const placeOf = (at: Millis): number => Math.min(1, Math.max(0, axis.xOf(at) / length))
  const seen = new Set<number>()
  return {
    ticks: timeline.moments
      .filter((moment) => moment.at > 0 && !seen.has(moment.at) && seen.add(moment.at))
      .map((moment) => ({ moment, place: placeOf(moment.at) })),
    folds: axis.spans
      .filter((span) => span.kind === 'fold')
      .map((span) => ({ id: span.id, from: span.x0 / length, to: span.x1 / length, span: span.last - span.first })),
    faults: timeline.pins.map((pin) => ({
      index: pin.index,
      place: placeOf(pin.moment?.at ?? timeline.end.at),
      used: pin.used,
    })),
    placeOf,
    atOf: (place) => axis.atOf(place * length),
  }
}

/** The part of the run that the picture shows, on the strip. */
export const windowOn = (strip: Overview, scene: Scene): { readonly from: number; readonly to: number } => {
  const { axis, view } = scene
  return {
    from: strip.placeOf(axis.atOf(view.scrollAlong + axis.start)),
    to: strip.placeOf(axis.atOf(view.scrollAlong + view.width)),
  }
}
