import type { Cursor } from '../timeline/index.ts'
import {
  compareMoments,
  cursorAfter,
  cursorAt,
  nextCursor,
  previousCursor,
  START,
  stepsDone,
} from '../timeline/index.ts'
import { storyUiWords } from '../words/en/ui.ts'
import type { Selectors } from './selectors.ts'
import { speeds } from './state.ts'
import type { AppStore } from './store.ts'

export interface TimeActions {
  readonly seek: (cursor: Cursor) => void
  /** To a time from outside: everything of that millisecond is done. */
  readonly seekTime: (at: number) => void
  /** To the next or previous event that tells something. */
  readonly stepEvent: (direction: 1 | -1) => void
  /** One step of the engine. */
  readonly stepOne: (direction: 1 | -1) => void
  readonly stepMillis: (by: number) => void
  readonly stepFault: (direction: 1 | -1) => void
  readonly toStart: () => void
  readonly toEnd: () => void
  readonly play: (direction?: 1 | -1) => void
  readonly pause: () => void
  readonly togglePlay: () => void
  readonly setSpeed: (speed: number) => void
}

const faster = (speed: number): number => speeds.find((one) => one > speed) ?? speed

const createPlaying = (store: AppStore, gate: (act: () => void) => void, isAtEnd: () => boolean) => {
  const start = (direction: 1 | -1): void => {
    const { playing, direction: before, speed } = store.getState()
    if (playing && before === direction) return store.setState({ speed: faster(speed) })
    const rewind = direction === 1 && isAtEnd()
    store.setState({ playing: true, direction, ...(rewind ? { cursor: START } : {}) })
  }
  const play = (direction: 1 | -1 = 1): void => gate(() => start(direction))
  const pause = (): void => store.setState({ playing: false, direction: 1 })
  return {
    play,
    pause,
    togglePlay: () => (store.getState().playing ? pause() : play()),
    setSpeed: (speed: number) => store.setState({ speed }),
  }
}

/** While a question stands, time does: what comes would give the answer away. */
const createGate = (store: AppStore, selectors: Selectors, say: (text: string) => void) => {
  return (act: () => void): void => {
    if (selectors.asks(store.getState())) say(storyUiWords.first)
    else act()
  }
}

export const createTimeActions = (store: AppStore, selectors: Selectors, say: (text: string) => void): TimeActions => {
  const state = store.getState
  const timeline = () => selectors.timeline(state())
  const playhead = () => selectors.playhead(state())
  const gate = createGate(store, selectors, say)
  const seek = (cursor: Cursor): void => gate(() => store.setState({ cursor, playing: false, direction: 1 }))
  const seekTime = (at: number): void => {
    const whole = Math.round(Math.max(0, Math.min(at, timeline().end.at)))
    seek(whole === 0 ? START : cursorAt(timeline().trace, whole))
  }
  return {
    ...createPlaying(store, gate, () => nextCursor(timeline().moments, playhead()) === null),
    seek,
    seekTime,
    stepEvent: (direction) => {
      const { moments, end } = timeline()
      const cursor = playhead()
      seek(direction === 1 ? (nextCursor(moments, cursor) ?? end) : (previousCursor(moments, cursor) ?? START))
    },
    stepOne: (direction) => {
      const { trace, end } = timeline()
      const target = stepsDone(trace, playhead()) + direction
      if (target <= 0) seek(START)
      else seek(target > trace.steps.length ? end : cursorAfter(trace, target - 1))
    },
    stepMillis: (by) => {
      const { at } = playhead()
      seekTime(by > 0 ? Math.floor(at + 1e-6) + by : Math.ceil(at - 1e-6) + by)
    },
    stepFault: (direction) => {
      const times = timeline()
        .pins.flatMap((pin) => (pin.moment ? [pin.moment] : []))
        .toSorted(compareMoments)
      const next = (direction === 1 ? nextCursor : previousCursor)(times, playhead())
      if (next) seek(next)
    },
    toStart: () => seek(START),
    toEnd: () => seek(timeline().end),
  }
}
