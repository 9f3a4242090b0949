import { type PointerEvent, useEffect, useMemo, useRef } from 'react'
import { keyOnTimeline, type Page, type Pressed, pressOf, struckBy } from '../../app/index.ts'
import { targetOf } from '../../timeline/index.ts'
import { pressedOf } from '../pressed.ts'
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
  const pointed = useMemo(() => {
    /** "Point at a message and press X": a crash is of an actor, so a message under the pointer is not meant then. */
    const choose = (struck: 'message' | 'node' | 'any'): void => {
      if (name.current === null) return
      if (struck === 'any' || (struck === 'node') === isActor(name.current))
        actions.select(targetOf(name.current, store.getState().cursor, select.timeline(store.getState())))
    }
    return {
      over: (event: PointerEvent): void => {
        name.current = nameUnder(event.target)
      },
      leave: (): void => {
        name.current = null
      },
      /** Does what a key does on the timeline; false: nothing, and then nothing is selected either. */
      press: (pressed: Pressed): boolean => {
        const act = keyOnTimeline(pressed, store.getState().letters)
        if (act === undefined) return false
        const struck = struckBy(pressOf(pressed))
        if (struck !== null) choose(struck)
        act(actions, page, store.getState())
        return true
      },
    }
  }, [store, select, actions, page])
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const pressed = pressedOf(event)
      const isMeant = name.current !== null && struckBy(pressOf(pressed)) !== null
      if (isMeant && !event.defaultPrevented && !isElsewhere(event.target)) pointed.press(pressed)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [pointed])
  return pointed
}
