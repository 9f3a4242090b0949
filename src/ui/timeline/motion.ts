/** The one loop of the picture: whatever stands for the simulation is moved here, once a frame at most, and not by React. */
import type { Cursor, Scene } from '../../timeline/index.ts'
import { type Board, makeBoard } from './board.ts'
import { GLIDE_TAKES, type Glide, glideOf, type Shift } from './glide.ts'

export interface CursorSource {
  readonly get: () => Cursor
  readonly subscribe: (listener: (cursor: Cursor) => void) => () => void
}

export interface Motion {
  /** Another scene is on the page. `shift`: how far its window was scrolled on; null: it is there at once. */
  readonly lay: (scene: Scene, root: ParentNode, shift: Shift | null) => void
  readonly show: () => void
  /** Shows it with the next frame. */
  readonly ask: () => void
  readonly stop: () => void
}

/** Another size of the window is not a move of the marks. */
const isSameWindow = (a: Scene, b: Scene): boolean => a.view.width === b.view.width && a.view.height === b.view.height

export const createMotion = (source: CursorSource, onShown: (cursor: Cursor) => void): Motion => {
  let board: Board | null = null
  let laid: Scene | null = null
  let glide: Glide | null = null
  let since = 0
  let asked = 0

  const put = (): ((along: number) => number) | undefined => {
    if (glide === null) return undefined
    const { seen, put: to } = glide
    const part = Math.min(1, (performance.now() - since) / GLIDE_TAKES)
    to(part)
    if (part >= 1) glide = null
    return (along) => seen(along, part)
  }
  const show = (): void => {
    // The window first: to scroll it, the browser lays out what was changed before.
    onShown(source.get())
    board?.show(source.get(), put())
    if (glide !== null) ask()
  }
  const frame = (): void => {
    asked = 0
    show()
  }
  const ask = (): void => {
    if (asked === 0) asked = requestAnimationFrame(frame)
  }
  return {
    lay: (scene, root, shift) => {
      // What was still on its way is put where it stands, or it would keep its transform.
      glide?.put(1)
      board = makeBoard(scene, root)
      glide =
        laid === null || shift === null || !isSameWindow(laid, scene) ? null : glideOf(laid, scene, shift, board.marks)
      since = performance.now()
      laid = scene
      show()
    },
    show,
    ask,
    stop: () => cancelAnimationFrame(asked),
  }
}
