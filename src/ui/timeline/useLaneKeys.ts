import { type KeyboardEvent, type RefObject, useEffect } from 'react'
import { type Scene, targetsAt } from '../../timeline/index.ts'
import type { CursorSource } from './useMotion.ts'

/** Selects the next lane down or up. The picture lends it to the page's keys: only it knows where things are drawn. */
export type StepLane = (direction: 1 | -1) => void

/** Up and down go from lane to lane, and through what is in the air between them. */
export const useLaneSteps = (
  lent: RefObject<StepLane | null> | undefined,
  scene: Scene,
  source: CursorSource,
  selected: string | null,
  onSelect: (name: string | null) => void,
): void =>
  useEffect(() => {
    if (lent === undefined) return
    lent.current = (direction) => {
      const names = targetsAt(scene, source.get())
      const now = selected === null ? -1 : names.indexOf(selected)
      const next = direction === 1 ? now + 1 : now < 0 ? names.length - 1 : now - 1
      onSelect(names[Math.max(0, Math.min(names.length - 1, next))] ?? null)
    }
    return () => {
      lent.current = null
    }
  }, [lent, scene, source, selected, onSelect])

/** A letter means the message that is pointed at: it is selected first, then the key goes on to the page. */
export const useLetters =
  (selected: string | null, pointed: string | null, onSelect: (name: string | null) => void) =>
  (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (/^[a-z]$/i.test(event.key) && pointed !== null && pointed !== selected) onSelect(pointed)
  }
