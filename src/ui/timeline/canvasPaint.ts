/** One mark on a canvas, in the phase it is in: the second printer of the page, from the same styles and shapes. */
import { AHEAD, between, FAINT, type Paint, type Phase, type Point, styleOf } from '../../timeline/index.ts'
import type { Painted } from './canvasMarks.ts'

/** What is asked of a canvas; a test writes it down instead. */
export type Brush = Pick<
  CanvasRenderingContext2D,
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'arc'
  | 'stroke'
  | 'fill'
  | 'setLineDash'
  | 'strokeStyle'
  | 'fillStyle'
  | 'lineWidth'
  | 'lineCap'
  | 'globalAlpha'
>

export interface Palette {
  readonly mode: 'light' | 'dark'
  /** A token as a colour that a canvas knows. */
  readonly colour: (paint: Paint) => string
}

/** How a mark stands while a message is pointed at or chosen. */
export interface Light {
  /** On the journey that is pointed at, off it, or by itself. */
  readonly lit: 'own' | 'on' | 'off'
  /** px that a message is thicker. */
  readonly thick: number
}
export const UNLIT: Light = { lit: 'own', thick: 0 }

/** As in `TimelineView.module.css`: the journey stands out of the future, the rest steps back. */
const strengthOf = ({ mode }: Palette, phase: Phase, { lit }: Light): number => {
  if (phase !== 'future') return lit === 'off' ? 0.35 : 1
  return { own: FAINT[mode].marks, on: 0.8, off: 0.16 }[lit]
}

export interface Stand {
  readonly phase: Phase
  /** How much of it lies behind the playhead, 0 to 1. */
  readonly part: number
  readonly light: Light
  /** Of a hidden future not even the rest of what is in the air is told. */
  readonly tellsRest: boolean
}

export const paintMark = (brush: Brush, palette: Palette, mark: Painted, stand: Stand): void => {
  if (stand.phase === 'hidden') return
  const strength = (styleOf(mark.class).opacity ?? 1) * strengthOf(palette, stand.phase, stand.light)
  brush.globalAlpha = strength
  if (mark.shape === 'disc') return disc(brush, palette, mark, mark.at, mark.radius)
  const inAir = stand.phase === 'air'
  const at = inAir ? between(mark.a, mark.b, stand.part) : mark.b
  line(brush, palette, mark, mark.a, at, stand.light.thick)
  if (!inAir) return
  if (stand.tellsRest && (mark.shape === 'arrow' || mark.travels === true)) {
    brush.globalAlpha = strength * (mark.shape === 'arrow' ? AHEAD : FAINT[palette.mode].marks)
    line(brush, palette, mark, at, mark.b, stand.light.thick)
    brush.globalAlpha = strength
  }
  if (mark.shape === 'arrow') disc(brush, palette, mark, at, TIP, true)
}

const TIP = 5

const line = (brush: Brush, palette: Palette, mark: Painted, a: Point, b: Point, thick: number): void => {
  const { stroke = 'none', width = 1, dash, round } = styleOf(mark.class)
  if (stroke === 'none') return
  brush.strokeStyle = palette.colour(stroke)
  brush.lineWidth = width + (mark.shape === 'arrow' ? thick : 0)
  brush.lineCap = round === true ? 'round' : 'butt'
  brush.setLineDash(dash === undefined ? [] : dash.split(' ').map(Number))
  brush.beginPath()
  brush.moveTo(a.along, a.across)
  brush.lineTo(b.along, b.across)
  brush.stroke()
}

/** A dot, or the tip of a message in the air, which has the colour of its line. */
const disc = (brush: Brush, palette: Palette, mark: Painted, at: Point, radius: number, isTip = false): void => {
  const { fill = 'none', stroke = 'none' } = styleOf(mark.class)
  const paint = isTip ? stroke : fill
  if (paint === 'none') return
  brush.fillStyle = palette.colour(paint)
  brush.beginPath()
  brush.arc(at.along, at.across, radius, 0, 2 * Math.PI)
  brush.fill()
}
