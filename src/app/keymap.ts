import { faultWords, keyWords } from '../words/en/ui.ts'
import type { Actions } from './actions.ts'
import { faultRule } from './doors.ts'
import { presets } from './presets.ts'
import type { AppState } from './state.ts'

/** What only the page can do. */
export interface Page {
  readonly undo: () => void
  readonly redo: () => void
  readonly openKeys: () => void
  readonly toggleSettings: () => void
  /** Asks which time to go to. */
  readonly goToTime: () => void
  /** Opens the fault popover of what is selected. */
  readonly openMenu: () => void
  /** Closes what is open; false when nothing was. */
  readonly close: () => boolean
  /** px per ms as drawn now, for a zoom by a factor. */
  readonly pxPerMs: () => number
  /** The fold at or nearest to the playhead. */
  readonly foldAtPlayhead: () => string | null
  /** Selects the next lane or message in the air, downwards or upwards: only the page knows where they are drawn. */
  readonly stepLane: (direction: 1 | -1) => void
}

export type Act = (actions: Actions, page: Page, state: AppState) => void

/** `KeyboardEvent.key`, letters small, with `Shift ` and `Ctrl ` before it where they count. */
export type Press = string

/** One line of the list under `?`: its sentence, and what each of its keys does. */
export interface KeyLine {
  readonly group: keyof typeof keyWords.groups
  readonly does: string
  readonly keys: readonly (readonly [Press, Act])[]
}

export const ZOOM_STEP = 1.25

const zoomIn: Act = (actions, page) => actions.zoomBy(ZOOM_STEP, page.pxPerMs())
const zoomOut: Act = (actions, page) => actions.zoomBy(1 / ZOOM_STEP, page.pxPerMs())
const remove: Act = (actions, _page, state) => actions.removeFaultAt(state.selected)
const redo: Act = (_actions, page) => page.redo()

const closeOrClear: Act = (actions, page) => {
  if (!page.close()) actions.select(null)
}

const toggleFold: Act = (actions, page) => {
  const fold = page.foldAtPlayhead()
  if (fold !== null) actions.toggleFold(fold)
}

type Keys = KeyLine['keys']
const time = (keys: Keys) => ({ group: 'time', keys }) as const
const target = (keys: Keys) => ({ group: 'target', keys }) as const
const picture = (keys: Keys) => ({ group: 'picture', keys }) as const

/** A key for every sentence of `keyWords.does`, and a sentence for every key, in the order of the list. */
const lines: Readonly<Record<keyof typeof keyWords.does, Omit<KeyLine, 'does'>>> = {
  play: time([[' ', (actions) => actions.togglePlay()]]),
  shuttle: time([
    ['j', (actions) => actions.play(-1)],
    ['k', (actions) => actions.pause()],
    ['l', (actions) => actions.play(1)],
  ]),
  events: time([
    ['ArrowLeft', (actions) => actions.stepEvent(-1)],
    ['ArrowRight', (actions) => actions.stepEvent(1)],
  ]),
  steps: time([
    ['Shift ArrowLeft', (actions) => actions.stepBeat(-1)],
    ['Shift ArrowRight', (actions) => actions.stepBeat(1)],
  ]),
  millis: time([
    [',', (actions) => actions.stepMillis(-1)],
    ['.', (actions) => actions.stepMillis(1)],
  ]),
  ends: time([
    ['Home', (actions) => actions.toStart()],
    ['End', (actions) => actions.toEnd()],
  ]),
  goTo: time([['t', (_actions, page) => page.goToTime()]]),
  faults: time([
    ['[', (actions) => actions.stepFault(-1)],
    [']', (actions) => actions.stepFault(1)],
  ]),
  lanes: target([
    ['ArrowUp', (_actions, page) => page.stepLane(-1)],
    ['ArrowDown', (_actions, page) => page.stepLane(1)],
  ]),
  menu: target([['Enter', (_actions, page) => page.openMenu()]]),
  remove: target([
    ['Delete', remove],
    ['Backspace', remove],
  ]),
  close: target([['Escape', closeOrClear]]),
  zoom: picture([
    ['+', zoomIn],
    ['=', zoomIn],
    ['-', zoomOut],
    ['0', (actions) => actions.fit()],
  ]),
  fold: picture([['f', toggleFold]]),
  table: picture([['e', (actions) => actions.toggleTable()]]),
  future: picture([['h', (actions) => actions.nextFuture()]]),
  contract: picture(
    presets.map((preset, index) => [String(index + 1), (actions) => actions.choosePreset(preset.id)] as const),
  ),
  settings: picture([['s', (_actions, page) => page.toggleSettings()]]),
  undo: picture([['Ctrl z', (_actions, page) => page.undo()]]),
  redo: picture([
    ['Shift Ctrl z', redo],
    ['Ctrl y', redo],
  ]),
  list: picture([['?', (_actions, page) => page.openKeys()]]),
}

/** `Shift X` as it stands in the words is `Shift x` as it is pressed. */
const pressOf = (shown: string): Press => shown.replace(/\p{L}$/u, (letter) => letter.toLowerCase())

/** Kinds of faults by the key that strikes them. */
const strikes: ReadonlyMap<Press, string> = new Map(
  Object.entries(faultWords.keys).map(([kind, shown]) => [pressOf(shown), kind]),
)

const strikeLines: readonly KeyLine[] = [...strikes].map(([press, kind]) => ({
  group: 'target',
  does: keyWords.strikes[kind as keyof typeof keyWords.strikes],
  keys: [[press, (actions, _page, state) => actions.strike(kind, state.selected)]],
}))

/** Every key that does something, with its sentence: the page acts by this table and prints it under `?`. */
export const keymap: readonly KeyLine[] = [
  ...strikeLines,
  ...Object.entries(lines).map(([id, line]) => ({ ...line, does: keyWords.does[id as keyof typeof lines] })),
]

/** What a key strikes: a message or an actor; null when it is not a key of faults. Removing takes what is pointed at. */
export const struckBy = (press: Press): 'message' | 'node' | 'any' | null => {
  if (press === 'Delete' || press === 'Backspace') return 'any'
  const kind = strikes.get(press)
  return kind === undefined ? null : faultRule(kind)?.aim === 'node' ? 'node' : 'message'
}
