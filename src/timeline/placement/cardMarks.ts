/** Where a card may lie, and what its line may end at: what the window shows of the picture, and of the marks that are told. */
import { RULER } from '../laneLayout.ts'
import { legendHeight } from '../scene/plot.ts'
import type { Box } from '../scene/primitive.ts'
import type { Scene } from '../scene/scene.ts'
import type { Telling } from '../told.ts'
import { touches } from './boxes.ts'

/** Only where the person looks: the part of the picture that is scrolled into view. */
export const windowOf = (scene: Scene): Box => ({
  along: scene.view.scrollAlong + scene.axis.start - 4,
  across: (scene.view.scrollAcross ?? 0) + RULER + 8,
  length: scene.view.width - scene.axis.start - 4,
  breadth: Math.min(scene.bottom, scene.view.height - legendHeight(scene.view.height)) - RULER - 14,
})

/** From this length on the middle of a mark may be anywhere: its line ends at what is in sight and has passed. */
const LONG = 60
const piece = (mark: Box, seen: Box, playhead: number): Box => {
  if (mark.length < LONG) return mark
  const along = Math.max(mark.along, seen.along)
  const end = Math.min(mark.along + mark.length, seen.along + seen.length, Math.max(playhead, along))
  return { ...mark, along, length: end - along }
}

/** A mark may stand so much to the right of its time. */
const SHIFTED = 40

/** Words that an edge of the window cuts are not shown, so no line may end at them; nor at what is still to come. */
export const marksInSight = (scene: Scene, telling: Telling, seen: Box, playhead: number): readonly Box[] => {
  const words = new Set(scene.placed.labels.map(({ box }) => box))
  const isCut = (box: Box): boolean => box.along < seen.along || box.along + box.length > seen.along + seen.length
  const inSight = (keys: readonly string[]): readonly Box[] => {
    const found = keys
      .flatMap((key) => scene.anchors.get(key) ?? [])
      .filter((mark) => touches(mark, seen, 0) && !(words.has(mark) && isCut(mark)))
    const passed = found.filter((mark) => words.has(mark) || mark.along <= playhead + SHIFTED)
    return (passed.length > 0 ? passed : found).map((mark) => (words.has(mark) ? mark : piece(mark, seen, playhead)))
  }
  const own = inSight(telling.marks)
  return own.length > 0 ? own : inSight(telling.otherwise)
}
