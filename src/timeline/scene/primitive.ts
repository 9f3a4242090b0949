/**
 * What a picture is made of, along time and across the lanes. Printers turn it into pixels; a phone swaps the two axes.
 *
 *   future ──────▶ air ──────▶ past ──────▶ hidden      phase of a primitive at a cursor
 *           from         lands        until
 */
import type { Moment } from '../moment.ts'
import type { MarkClass } from './style.ts'

export const LAYERS = [
  'tint',
  'fold',
  'line',
  'replication',
  'message',
  'bar',
  'cell',
  'chip',
  'label',
  'must',
] as const
export type Layer = (typeof LAYERS)[number]

export interface Point {
  readonly along: number
  readonly across: number
}
export interface Box extends Point {
  readonly length: number
  readonly breadth: number
}

interface Base {
  readonly id: string
  readonly layer: Layer
  readonly class: MarkClass
  /** When it comes true: faint before. */
  readonly from: Moment
  /** Not drawn at all before. */
  readonly shows?: Moment
  /** Not drawn any more from here on: another mark has taken its place. */
  readonly until?: Moment
  /** With something that travels or grows: when it is whole. */
  readonly lands?: Moment
  /** Hidden while the playhead stands in its box. */
  readonly shy?: { readonly start: number; readonly end: number }
  /** Handle of the thing it belongs to: a message, a node, a fault. */
  readonly name?: string
  /** Of a copy in a log: the cell, `cell broker-1 orders-0 2`. `name` is the message that brought it. */
  readonly cell?: string
  /** Records it is about: a hovered message lights up the journey of its records. */
  readonly records?: readonly string[]
}

export type Glyph = 'cross' | 'bolt' | 'check' | 'pin' | 'ring'

export type Primitive =
  | (Base & { readonly shape: 'line'; readonly a: Point; readonly b: Point; readonly travels?: boolean })
  | (Base & { readonly shape: 'polyline'; readonly points: readonly Point[] })
  | (Base & { readonly shape: 'rect'; readonly box: Box; readonly radius: number; readonly grows?: boolean })
  | (Base & {
      readonly shape: 'arrow'
      readonly a: Point
      readonly b: Point
      readonly head: 'closed' | 'open' | 'none'
      readonly double: boolean
      /** Length and half width of the head. */
      readonly size: readonly [number, number]
    })
  | (Base & { readonly shape: 'disc'; readonly at: Point; readonly radius: number })
  | (Base & { readonly shape: 'glyph'; readonly at: Point; readonly glyph: Glyph })
  | (Base & {
      readonly shape: 'text'
      readonly at: Point
      readonly text: string
      readonly family: 'words' | 'code'
      readonly weight: 400 | 550 | 650
      readonly size: number
      readonly anchor: 'start' | 'middle' | 'end'
      /** Upright: read from the foot to the head. */
      readonly turned?: boolean
      readonly halo?: 'panel' | 'cluster'
    })

export type Text = Extract<Primitive, { shape: 'text' }>
