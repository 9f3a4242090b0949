import { type Actions, createActions } from './actions.ts'
import type { AddressBar } from './addressBar.ts'
import { fromLink, inItsRun } from './hashState.ts'
import { createHistory, type History } from './history.ts'
import { createPlayer, type FrameClock } from './player.ts'
import { readPreferences, type Shelf, writePreferences } from './preferences.ts'
import type { Later } from './restTimer.ts'
import { rememberSeen } from './seen.ts'
import { createSelectors, type Selectors } from './selectors.ts'
import { type AppStore, createAppStore, firstVisit } from './store.ts'

/** The application, put together: the truths, what follows from them, what a person can do, and what moves by itself. */
export interface Lab {
  readonly store: AppStore
  readonly select: Selectors
  readonly actions: Actions
  readonly history: History
  readonly stop: () => void
}

/** What the page lends: everything outside the application that it may touch. */
export interface Surroundings {
  readonly bar: AddressBar
  readonly clock: FrameClock
  readonly later: Later
  readonly shelf: () => Shelf
  readonly prefersReducedMotion: boolean
}

export const createLab = ({ bar, clock, later, shelf, prefersReducedMotion }: Surroundings): Lab => {
  const preferences = readPreferences(shelf)
  const { hash } = bar.read()
  const first = firstVisit()
  const { view, ...linked } = hash.length > 1 ? fromLink(hash) : { view: {} }
  const store = createAppStore({
    ...first,
    reducedMotion: prefersReducedMotion,
    ...preferences,
    ...linked,
    view: { ...first.view, ...view },
  })
  const select = createSelectors()
  store.setState(inItsRun(store.getState(), select.timeline(store.getState())))
  const actions = createActions(store, select)
  const history = createHistory({ store, select }, bar, later, actions.say)
  const stopSeen = rememberSeen(store, select)
  const stopPlayer = createPlayer(store, select, clock)
  const remember = store.subscribe((now, before) => {
    if (
      now.theme !== before.theme ||
      now.letters !== before.letters ||
      now.reducedMotion !== before.reducedMotion ||
      now.invited !== before.invited ||
      now.panels !== before.panels ||
      now.seen !== before.seen
    )
      writePreferences(shelf, now, prefersReducedMotion)
  })
  return {
    store,
    select,
    actions,
    history,
    stop: () => {
      remember()
      stopSeen()
      stopPlayer()
      history.stop()
    },
  }
}
