/** What the drawing functions write into: marks at once, labels as wishes that are placed when all marks stand. */
import type { Moment } from '../moment.ts'
import { START } from '../moment.ts'
import type { Box, Point, Primitive, Text } from './primitive.ts'
import type { TextClass } from './style.ts'

/** Something labels and cards keep off. */
export interface Obstacle {
  readonly box: Box
  readonly kind: 'mark' | 'label' | 'bar'
  readonly from: Moment
  /** Gone from here on. */
  readonly until?: Moment
  readonly id: string
}
/** What a fold counts stands there because nothing else does. */
export const isFoldCount = ({ id }: Pick<Obstacle, 'id'>): boolean => /^fold:.* counts$/.test(id)

export interface Stroke {
  readonly a: Point
  readonly b: Point
  readonly kind: 'line' | 'replication'
  readonly from: Moment
}

export interface LabelLine {
  readonly text: string
  readonly class: TextClass
  readonly weight: 400 | 550 | 650
  readonly family: 'words' | 'code'
}
export interface Candidate extends Point {
  readonly anchor: 'start' | 'middle' | 'end'
}
export interface Ask {
  readonly id: string
  readonly lines: readonly LabelLine[]
  readonly candidates: readonly Candidate[]
  /** For these space is made, and they are drawn over the playhead. */
  readonly must: boolean
  /** Lower is placed first. */
  readonly rank: number
  /** A fault, a refusal or what a verdict is about: the only words of the Overview. */
  readonly isFar?: boolean
  readonly from: Moment
  readonly shows?: Moment
  readonly until?: Moment
  readonly name?: string
  readonly records?: readonly string[]
  /** Between the hairlines of a V there is room for an offset. */
  readonly tight?: boolean
  /** Where it may go, and until when, if no candidate is free. */
  readonly fallback?: { readonly candidates: readonly Candidate[]; readonly until: Moment }
  /** Mark whose anchor this label extends. */
  readonly anchor?: string
}

export interface Sketch {
  readonly primitives: Primitive[]
  readonly obstacles: Obstacle[]
  readonly strokes: Stroke[]
  readonly asks: Ask[]
  /** Boxes a card's line may end at, by key of the mark. */
  readonly anchors: Map<string, Box[]>
}

export const newSketch = (): Sketch => ({ primitives: [], obstacles: [], strokes: [], asks: [], anchors: new Map() })

export const boxAround = (at: Point, half: number): Box => ({
  along: at.along - half,
  across: at.across - half,
  length: 2 * half,
  breadth: 2 * half,
})

export const draw = (sketch: Sketch, primitive: Primitive): void => {
  sketch.primitives.push(primitive)
}
export const block = (
  sketch: Sketch,
  id: string,
  box: Box,
  from: Moment,
  kind: Obstacle['kind'] = 'mark',
  until?: Moment,
): void => {
  sketch.obstacles.push(until === undefined ? { id, box, from, kind } : { id, box, from, kind, until })
}
/** Right of those that stand on a line already, with this much between two. */
export const freeAlong = (
  sketch: Sketch,
  wished: number,
  line: number,
  { half, named, apart = 2 }: { readonly half: number; readonly named: RegExp; readonly apart?: number },
): number =>
  sketch.obstacles
    .filter(({ id, box }) => named.test(id) && box.across < line && box.across + box.breadth > line)
    .map(({ box }) => box)
    .sort((a, b) => a.along - b.along)
    .reduce(
      (x, box) =>
        x + half > box.along && x - half < box.along + box.length ? box.along + box.length + apart + half : x,
      wished,
    )
export const cross = (sketch: Sketch, a: Point, b: Point, from: Moment, kind: Stroke['kind'] = 'line'): void => {
  sketch.strokes.push({ a, b, from, kind })
}
export const anchor = (sketch: Sketch, key: string, box: Box): void => {
  sketch.anchors.set(key, [...(sketch.anchors.get(key) ?? []), box])
}

type Plain = Pick<Text, 'id' | 'at' | 'text' | 'class'> & Partial<Omit<Text, 'shape' | 'id' | 'at' | 'text' | 'class'>>
export const textMark = (wish: Plain): Text => ({
  shape: 'text',
  layer: 'label',
  from: START,
  family: 'words',
  weight: 400,
  size: 12,
  anchor: 'start',
  ...wish,
})

export const plainLine = (
  text: string,
  cls: TextClass,
  weight: LabelLine['weight'] = 400,
  family: LabelLine['family'] = 'words',
): LabelLine => ({
  text,
  class: cls,
  weight,
  family,
})
