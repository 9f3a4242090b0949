import type { Zoom } from '../timeline/index.ts'

/** A zoom in the middle of each level, in px per ms (ux.md section 3). */
export const zoomLevels: Readonly<Record<Zoom, number>> = { overview: 3, story: 7, detail: 14, wire: 30 }
