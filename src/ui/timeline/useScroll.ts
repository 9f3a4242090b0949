import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import type { Scene } from '../../timeline/index.ts'
import { createScroll, type Scroll } from './scroll.ts'
import type { Sight } from './sight.ts'

/** The window over the picture; what it shows is told to the parts beside it, and they may move it. */
export const useScroll = (scene: Scene, scroller: RefObject<HTMLElement | null>, sight: Sight): Scroll => {
  const now = useRef(scene)
  const scroll = useMemo((): Scroll => {
    const made: Scroll = createScroll(scroller, () => sight.tell({ scene: now.current, along: made.scrolled().along }))
    return made
  }, [scroller, sight])
  // Before the marks of the scene are laid: they ask how far the window went.
  useLayoutEffect(() => {
    now.current = scene
    sight.tell({ scene, along: scroll.scrolled().along })
  }, [scene, scroll, sight])
  useEffect(() => sight.attach(scroll.scrollTo), [sight, scroll])
  return scroll
}
