import type { Actions } from './actions.ts'
import { presets } from './presets.ts'
import type { AppState } from './state.ts'

/** A key as pressed: what `KeyboardEvent` says, and nothing else of it. */
export interface Pressed {
  readonly key: string
  readonly shift: boolean
  readonly ctrl: boolean
  readonly alt: boolean
}

/** What only the page can do. */
export interface Page {
  readonly undo: () => void
  readonly redo: () => void
  readonly openKeys: () => void
  readonly toggleSettings: () => void
  /** Opens the fault popover of what is selected. */
  readonly openMenu: () => void
  /** Closes what is open; false when nothing was. */
  readonly close: () => boolean
  /** px per ms as drawn now, for a zoom by a factor. */
  readonly pxPerMs: () => number
  /** The fold at or nearest to the playhead. */
  readonly foldAtPlayhead: () => string | null
}

type Act = (actions: Actions, page: Page, state: AppState) => void
export const ZOOM_STEP = 1.25

const strike =
  (kind: string): Act =>
  (actions, _page, state) =>
    actions.strike(kind, state.selected)

/** While the timeline has focus. The names are those of `KeyboardEvent.key`, with `Shift ` before where it counts. */
const onTimeline: Readonly<Record<string, Act>> = {
  ArrowLeft: (actions) => actions.stepEvent(-1),
  ArrowRight: (actions) => actions.stepEvent(1),
  'Shift ArrowLeft': (actions) => actions.stepOne(-1),
  'Shift ArrowRight': (actions) => actions.stepOne(1),
  Home: (actions) => actions.toStart(),
  End: (actions) => actions.toEnd(),
  ' ': (actions) => actions.togglePlay(),
  Enter: (_actions, page) => page.openMenu(),
  Delete: (actions, _page, state) => actions.removeFaultAt(state.selected),
  Backspace: (actions, _page, state) => actions.removeFaultAt(state.selected),
  Escape: (actions, page) => {
    if (!page.close()) actions.select(null)
  },
}

/** Single characters: only while the timeline has focus, and they can be switched off (WCAG 2.1.4). */
const letters: Readonly<Record<string, Act>> = {
  j: (actions) => actions.play(-1),
  k: (actions) => actions.pause(),
  l: (actions) => actions.play(1),
  ',': (actions) => actions.stepMillis(-1),
  '.': (actions) => actions.stepMillis(1),
  '[': (actions) => actions.stepFault(-1),
  ']': (actions) => actions.stepFault(1),
  '+': (actions, page) => actions.zoomBy(ZOOM_STEP, page.pxPerMs()),
  '=': (actions, page) => actions.zoomBy(ZOOM_STEP, page.pxPerMs()),
  '-': (actions, page) => actions.zoomBy(1 / ZOOM_STEP, page.pxPerMs()),
  '0': (actions) => actions.fit(),
  f: (actions, page) => {
    const fold = page.foldAtPlayhead()
    if (fold !== null) actions.toggleFold(fold)
  },
  h: (actions) => actions.nextFuture(),
  x: strike('silent'),
  'Shift x': strike('break'),
  r: strike('refuse'),
  c: strike('crash'),
  g: strike('pause'),
  n: strike('cut-off'),
  d: strike('late'),
  s: (_actions, page) => page.toggleSettings(),
  '?': (_actions, page) => page.openKeys(),
}

const preset = (key: string): Act | undefined => {
  const chosen = /^[1-9]$/.test(key) ? presets[Number(key) - 1] : undefined
  return chosen ? (actions) => actions.choosePreset(chosen.id) : undefined
}

/** What a key does on the timeline; undefined: nothing, the browser may have it. */
export const keyOnTimeline = ({ key, shift, ctrl, alt }: Pressed, lettersOn: boolean): Act | undefined => {
  if (ctrl || alt) return undefined
  const named = shift && key.length > 1 ? onTimeline[`Shift ${key}`] : onTimeline[key]
  if (named || key.length > 1 || !lettersOn) return named
  const letter = key.toLowerCase()
  const isLetter = letter !== key.toUpperCase()
  // Of a sign the keyboard's own shift is part; of a letter it makes another key.
  return (shift && isLetter ? letters[`Shift ${letter}`] : letters[letter]) ?? preset(key)
}

/** Anywhere on the page. A text field keeps its own undo. */
export const keyAnywhere = ({ key, shift, ctrl, alt }: Pressed, isTyping: boolean): Act | undefined => {
  if (!ctrl || alt || isTyping) return undefined
  const letter = key.toLowerCase()
  if (letter === 'z') return shift ? (_actions, page) => page.redo() : (_actions, page) => page.undo()
  return letter === 'y' ? (_actions, page) => page.redo() : undefined
}
