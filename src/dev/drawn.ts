import { run } from '../engine/index.ts'
import type { Story } from '../stories/index.ts'
import { type Scene, scene, svg, type Timeline, timeline } from '../timeline/index.ts'
import { themeOf } from '../ui/theme/svgTheme.ts'
import type { ThemeName } from '../ui/theme/tokens.ts'
import { type Moment, momentsOf } from './moments.ts'
import type { GalleryWish } from './wish.ts'

export interface Drawn extends Moment {
  readonly pictures: Readonly<Record<ThemeName, string>>
}

const sceneOf = (run: Timeline, { width, height }: GalleryWish): Scene =>
  scene(run, { width, height, pxPerMs: 'fit', openFolds: [], future: 'faint', scrollAlong: 0 })

/** A story at every beat, as on the page at Story zoom, in both themes. */
export const drawn = (story: Story, wish: GalleryWish): readonly Drawn[] => {
  const facts = timeline(run(story.setup, story.plan))
  const picture = sceneOf(facts, wish)
  const drawAs = (name: ThemeName, { cursor }: Moment): string => svg(picture, { theme: themeOf(name), cursor })
  return momentsOf(story, facts).map((moment) => ({
    ...moment,
    pictures: { light: drawAs('light', moment), dark: drawAs('dark', moment) },
  }))
}
