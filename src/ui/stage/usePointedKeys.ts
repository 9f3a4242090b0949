import { type PointerEvent, useEffect, useMemo, useRef } from 'react'
import { keyOnTimeline, type Page, pressOf, struckBy } from '../../app/index.ts'
import { targetOf } from '../../timeline/index.ts'
import { useLab } from '../useApp.ts'

const isActor = (name: string): boolean => /^(producer|broker|consumer)-\d+$/.test(name)

/** Where the person would expect the letter to be typed, or to choose something. */
const isElsewhere = (element: EventTarget | null): boolean =>
  element instanceof Element &&
  element.closest('#timeline, [popover], dialog, select, textarea, input[inputmode]') !== null

const nameUnder = (target: EventTarget | null): string | null => {
  const name = target instanceof Element ? (target.closest('[data-name]')?.getAttribute('data-name') ?? null) : null
  return name !== null && (name.includes('>') || isActor(name)) ? name : null
}

/** Pointing at a message counts as selecting it, wherever focus was left by the last click on a setting. */
export const usePointedKeys = (page: Page) => {
  const { store, select, actions } = useLab()
  const name = useRef<string | null>(null)
  const pointed = useMemo(
    () => ({
      over: (event: PointerEvent): void => {
        name.current = nameUnder(event.target)
      },
      leave: (): void => {
        name.current = null
      },
      /** "Point at a message and press X": a crash is of an actor, so a message under the pointer is not meant then. */
      select: (struck: 'message' | 'node' | 'any'): void => {
        if (name.current === null) return
        if (struck === 'any' || (struck === 'node') === isActor(name.current))
          actions.select(targetOf(name.current, store.getState().cursor, select.timeline(store.getState())))
      },
    }),
    [store, select, actions],
  )
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey
      const pressed = { key: event.key, shift: event.shiftKey, ctrl: false, alt: false }
      const struck = struckBy(pressOf(pressed))
      if (name.current === null || !plain || struck === null || event.defaultPrevented || isElsewhere(event.target))
        return
      pointed.select(struck)
      const state = store.getState()
      keyOnTimeline(pressed, state.letters)?.(actions, page, state)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [store, actions, page, pointed])
  return pointed
}
