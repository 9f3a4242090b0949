/** Paths of marks, for every printer: heads of arrows, signs, and how a line is written. */
import type { Glyph, Point, Primitive } from './scene/primitive.ts'

/** Two decimals, no minus zero: equal input, equal text. */
export const num = (value: number): string => {
  const rounded = Math.round(value * 100) / 100
  return String(rounded === 0 ? 0 : rounded)
}

export type Place = (point: Point) => readonly [number, number]
/** Time to the right. */
export const toTheRight: Place = ({ along, across }) => [along, across]

export const path = (points: readonly Point[], place: Place): string =>
  points.map((point, i) => `${i === 0 ? 'M' : 'L'}${place(point).map(num).join(' ')}`).join('')

export type Arrow = Extract<Primitive, { shape: 'arrow' }>

export const headOf = ({ a, b, head, size }: Arrow, place: Place): string => {
  const [length, width] = size
  const [x0, y0] = place(a)
  const [x1, y1] = place(b)
  const angle = Math.atan2(y1 - y0, x1 - x0)
  const [c, s] = [Math.cos(angle), Math.sin(angle)]
  const left = [x1 - length * c + width * s, y1 - length * s - width * c].map(num).join(' ')
  const right = [x1 - length * c - width * s, y1 - length * s + width * c].map(num).join(' ')
  return `M${left}L${num(x1)} ${num(y1)}L${right}${head === 'closed' ? 'Z' : ''}`
}

/** A double line ends in the foot of its head, so that the head is whole. */
export const tipOf = (arrow: Arrow): Point => {
  if (!arrow.double) return arrow.b
  const { a, b } = arrow
  const way = Math.hypot(b.along - a.along, b.across - a.across)
  const part = way === 0 ? 1 : Math.max(0, 1 - 10 / way)
  return between(a, b, part)
}

export const between = (a: Point, b: Point, part: number): Point => ({
  along: a.along + (b.along - a.along) * part,
  across: a.across + (b.across - a.across) * part,
})

const GLYPHS: Readonly<Record<Glyph, (x: number, y: number) => string>> = {
  cross: (x, y) => `M${num(x - 3.6)} ${num(y - 3.6)}l7.2 7.2M${num(x + 3.6)} ${num(y - 3.6)}l-7.2 7.2`,
  bolt: (x, y) =>
    `M${num(x + 1.8)} ${num(y - 6.4)}L${num(x - 3.4)} ${num(y + 0.9)}H${num(x + 3)}L${num(x - 1.8)} ${num(y + 6.4)}`,
  check: (x, y) => `M${num(x - 4)} ${num(y)}l3 3.5l5.5 -7`,
  pin: (x, y) => `M${num(x - 4)} ${num(y)}l4 -7l4 7z`,
  ring: (x, y) => `M${num(x - 5)} ${num(y)}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z`,
}
export const glyphPath = (glyph: Glyph, at: Point, place: Place): string => {
  const [x, y] = place(at)
  return GLYPHS[glyph](x, y)
}
/** Glyphs that are filled have no stroke of their own. */
export const isFilled = (glyph: Glyph): boolean => glyph === 'pin'

/** The two ends a mark is stretched between; of words and signs, twice the same place. */
export const shapeEnds = (mark: Primitive): readonly [Point, Point] => {
  switch (mark.shape) {
    case 'line':
    case 'arrow':
      return [mark.a, mark.b]
    case 'rect': {
      const { along, across, length, breadth } = mark.box
      return [mark.box, { along: along + length, across: across + breadth }]
    }
    case 'polyline': {
      const [first, last] = [mark.points[0], mark.points.at(-1)]
      return first === undefined || last === undefined
        ? [
            { along: 0, across: 0 },
            { along: 0, across: 0 },
          ]
        : [first, last]
    }
    default:
      return [mark.at, mark.at]
  }
}
