import type { Scene } from './scene/scene.ts'

/**
 * How much of the view lies under the lowest mark or word of the run, in px: air, and the legend. Less than 0: it scrolls.
 * What a fold counts is said at its foot; it stands there because nothing else does.
 */
export const airUnder = ({ obstacles, view, lanes }: Scene): number => {
  const feet = obstacles.filter(({ id }) => !/^fold:.* counts$/.test(id)).map(({ box }) => box.across + box.breadth)
  return view.height - Math.max(...Object.values(lanes.lines), ...feet)
}
