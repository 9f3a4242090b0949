/**
 * What has happened by a cursor: the phase of every mark.
 *
 *        from          lands        until
 *   future ├── air ──────┤── past ────┤ hidden
 */
import { type Cursor, keyOf } from './moment.ts'
import type { Primitive } from './scene/primitive.ts'
import type { Scene } from './scene/scene.ts'
import type { Future } from './view.ts'

export const PHASES = ['hidden', 'future', 'air', 'past'] as const
export type Phase = (typeof PHASES)[number]

/** The moments of a mark as numbers, so that a frame costs a few comparisons each. */
export interface Keys {
  readonly from: number
  readonly lands: number
  readonly shows: number
  readonly until: number
  readonly shy: { readonly start: number; readonly end: number } | null
}

export const keysOf = (primitive: Primitive): Keys => ({
  from: keyOf(primitive.from),
  lands: primitive.lands === undefined ? Number.NEGATIVE_INFINITY : keyOf(primitive.lands),
  shows: primitive.shows === undefined ? Number.NEGATIVE_INFINITY : keyOf(primitive.shows),
  until: primitive.until === undefined ? Number.POSITIVE_INFINITY : keyOf(primitive.until),
  shy: primitive.shy ?? null,
})

/** `playhead`: where it stands along the picture. */
export const phaseOf = (keys: Keys, cursor: number, playhead: number, future: Future): Phase => {
  if (cursor < keys.shows || cursor >= keys.until) return 'hidden'
  if (keys.shy !== null && playhead > keys.shy.start && playhead < keys.shy.end) return 'hidden'
  if (cursor < keys.from) return future === 'hidden' ? 'hidden' : future === 'full' ? 'past' : 'future'
  return cursor < keys.lands ? (future === 'full' ? 'past' : 'air') : 'past'
}

export interface Frame {
  readonly playhead: number
  readonly phases: readonly Phase[]
}

export const frame = (scene: Scene, cursor: Cursor): Frame => {
  const playhead = scene.axis.xOf(cursor.at)
  const key = keyOf(cursor)
  return {
    playhead,
    phases: scene.primitives.map((primitive) => phaseOf(keysOf(primitive), key, playhead, scene.view.future)),
  }
}

/** How much of a travelling or growing mark lies behind the playhead: 0 to 1. */
export const flown = (scene: Scene, primitive: Primitive, playhead: number): number => {
  const a = scene.axis.xOf(primitive.from.at)
  const b = scene.axis.xOf((primitive.lands ?? primitive.from).at)
  return b <= a ? 1 : Math.min(1, Math.max(0, (playhead - a) / (b - a)))
}
