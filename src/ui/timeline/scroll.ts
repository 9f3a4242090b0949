/** Where the window lies over the picture, and where it goes. Nothing is measured per frame: that would cost a layout. */
import { type Cursor, legendHeight, RULER, type Scene, type Timeline } from '../../timeline/index.ts'
import type { Shift } from './glide.ts'

const MARGIN = 48
/** Behind the column of names: half of the longest word over a mark, so that what ran out can be read at its own time. */
const MARGIN_AHEAD = 72

/** A time that keeps its place in the window while the zoom changes: under the pointer, or the playhead. */
export interface Hold {
  readonly at: number
  /** From the left edge of the window, in px. */
  readonly from: number
  /** A hand moves it: the marks follow at once. */
  readonly byHand: boolean
}

export interface Scroll {
  readonly scrolled: () => Shift
  readonly onScroll: () => void
  readonly hold: (hold: Hold) => void
  /** The playhead stays in sight: when it leaves, the window turns a page. A hand that scrolls may leave it behind. */
  readonly keepInView: (scene: Scene, cursor: Cursor) => void
  /** Brings a place across the lanes between ruler and foot. */
  readonly reveal: (scene: Scene, across: number) => void
  readonly scrollTo: (along: number) => void
  /** Holds what is to be held in a new scene, and says how far the window went on. */
  readonly settle: (scene: Scene, at: number) => Shift | null
}

/** Where the window turns to when the playhead is not in it; null: it is. */
const pageFor = ({ view, axis, length }: Scene, along: number, playhead: number): Partial<Shift> | null => {
  const left = along + axis.start
  if (length <= view.width || (playhead >= left - 1 && playhead <= along + view.width - MARGIN / 2)) return null
  return { along: playhead < left ? playhead - view.width / 2 : playhead - axis.start - MARGIN_AHEAD }
}

const downFor = ({ view, bottom }: Scene, top: number, across: number): Partial<Shift> | null => {
  const height = view.height - legendHeight(view.height)
  if (bottom <= height) return null
  if (across < top + RULER + MARGIN / 2) return { across: across - RULER - MARGIN }
  return across > top + height - MARGIN ? { across: across - height + MARGIN } : null
}

/** The playhead, or what is in the middle when it is out of sight. */
const usualHold = ({ axis, view }: Scene, along: number, at: number): Hold => {
  const place = axis.xOf(at) - along
  if (place >= axis.start - 1 && place <= view.width) return { at, from: place, byHand: false }
  const middle = (axis.start + view.width) / 2
  return { at: axis.atOf(middle + along), from: middle, byHand: false }
}

/** The window does not leave the picture. */
const within = ({ length, bottom, view }: Scene, { along, across }: Shift): Shift => ({
  along: Math.max(0, Math.min(along, length - view.width)),
  across: Math.max(0, Math.min(across, bottom - (view.height - legendHeight(view.height)))),
})

const put = (element: HTMLElement, at: Shift, asked: Partial<Shift>): void => {
  if (asked.along !== undefined) element.scrollLeft = at.along
  if (asked.across !== undefined) element.scrollTop = at.across
}

const isZoomed = (from: Scene, to: Scene): boolean =>
  from.timeline === to.timeline && from.axis.pxPerMs !== to.axis.pxPerMs

export const createScroll = (scroller: { readonly current: HTMLElement | null }, moved: () => void): Scroll => {
  let now: Shift = { along: 0, across: 0 }
  let held: Hold | null = null
  let last: Scene | null = null
  let followed: { readonly cursor: Cursor; readonly timeline: Timeline } | null = null

  const onScroll = (): void => {
    const element = scroller.current
    now = { along: element?.scrollLeft ?? 0, across: element?.scrollTop ?? 0 }
    moved()
  }
  /** Told at once and written; what the browser made of it comes with its own event, so nothing is read back. */
  const go = (scene: Scene, to: Partial<Shift> | null): void => {
    if (scroller.current === null || to === null) return
    now = within(scene, { ...now, ...to })
    put(scroller.current, now, to)
    moved()
  }
  const settle = (scene: Scene, at: number): Shift | null => {
    const [from, before, hold] = [last, now, held]
    last = scene
    held = null
    if (from === null || from === scene) return null
    const kept = isZoomed(from, scene) ? (hold ?? usualHold(from, before.along, at)) : null
    // The browser has moved the window already, where the picture has become shorter.
    now = within(scene, now)
    if (kept !== null) go(scene, { along: scene.axis.xOf(kept.at) - kept.from })
    return kept?.byHand === true ? null : { along: now.along - before.along, across: now.across - before.across }
  }
  return {
    scrolled: () => now,
    onScroll,
    settle,
    scrollTo: (along) => {
      if (last !== null) go(last, { along })
    },
    hold: (hold) => {
      held = hold
    },
    keepInView: (scene, cursor) => {
      if (followed?.cursor === cursor && followed.timeline === scene.timeline) return
      followed = { cursor, timeline: scene.timeline }
      go(scene, pageFor(scene, now.along, scene.axis.xOf(cursor.at)))
    },
    reveal: (scene, across) => {
      go(scene, downFor(scene, now.across, across))
    },
  }
}
