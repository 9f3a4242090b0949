/**
 * The marks on the canvas as the playhead goes: what changed since the last frame is painted anew, and nothing else.
 *
 *   ╲ │ ╲ │ ┊▓▓▓▓┊ ╲ │ ╲     ▓ a mark took another phase, or is in the air: this strip, over all lanes
 */
import { flown, type Keys, keysOf, type Phase, phaseOf, type Scene, shapeEnds } from '../../timeline/index.ts'
import { type Painted, paintedOf } from './canvasMarks.ts'
import { type Brush, type Light, type Palette, paintMark, UNLIT } from './canvasPaint.ts'

export interface Surface {
  readonly brush: Brush
  /** Clears a strip of the picture and keeps what is painted inside it until `done`. */
  readonly open: (from: number, to: number) => void
  readonly done: () => void
}

export interface CanvasBoard {
  /** `key` and `along`: of the playhead, in time and in the picture. */
  readonly show: (key: number, along: number) => void
  /** A message is pointed at or chosen: how each mark stands beside it. */
  readonly light: (lightOf: (mark: Painted) => Light) => void
  /** The page has other colours now. */
  readonly recolour: (palette: Palette) => void
}

interface Seat {
  readonly mark: Painted
  readonly keys: Keys
  readonly from: number
  readonly to: number
  phase: Phase | null
  light: Light
}

/** Tips of what is in the air, thick lines and dots reach past the ends of a mark. */
const MARGIN = 8

const seatOf = (mark: Painted): Seat => {
  const [a, b] = shapeEnds(mark)
  const from = Math.min(a.along, b.along) - MARGIN
  const to = Math.max(a.along, b.along) + MARGIN
  return { mark, keys: keysOf(mark), from, to, phase: null, light: UNLIT }
}

/** The strip that holds all of these. */
const stripOf = (seats: readonly Seat[]): readonly [number, number] => [
  Math.min(...seats.map(({ from }) => from)),
  Math.max(...seats.map(({ to }) => to)),
]

export const makeCanvasBoard = (scene: Scene, surface: Surface, first: Palette): CanvasBoard => {
  const seats = paintedOf(scene).map(seatOf)
  const tellsRest = scene.view.future !== 'hidden'
  let palette = first
  let playhead: number | null = null

  const paint = (stale: readonly Seat[]): void => {
    if (stale.length === 0 || playhead === null) return
    const [from, to] = stripOf(stale)
    surface.open(from, to)
    for (const { mark, phase, light, ...seat } of seats) {
      if (phase === null || seat.to < from || seat.from > to) continue
      const part = phase === 'air' ? flown(scene, mark, playhead) : 1
      paintMark(surface.brush, palette, mark, { phase, part, light, tellsRest })
    }
    surface.done()
  }
  return {
    show: (key, along) => {
      const moved = playhead !== along
      playhead = along
      const stale: Seat[] = []
      for (const seat of seats) {
        const phase = phaseOf(seat.keys, key, along, scene.view.future)
        if (phase !== seat.phase || (phase === 'air' && moved)) stale.push(seat)
        seat.phase = phase
      }
      paint(stale)
    },
    light: (lightOf) => {
      const stale: Seat[] = []
      for (const seat of seats) {
        const light = lightOf(seat.mark)
        if (light.lit !== seat.light.lit || light.thick !== seat.light.thick) stale.push(seat)
        seat.light = light
      }
      paint(stale)
    },
    recolour: (next) => {
      palette = next
      paint(seats)
    },
  }
}
