/** What a link says about where a person looks: the cursor and the picture. */
import { LATEST, type Plan, type Setup } from '../engine/index.ts'
import type { Cursor, Future } from '../timeline/index.ts'
import { type DroppedPart, decodeName, encodeName } from './linkText.ts'

export interface LinkState {
  readonly setup: Setup
  readonly plan: Plan
  /** The id of the story this run is, or was before somebody changed it. */
  readonly story: string | null
  readonly cursor: Cursor
  readonly view: {
    readonly pxPerMs: number | 'fit'
    readonly openFolds: readonly string[]
    readonly future: Future
  }
}

const MOST_FOLDS = 100
const MOST_TIES = 20_000
const FUTURES: readonly Future[] = ['faint', 'full', 'hidden']

/** Between two milliseconds the same has happened as at the beginning of the next. */
export const writeCursor = ({ at, tie }: Cursor): string => {
  if (!Number.isInteger(at)) return `t=${Math.ceil(at)}.0`
  return tie >= MOST_TIES ? `t=${at}` : `t=${at}.${tie}`
}

const readCursor = (text: string): Cursor | null => {
  const found = /^(\d{1,9})(?:\.(\d{1,5}))?$/.exec(text)
  if (found === null) return null
  // Written by hand, `t=102` means: everything of that millisecond has happened.
  const [at, tie] = [Number(found[1]), Number(found[2] ?? MOST_TIES)]
  return at > LATEST || tie > MOST_TIES ? null : { at, tie }
}

const readZoom = (text: string): number | null => {
  const value = /^\d{1,4}(?:\.\d{1,3})?$/.test(text) ? Number(text) : 0
  return value > 0 && value <= 1000 ? value : null
}

export const writeView = ({ pxPerMs, openFolds, future }: LinkState['view']): readonly string[] => [
  ...(pxPerMs === 'fit' ? [] : [`z=${Math.max(0.001, Math.round(pxPerMs * 1000) / 1000)}`]),
  ...(openFolds.length === 0 ? [] : [`folds=${openFolds.slice(0, MOST_FOLDS).map(encodeName).join(',')}`]),
  ...(future === 'faint' ? [] : [`future=${future}`]),
]

type Change = (state: LinkState, value: string) => LinkState | DroppedPart['reason']

export const viewKeys: Readonly<Record<string, Change>> = {
  t: (state, value) => {
    const cursor = readCursor(value)
    return cursor === null ? 'not-a-number' : { ...state, cursor }
  },
  z: (state, value) => {
    const pxPerMs = readZoom(value)
    return pxPerMs === null ? 'out-of-range' : { ...state, view: { ...state.view, pxPerMs } }
  },
  folds: (state, value) => {
    const names = value.split(',').map(decodeName)
    const openFolds = names.filter((name): name is string => name !== null && name !== '')
    if (names.length > MOST_FOLDS) return 'too-many'
    return openFolds.length < names.length ? 'bad-encoding' : { ...state, view: { ...state.view, openFolds } }
  },
  future: (state, value) => {
    const future = FUTURES.find((one) => one === value)
    return future === undefined ? 'not-a-choice' : { ...state, view: { ...state.view, future } }
  },
}
