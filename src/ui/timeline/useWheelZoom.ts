import { type RefObject, useEffect, useRef } from 'react'
import type { Scene } from '../../timeline/index.ts'
import { enlargementOf } from './enlargement.ts'
import type { Scroll } from './scroll.ts'

/** The most that one turn of the wheel zooms. */
const TURN = 1.25
/** From here on it is a notch of a wheel; less is two fingers on a pad, which the picture follows at once. */
const NOTCH = 50
const LINE = 16

/** Ctrl and wheel, or a pinch, which browsers tell as the same: zooms, and what is under the pointer stays there. */
export const useWheelZoom = (
  scene: Scene,
  scroller: RefObject<HTMLElement | null>,
  scroll: Scroll,
  onZoom: (factor: number, pxPerMs: number) => void,
): void => {
  const now = useRef(scene)
  now.current = scene
  useEffect(() => {
    const element = scroller.current
    if (element === null) return
    let [factor, asked] = [1, 0]
    const zoom = (from: number, byHand: boolean): void => {
      const { axis } = now.current
      scroll.hold({ at: axis.atOf(from + scroll.scrolled().along), from, byHand })
      onZoom(factor, axis.pxPerMs)
      factor = 1
      asked = 0
    }
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return
      // Else the browser would zoom the whole page.
      event.preventDefault()
      const delta = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1)
      factor *= Math.min(TURN, Math.max(1 / TURN, Math.exp(-delta / 100)))
      const from = (event.clientX - element.getBoundingClientRect().left) / enlargementOf(element)
      if (asked === 0) asked = requestAnimationFrame(() => zoom(from, Math.abs(delta) < NOTCH))
    }
    // React listens passively, which forbids to keep the browser from zooming.
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => {
      element.removeEventListener('wheel', onWheel)
      cancelAnimationFrame(asked)
    }
  }, [scroller, scroll, onZoom])
}
