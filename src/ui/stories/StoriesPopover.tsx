import { lazy, Suspense, type ToggleEvent, useRef, useState } from 'react'
import { bringStories } from '../../app/index.ts'
import { shellWords, storyUiWords } from '../../words/en/ui.ts'
import { Button } from '../controls/Button.tsx'
import { classes } from '../controls/classes.ts'
import controls from '../controls/controls.module.css'
import css from './StoriesPopover.module.css'

export const STORIES_ID = 'stories'

/** The list comes when it is asked for the first time. */
const StoryMenu = lazy(async () => {
  const [{ StoryMenu: Menu }] = await Promise.all([import('./StoryMenu.tsx'), bringStories()])
  return { default: Menu }
})

/** The menu of stories: the browser's own popover, opened by any button that names it. */
export function StoriesPopover() {
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const onToggle = (event: ToggleEvent<HTMLElement>): void => {
    setOpen(event.newState === 'open')
    if (event.newState === 'open') root.current?.focus()
  }
  return (
    <div
      ref={root}
      id={STORIES_ID}
      popover="auto"
      role="dialog"
      aria-label={storyUiWords.button}
      tabIndex={-1}
      className={classes(controls.card, css.popover)}
      onToggle={onToggle}
    >
      <div className={css.head}>
        <h2 className={css.title}>{storyUiWords.menu}</h2>
        <Button
          look="quiet"
          icon="cross"
          aria-label={shellWords.close}
          popoverTarget={STORIES_ID}
          popoverTargetAction="hide"
        />
      </div>
      <Suspense>{open ? <StoryMenu onChoose={() => root.current?.hidePopover()} /> : null}</Suspense>
    </div>
  )
}
