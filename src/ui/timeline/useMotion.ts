import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import type { Cursor, Scene } from '../../timeline/index.ts'
import { type Board, makeBoard } from './board.ts'

export interface CursorSource {
  readonly get: () => Cursor
  readonly subscribe: (listener: (cursor: Cursor) => void) => () => void
}

/** One loop: whatever stands for the simulation is moved here, once a frame at most, and not by React. */
export const useMotion = (
  scene: Scene,
  source: CursorSource,
  root: RefObject<HTMLElement | null>,
  playhead: RefObject<SVGGElement | null>,
  onShown: (cursor: Cursor) => void,
): void => {
  const board = useRef<Board | null>(null)
  const shown = useRef(onShown)
  useLayoutEffect(() => {
    shown.current = onShown
  }, [onShown])
  useLayoutEffect(() => {
    if (root.current === null) return
    board.current = makeBoard(scene, root.current, playhead.current)
    board.current.show(source.get())
    shown.current(source.get())
  }, [scene, source, root, playhead])
  useEffect(() => {
    let asked = 0
    const show = (): void => {
      asked = 0
      board.current?.show(source.get())
      shown.current(source.get())
    }
    const stop = source.subscribe(() => {
      if (asked === 0) asked = requestAnimationFrame(show)
    })
    return () => {
      stop()
      cancelAnimationFrame(asked)
    }
  }, [source])
}
