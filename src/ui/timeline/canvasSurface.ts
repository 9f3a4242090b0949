/** The canvas of the page: how many pixels it has, and which colours the page gives its tokens now. */
import type { Paint, Scene } from '../../timeline/index.ts'
import { type CanvasBoard, makeCanvasBoard, type Surface } from './canvasBoard.ts'
import type { Palette } from './canvasPaint.ts'
import { enlargementOf } from './enlargement.ts'

/** Browsers refuse a canvas past these: px of one side, and of all together. */
const MOST = { side: 16_000, all: 16_000_000 }

/** Pixels of the canvas per px of the picture: those of the screen, less where the picture is very long. */
export const pixelRatio = (length: number, breadth: number, ofScreen: number): number =>
  Math.min(ofScreen, MOST.side / Math.max(length, breadth, 1), Math.sqrt(MOST.all / Math.max(1, length * breadth)))

/** A canvas knows no variables: an element is asked what they are, so that forced colours are the system's here too. */
const paletteOf = (canvas: HTMLElement): Palette => {
  const known = new Map<Paint, string>()
  const probe = document.createElement('i')
  probe.style.setProperty('forced-color-adjust', 'none')
  const ask = (paint: Paint): string => {
    probe.style.color = `var(--${paint})`
    canvas.parentElement?.append(probe)
    const { color } = getComputedStyle(probe)
    probe.remove()
    return color
  }
  const mode = canvas.closest<HTMLElement>('[data-theme-mode]')?.dataset.themeMode === 'dark' ? 'dark' : 'light'
  return {
    mode,
    colour: (paint) => {
      const colour = known.get(paint) ?? ask(paint)
      known.set(paint, colour)
      return colour
    },
  }
}

const surfaceOf = (canvas: HTMLCanvasElement, scene: Scene): Surface | null => {
  const brush = canvas.getContext('2d')
  if (brush === null) return null
  const { length, bottom } = scene
  const ratio = pixelRatio(length, bottom, window.devicePixelRatio * enlargementOf(canvas))
  // Setting a size empties a canvas, also when it is the same one.
  canvas.width = Math.ceil(length * ratio)
  canvas.height = Math.ceil(bottom * ratio)
  return {
    brush,
    open: (from, to) => {
      const [start, end] = [Math.floor(from * ratio), Math.ceil(to * ratio)]
      brush.save()
      brush.setTransform(1, 0, 0, 1, 0, 0)
      brush.beginPath()
      brush.rect(start, 0, end - start, canvas.height)
      brush.clip()
      brush.clearRect(start, 0, end - start, canvas.height)
      brush.setTransform(ratio, 0, 0, ratio, 0, 0)
    },
    done: () => brush.restore(),
  }
}

const boards = new WeakMap<Element, CanvasBoard>()
const canvasIn = (root: ParentNode): HTMLCanvasElement | null => root.querySelector('canvas[data-marks]')

/** The board of a scene that has just been laid out; null where it has no canvas. */
export const layCanvas = (scene: Scene, root: ParentNode): CanvasBoard | null => {
  const canvas = canvasIn(root)
  const surface = canvas === null ? null : surfaceOf(canvas, scene)
  if (canvas === null || surface === null) return null
  const board = makeCanvasBoard(scene, surface, paletteOf(canvas))
  boards.set(canvas, board)
  return board
}

/** The board that is on the page, for what is done to it besides time. */
export const canvasBoardIn = (root: ParentNode): CanvasBoard | null => {
  const canvas = canvasIn(root)
  return canvas === null ? null : (boards.get(canvas) ?? null)
}

/** The page has other colours now. */
export const recolour = (root: ParentNode): void => {
  const canvas = canvasIn(root)
  if (canvas !== null) boards.get(canvas)?.recolour(paletteOf(canvas))
}
