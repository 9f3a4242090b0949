import { keyWords } from '../words/en/ui.ts'
import { type Act, type KeyLine, keymap, type Press } from './keymap.ts'

/** A key as pressed: what `KeyboardEvent` says, and nothing else of it. */
export interface Pressed {
  readonly key: string
  readonly shift: boolean
  readonly ctrl: boolean
  readonly alt: boolean
}

const acts: ReadonlyMap<Press, Act> = new Map(keymap.flatMap((line) => line.keys))

/** Of a sign the keyboard's own shift is part; of a letter or a named key it makes another key. */
export const pressOf = ({ key, shift, ctrl }: Pressed): Press => {
  const small = key.length === 1 ? key.toLowerCase() : key
  const shiftCounts = shift && (key.length > 1 || small !== key.toUpperCase())
  return `${shiftCounts ? 'Shift ' : ''}${ctrl ? 'Ctrl ' : ''}${small}`
}

/** Single characters can be switched off (WCAG 2.1.4). The space bar is none: it has a name on every keyboard. */
const isLetter = (press: Press): boolean => press !== ' ' && (press.split(' ').at(-1) ?? '').length === 1

/** What a key does on the timeline; undefined: nothing, the browser may have it. */
export const keyOnTimeline = (pressed: Pressed, lettersOn: boolean): Act | undefined => {
  if (pressed.ctrl || pressed.alt) return undefined
  const press = pressOf(pressed)
  return isLetter(press) && !lettersOn ? undefined : acts.get(press)
}

/** Anywhere on the page. A text field keeps its own undo. */
export const keyAnywhere = (pressed: Pressed, isTyping: boolean): Act | undefined =>
  pressed.ctrl && !pressed.alt && !isTyping ? acts.get(pressOf(pressed)) : undefined

const show = (press: Press): string =>
  press === ' '
    ? (keyWords.names[press] ?? press)
    : press
        .split(' ')
        .map((part) => keyWords.names[part] ?? (part.length === 1 ? part.toUpperCase() : part))
        .join(' ')

export interface ListedKeys {
  readonly name: string
  readonly lines: readonly { readonly does: string; readonly keys: readonly string[] }[]
}

const listed = ({ does, keys }: KeyLine) => ({ does, keys: [...new Set(keys.map(([press]) => show(press)))] })

/** The list under `?`: the table by which the keys act, as it stands on keyboards. */
export const keyList: readonly ListedKeys[] = Object.entries(keyWords.groups).map(([group, name]) => ({
  name,
  lines: keymap.filter((line) => line.group === group).map(listed),
}))
