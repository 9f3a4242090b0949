/** What a person chose about the picture, and what they can point at. */
import type { Millis, NodeId, PendingName } from './fromEngine.ts'

/** How that which lies ahead of the playhead is drawn. */
export type Future = 'faint' | 'full' | 'hidden'

export interface View {
  readonly width: number
  readonly height: number
  /** `fit`: the zoom that shows the run, but never under 5. */
  readonly pxPerMs: number | 'fit'
  readonly openFolds: readonly string[]
  readonly future: Future
  /** How far the picture is scrolled along time, in px. */
  readonly scrollAlong: number
  /** And across the lanes, where they do not fit. Left out: not at all. */
  readonly scrollAcross?: number
  /** With `fit`, another value fits again; else zoom and lanes stay through a re-run. */
  readonly fitKey?: number
  /** What the picture before had, so that a re-run moves nothing that did not change. */
  readonly keep?: Kept | null
}

/** The part of a layout that outlives a re-run. */
export interface Kept {
  readonly pxPerMs: number
  readonly foldWidth: number
  readonly lanes: Readonly<Record<string, number>>
  readonly beliefRows: number
}

/** What the fault popover is about. */
export type FaultTarget =
  /** `cell`: pointed at through the copy it brought into a log. */
  | { readonly kind: 'message'; readonly name: PendingName; readonly cell?: string }
  /** `before`: in the middle of its millisecond, when something of it has happened and this is next. */
  | { readonly kind: 'node'; readonly node: NodeId; readonly at: Millis; readonly before?: PendingName }
  | { readonly kind: 'fault'; readonly index: number }
