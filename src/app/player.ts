import { type Cursor, nextCursor, previousCursor, START, type Timeline } from '../timeline/index.ts'
import type { Selectors } from './selectors.ts'
import type { AppStore } from './store.ts'

/** 1 simulated ms lasts 60 real ms at 1×; a fold takes 500 ms, however long it is (ux.md section 4). */
export const REAL_PER_MS = 60
export const FOLD_TAKES = 500
/** With motion reduced: from event to event. */
export const EVENT_TAKES = 700

interface Stretch {
  readonly from: number
  readonly to: number
  /** Simulated ms per real ms. */
  readonly pace: number
}

/** What is free around a fold is travelled through as it is: 40 px after the last event, 18 px before the next. */
const margins = { after: 6, before: 2 } as const

const stretches = (timeline: Pick<Timeline, 'folds'>): readonly Stretch[] =>
  timeline.folds.map((fold) => {
    const from = fold.from + margins.after
    const to = Math.max(from + 1, fold.to - margins.before)
    return { from, to, pace: (to - from) / FOLD_TAKES }
  })

/** Where the playhead is after `real` ms. Exact at the ends of folds, however long a frame took. */
export const advance = (
  timeline: Pick<Timeline, 'folds' | 'end'>,
  at: number,
  real: number,
  speed: number,
  direction: 1 | -1,
): number => {
  const folds = stretches(timeline)
  const until = direction === 1 ? timeline.end.at : 0
  let [now, left] = [at, real * speed]
  while (left > 1e-9 && now !== until) {
    const fold = folds.find((one) =>
      direction === 1 ? now >= one.from && now < one.to : now > one.from && now <= one.to,
    )
    const pace = fold ? fold.pace : 1 / REAL_PER_MS
    const edges = fold ? [fold.from, fold.to] : folds.flatMap((one) => [one.from, one.to])
    const ahead = [...edges, until].filter((edge) => (direction === 1 ? edge > now : edge < now))
    const edge = direction === 1 ? Math.min(...ahead) : Math.max(...ahead)
    const takes = Math.abs(edge - now) / pace
    if (takes > left) return now + direction * left * pace
    now = edge
    left -= takes
  }
  return now
}

export interface FrameClock {
  readonly request: (frame: (now: number) => void) => number
  readonly cancel: (handle: number) => void
}

/** The only owner of the page's animation frames. It moves the cursor and nothing else. */
export const createPlayer = (store: AppStore, selectors: Selectors, clock: FrameClock): (() => void) => {
  let handle: number | null = null
  let last: number | null = null
  let waited = 0

  const stop = (cursor: Cursor): void => store.setState({ cursor, playing: false, direction: 1 })
  const glide = (real: number): void => {
    const { speed, direction } = store.getState()
    const timeline = selectors.timeline(store.getState())
    const at = advance(timeline, selectors.playhead(store.getState()).at, real, speed, direction)
    if (direction === 1 && at >= timeline.end.at) stop(timeline.end)
    else if (direction === -1 && at <= 0) stop(START)
    // Between two milliseconds all of the earlier one is done, so there is no tie.
    else store.setState({ cursor: { at, tie: 0 } })
  }
  const hop = (real: number): void => {
    const { speed, direction } = store.getState()
    const { moments, end } = selectors.timeline(store.getState())
    waited += real * speed
    if (waited < EVENT_TAKES) return
    waited = 0
    const next = (direction === 1 ? nextCursor : previousCursor)(moments, selectors.playhead(store.getState()))
    if (next) store.setState({ cursor: next })
    else stop(direction === 1 ? end : START)
  }
  const frame = (now: number): void => {
    handle = null
    const { playing, reducedMotion } = store.getState()
    if (!playing) return
    // A tab in the background gets no frames: what was missed is not caught up with in one jump.
    const real = last === null ? 0 : Math.min(100, now - last)
    last = now
    if (reducedMotion) hop(real)
    else glide(real)
    arm()
  }
  const arm = (): void => {
    if (handle === null && store.getState().playing) handle = clock.request(frame)
  }
  const off = store.subscribe((state, before) => {
    if (state.playing === before.playing) return
    last = null
    waited = state.playing ? EVENT_TAKES : 0
    arm()
  })
  return () => {
    off()
    if (handle !== null) clock.cancel(handle)
  }
}
