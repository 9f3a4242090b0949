import type { AddressBar, Entry } from './addressBar.ts'
import { fromLink, toLink } from './hashState.ts'
import type { AppState } from './state.ts'
import type { AppStore } from './store.ts'

/** The playhead, the zoom and the folds are written once they have rested this long. */
export const RESTS = 300

export interface Later {
  readonly after: (ms: number, act: () => void) => number
  readonly cancel: (handle: number) => void
}

export interface History {
  readonly undo: () => void
  readonly redo: () => void
  readonly canUndo: () => boolean
  readonly canRedo: () => boolean
  /** The link to exactly this, the playhead included. */
  readonly link: () => string
  readonly stop: () => void
}

const isEdit = (now: AppState, before: AppState): boolean => now.setup !== before.setup || now.plan !== before.plan
const isLook = (now: AppState, before: AppState): boolean =>
  now.cursor !== before.cursor || now.view !== before.view || now.preset !== before.preset

/** One history entry per finished edit of settings or faults; the playhead is no step of undo (ux.md section 5). */
export const createHistory = (store: AppStore, bar: AddressBar, later: Later): History => {
  let pending: number | null = null
  let restoring = false
  let newest = bar.read().mark ?? 0

  const here = (): number => bar.read().mark ?? 0
  const write = (): void => {
    pending = null
    bar.replace({ hash: toLink(store.getState()), mark: here() })
  }
  const soon = (): void => {
    if (pending !== null) later.cancel(pending)
    pending = later.after(RESTS, write)
  }
  const restore = (entry: Entry): void => {
    const state = store.getState()
    const read = fromLink(entry.hash)
    const isOurs = entry.mark !== null
    restoring = true
    // Our own entry: settings and faults come back, the playhead and the picture stay where they are.
    store.setState(
      isOurs
        ? { setup: read.setup, plan: read.plan, preset: read.preset, selected: null, playing: false }
        : { ...read, view: { ...state.view, ...read.view }, selected: null, playing: false },
    )
    restoring = false
    if (!isOurs) bar.replace({ hash: entry.hash, mark: here() })
    soon()
  }
  const offStore = store.subscribe((now, before) => {
    if (restoring) return
    if (isEdit(now, before)) {
      // The entry that is left keeps the playhead as it was.
      if (pending !== null) later.cancel(pending)
      pending = null
      newest = here() + 1
      bar.push({ hash: toLink(now), mark: newest })
    } else if (isLook(now, before) && !now.playing) soon()
    else if (before.playing && !now.playing) soon()
  })
  const offBar = bar.onMove(restore)
  write()
  return {
    undo: () => {
      if (here() > 0) bar.go(-1)
    },
    redo: () => {
      if (here() < newest) bar.go(1)
    },
    canUndo: () => here() > 0,
    canRedo: () => here() < newest,
    link: () => {
      write()
      return bar.href(bar.read().hash)
    },
    stop: () => {
      offStore()
      offBar()
      if (pending !== null) later.cancel(pending)
    },
  }
}
