import type { Plan, Setup } from '../engine/index.ts'
import type { Cursor, FaultTarget, Future } from '../timeline/index.ts'
import type { DroppedPart } from './link.ts'
import type { PresetId } from './presets.ts'

export type ThemeChoice = 'auto' | 'light' | 'dark'
export type Zoom = number | 'fit'
/** 1: as time runs, -1: backwards. */
export type Direction = 1 | -1

/** What became of the question of a story: the place of the choice taken, or that nobody wanted to be asked. */
export type Answer = number | 'shown'

export interface ViewState {
  readonly zoom: Zoom
  readonly openFolds: readonly string[]
  readonly future: Future
  /** Counts how often the person asked to fit: only opening and fitting lay the picture out anew. */
  readonly fits: number
}

/** Panels that a person resized, in px at the usual text size; what is left out has its usual size. */
export interface PanelSizes {
  readonly settings?: number
  readonly cut?: number
  readonly below?: number
}

/** A sentence for the status line; `count` tells the same sentence said twice apart. */
export interface Said {
  readonly text: string
  readonly count: number
}

/** Only truths: whatever can be worked out from these is a selector. */
export interface AppState {
  readonly setup: Setup
  readonly plan: Plan
  readonly cursor: Cursor
  /** The contract the person started from; changing a setting afterwards does not change it. */
  readonly preset: PresetId
  /** The id of the story this run is, or was before it was changed. */
  readonly story: string | null
  /** By story. A story without one hides what lies ahead. */
  readonly answers: Readonly<Record<string, Answer>>
  /** Ids of stories that were seen to their end, on this or an earlier visit. */
  readonly seen: readonly string[]
  readonly selected: FaultTarget | null
  /** The event table stands in the timeline's place. */
  readonly table: boolean
  readonly playing: boolean
  readonly direction: Direction
  readonly speed: number
  readonly view: ViewState
  readonly theme: ThemeChoice
  /** Single letters as keys, while the timeline has focus (WCAG 2.1.4: they can be switched off). */
  readonly letters: boolean
  readonly reducedMotion: boolean
  readonly panels: PanelSizes
  /** The invitation to lose a message was put away. */
  readonly invited: boolean
  /** What a link carried and could not be read. */
  readonly dropped: readonly DroppedPart[]
  readonly said: Said | null
}

export const speeds = [0.25, 0.5, 1, 2, 4] as const
