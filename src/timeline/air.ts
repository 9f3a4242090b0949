import type { Scene } from './scene/scene.ts'
import { isFoldCount } from './scene/sketch.ts'

/**
 * How much of the view lies under the lowest mark or word of the run, in px: air, and the legend. Less than 0: it scrolls.
 */
export const airUnder = ({ obstacles, view, lanes }: Scene): number => {
  const feet = obstacles.filter((one) => !isFoldCount(one)).map(({ box }) => box.across + box.breadth)
  return view.height - Math.max(...Object.values(lanes.lines), ...feet)
}
