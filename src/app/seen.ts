import type { Selectors } from './selectors.ts'
import type { AppStore } from './store.ts'

/** Notes which stories were seen to their end: their mark in the menu. */
export const rememberSeen = (store: AppStore, select: Selectors): (() => void) =>
  store.subscribe((state) => {
    const { story, seen } = state
    if (story === null || seen.includes(story) || select.story(state)?.outcome == null) return
    store.setState({ seen: [...seen, story] })
  })
