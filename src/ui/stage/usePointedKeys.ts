import { type PointerEvent, useEffect, useMemo, useRef } from 'react'
import { keyOnTimeline, type Page } from '../../app/index.ts'
import { targetOf } from '../../timeline/index.ts'
import { useLab } from '../useApp.ts'

/** Keys that do something to what is pointed at: "point at a message and press X". */
export const isStrike = (key: string): boolean => /^[xrdcgn]$/i.test(key) || key === 'Delete' || key === 'Backspace'
/** Crash, pause, cut off: of an actor, so a message under the pointer is not meant. */
const isOfActor = (key: string): boolean => /^[cgn]$/i.test(key)
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
      select: (key: string): void => {
        if (name.current !== null && isOfActor(key) === isActor(name.current))
          actions.select(targetOf(name.current, store.getState().cursor, select.timeline(store.getState()).trace))
      },
    }),
    [store, select, actions],
  )
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey
      if (
        name.current === null ||
        !plain ||
        !isStrike(event.key) ||
        event.defaultPrevented ||
        isElsewhere(event.target)
      )
        return
      pointed.select(event.key)
      const state = store.getState()
      keyOnTimeline({ key: event.key, shift: event.shiftKey, ctrl: false, alt: false }, state.letters)?.(
        actions,
        page,
        state,
      )
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [store, actions, page, pointed])
  return pointed
}
