import { START } from '../timeline/index.ts'
import { sayLeftOut } from '../words/index.ts'
import type { AddressBar, Entry } from './addressBar.ts'
import { fromLink, inItsRun, toLink } from './hashState.ts'
import type { WrittenLink } from './link.ts'
import { createRestTimer, type Later } from './restTimer.ts'
import type { Selectors } from './selectors.ts'
import type { AppState } from './state.ts'
import type { AppStore } from './store.ts'
import { needsStories, readyFor } from './storyShelf.ts'

/** The playhead, the zoom and the folds are written once they have rested this long. */
const RESTS = 300

export interface History {
  readonly undo: () => void
  readonly redo: () => void
  readonly canUndo: () => boolean
  readonly canRedo: () => boolean
  /** The link to exactly this, the playhead included. */
  readonly link: () => string
  /** What that link is too long to say, as a sentence; null: it says all. */
  readonly leftOut: () => string | null
  readonly stop: () => void
}

const isEdit = (now: AppState, before: AppState): boolean => now.setup !== before.setup || now.plan !== before.plan
const isLook = (now: AppState, before: AppState): boolean =>
  now.cursor !== before.cursor || now.view !== before.view || now.preset !== before.preset || now.story !== before.story

/** Writes the address once what is looked at has rested. */
const createRest = (bar: AddressBar, later: Later, link: () => WrittenLink) => {
  const rest = createRestTimer(later)
  const write = (): void => {
    rest.clear()
    bar.replace({ hash: link().hash, mark: markOf(bar) })
  }
  return { write, forget: rest.clear, soon: () => rest.after(RESTS, write) }
}

/** 0: the entry the page was opened with. */
const markOf = (bar: AddressBar): number => bar.read().mark ?? 0

/**
 * What an entry brings back. Of our own: settings and faults; the playhead and the picture stay where they are. Of a link
 * that somebody put into the address: all of it, and the picture is fitted as on opening.
 */
const restored = (state: AppState, entry: Entry): Partial<AppState> => {
  const { setup, plan, story, preset, ...rest } = fromLink(entry.hash)
  const edit = { setup, plan, story, preset, selected: null, playing: false }
  if (entry.mark === null) return { ...rest, ...edit, view: { ...state.view, ...rest.view, fits: state.view.fits + 1 } }
  // A story whose question was left unanswered is asked again, at its start.
  return story === null || state.answers[story] !== undefined ? edit : { ...edit, cursor: START }
}

const leftOutOf = ({ leftOut }: WrittenLink): string | null => (leftOut === null ? null : sayLeftOut(leftOut))

const backAndForth = (bar: AddressBar, newest: () => number) => {
  const canUndo = (): boolean => markOf(bar) > 0
  const canRedo = (): boolean => markOf(bar) < newest()
  return {
    canUndo,
    canRedo,
    undo: () => {
      if (canUndo()) bar.go(-1)
    },
    redo: () => {
      if (canRedo()) bar.go(1)
    },
  }
}

/** One history entry per finished edit of settings or faults; the playhead is no step of undo (ux.md section 5). */
export const createHistory = (
  { store, select }: { readonly store: AppStore; readonly select: Selectors },
  bar: AddressBar,
  later: Later,
  say: (text: string) => void,
): History => {
  const linkOf = (state: AppState): WrittenLink => toLink({ ...state, cursor: select.playhead(state) })
  const rest = createRest(bar, later, () => linkOf(store.getState()))
  let restoring = false
  let newest = markOf(bar)
  const offStore = store.subscribe((now, before) => {
    if (restoring) return
    if (isEdit(now, before)) {
      rest.forget()
      newest = markOf(bar) + 1
      const link = linkOf(now)
      bar.push({ hash: link.hash, mark: newest })
      // Undo goes by the link as well.
      const leftOut = leftOutOf(link)
      if (leftOut !== null) say(leftOut)
    } else if (!now.playing && (before.playing || isLook(now, before))) rest.soon()
  })
  const move = (entry: Entry): void => {
    restoring = true
    const state = store.getState()
    const brought = restored(state, entry)
    store.setState(entry.mark === null ? inItsRun(brought, select.timeline({ ...state, ...brought })) : brought)
    restoring = false
    rest.soon()
  }
  const offBar = bar.onMove((entry) => {
    // By then the person may be at another entry: what the address says is what is shown.
    if (needsStories(entry.hash)) void readyFor(entry.hash).then(() => move(bar.read()))
    else move(entry)
  })
  rest.write()
  return {
    ...backAndForth(bar, () => newest),
    link: () => {
      rest.write()
      return bar.href(bar.read().hash)
    },
    leftOut: () => leftOutOf(linkOf(store.getState())),
    stop: () => {
      offStore()
      offBar()
      rest.forget()
    },
  }
}
