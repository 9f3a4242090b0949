import type { Scene } from './scene/scene.ts'

/** How much of the view lies under the lowest mark or word of the run, in px: air, and the legend. Less than 0: it scrolls. */
export const airUnder = ({ obstacles, view, lanes }: Scene): number =>
  view.height - Math.max(...Object.values(lanes.lines), ...obstacles.map(({ box }) => box.across + box.breadth))
