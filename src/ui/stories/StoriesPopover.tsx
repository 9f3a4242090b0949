import { lazy } from 'react'
import { bringStories } from '../../app/index.ts'
import { storyUiWords } from '../../words/en/ui.ts'
import { PopoverDialog } from '../controls/PopoverDialog.tsx'

export const STORIES_ID = 'stories'

/** The list comes when it is asked for the first time. */
const StoryMenu = lazy(async () => {
  const [{ StoryMenu: Menu }] = await Promise.all([import('./StoryMenu.tsx'), bringStories()])
  return { default: Menu }
})

/** The menu of stories. */
export function StoriesPopover() {
  return (
    <PopoverDialog id={STORIES_ID} label={storyUiWords.button} title={storyUiWords.menu} isWide>
      {(close) => <StoryMenu onChoose={close} />}
    </PopoverDialog>
  )
}
