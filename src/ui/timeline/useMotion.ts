import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import type { Cursor, Scene } from '../../timeline/index.ts'
import type { Shift } from './glide.ts'
import { type CursorSource, createMotion } from './motion.ts'

export type { CursorSource }

/** What the person asked of the system, or of the switch under `?`. */
export const isStill = (): boolean =>
  document.documentElement.dataset.motion === 'reduced' || window.matchMedia('(prefers-reduced-motion: reduce)').matches

/** Ties the loop to the page. `takeShift` is asked once per scene, when its marks are on the page. */
export const useMotion = (
  scene: Scene,
  source: CursorSource,
  root: RefObject<HTMLElement | null>,
  takeShift: (scene: Scene) => Shift | null,
  onShown: (cursor: Cursor) => void,
): void => {
  const shown = useRef(onShown)
  const shift = useRef(takeShift)
  useLayoutEffect(() => {
    shown.current = onShown
    shift.current = takeShift
  }, [onShown, takeShift])
  const motion = useMemo(() => createMotion(source, (cursor) => shown.current(cursor)), [source])
  useLayoutEffect(() => {
    if (root.current === null) return
    // The window is put right in any case; without motion the marks do not go there, they are there.
    const went = shift.current(scene)
    motion.lay(scene, root.current, isStill() ? null : went)
  }, [motion, scene, root])
  useEffect(() => {
    const stop = source.subscribe(motion.ask)
    return () => {
      stop()
      motion.stop()
    }
  }, [motion, source])
}
