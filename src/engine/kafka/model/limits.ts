import type { Millis } from '../../core/world.ts'

/** A day: longer than this no run is looked at, and nothing of a plan comes or lasts later. */
export const LONGEST_RUN: Millis = 86_400_000

/** A week: how long the names of records may be kept beside an effect (EXT-01). */
export const LONGEST_WINDOW: Millis = 604_800_000
