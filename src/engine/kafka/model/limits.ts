import type { Millis } from '../../core/world.ts'

/** A day: nothing of a setup or a plan comes later than this, or lasts longer. */
export const LONGEST_RUN: Millis = 86_400_000

/** A week: how long the names of records may be kept beside an effect (EXT-01). */
export const LONGEST_WINDOW: Millis = 604_800_000

/** A week: no run is looked at for longer, whatever its plan holds up (`horizonOf`). */
export const LATEST: Millis = 604_800_000
