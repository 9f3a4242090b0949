import type { AppState, Lab } from '../app/index.ts'
import { whenPainted } from './painted.ts'

/** As often as this the page follows a playhead that keeps moving, in ms. */
export const FOLLOWS = 120
/** Drawing them takes at most one part in so many of the time: the rest belongs to the picture. */
const SHARE = 6
/** But nobody looks at old numbers for longer than this, in ms, however slow the machine is. */
const LATEST = 4 * FOLLOWS

/** The store as the parts of the page see it. */
export type CalmStore = Pick<Lab['store'], 'getState' | 'getInitialState' | 'subscribe'>

const isMoveOnly = (now: AppState, before: AppState): boolean =>
  now.cursor !== before.cursor &&
  Object.keys(now).every(
    (key) => key === 'cursor' || Object.is(now[key as keyof AppState], before[key as keyof AppState]),
  )

/** The first move is passed on at once, and so is every other change; moves that follow close upon it are gathered. */
export const createCalm = (store: Lab['store'], afterPaint: typeof whenPainted = whenPainted): CalmStore => {
  const listeners = new Set<(state: AppState, before: AppState) => void>()
  let shown = store.getState()
  let since = Number.NEGATIVE_INFINITY
  let took = 0
  let waiting: ReturnType<typeof setTimeout> | undefined
  const publish = (): void => {
    const before = shown
    clearTimeout(waiting)
    waiting = undefined
    since = performance.now()
    shown = store.getState()
    for (const listener of listeners) listener(shown, before)
    // What they draw is drawn by then: it was asked for before this.
    queueMicrotask(() => {
      took = performance.now() - since
    })
    // Laying them out and painting them is the larger part.
    afterPaint((ms) => {
      took = Math.max(took, ms)
    })
  }
  const left = (): number => Math.min(LATEST, Math.max(FOLLOWS, took * SHARE)) - (performance.now() - since)
  // How long it took may have become known only after the wait began.
  const rings = (): void => {
    if (left() > 0) waiting = setTimeout(rings, left())
    else publish()
  }
  store.subscribe((now, before) => {
    if (!isMoveOnly(now, before) || left() <= 0) publish()
    else waiting ??= setTimeout(rings, left())
  })
  return {
    getState: () => shown,
    getInitialState: store.getInitialState,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
