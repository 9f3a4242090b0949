import { type RefObject, useCallback, useRef } from 'react'
import type { GridCell, Scene } from '../../timeline/index.ts'

const MARGIN = 48

/**
 * The playhead stays in sight: when it leaves, the window turns a page. Nothing is measured for it: a look at the page in
 * every frame would have the browser lay it out in every frame.
 */
export const useScroll = (scene: Scene, scroller: RefObject<HTMLElement | null>) => {
  const scrolled = useRef(0)
  const onScroll = useCallback((): void => {
    scrolled.current = scroller.current?.scrollLeft ?? 0
  }, [scroller])
  const keepInView = useCallback(
    (playhead: number): void => {
      const { width } = scene.view
      const header = scene.axis.start
      const left = scrolled.current + header
      const right = scrolled.current + width
      if (scene.length <= width || (playhead >= left - 1 && playhead <= right - MARGIN / 2)) return
      const wanted = Math.max(0, playhead < left ? playhead - width / 2 : playhead - header - MARGIN)
      if (scroller.current === null || Math.abs(wanted - scrolled.current) < 1) return
      scroller.current.scrollLeft = wanted
      onScroll()
    },
    [scene, scroller, onScroll],
  )
  const scrolledTo = useCallback((): number => scrolled.current, [])
  return { scrolledTo, onScroll, keepInView }
}

/** Names the cell the playhead stands on, once per change. */
export const useActiveCell = (scroller: RefObject<HTMLElement | null>, prefix: string) => {
  const last = useRef<string | null>(null)
  return useCallback(
    (cell: GridCell | null): void => {
      if (cell === null || cell.id === last.current) return
      last.current = cell.id
      scroller.current?.setAttribute('aria-activedescendant', `${prefix}${cell.id}`)
    },
    [scroller, prefix],
  )
}
