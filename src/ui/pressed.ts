import type { Pressed } from '../app/index.ts'

/** What the map of the keyboard needs of a key event; on a Mac the command key is what Ctrl is elsewhere. */
export const pressedOf = (
  event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>,
): Pressed => ({
  key: event.key,
  shift: event.shiftKey,
  ctrl: event.ctrlKey || event.metaKey,
  alt: event.altKey,
})
