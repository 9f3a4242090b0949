import { shellWords, storyUiWords } from '../../words/en/ui.ts'
import { Button } from '../controls/Button.tsx'
import { STORIES_ID } from '../stories/StoriesPopover.tsx'
import { useApp, useLab } from '../useApp.ts'
import { Mark } from './Mark.tsx'
import { ShareMenu } from './ShareMenu.tsx'
import css from './TopBar.module.css'
import { ViewMenu } from './ViewMenu.tsx'

interface Props {
  readonly onOpenKeys: () => void
  /** The id of the settings where they are a drawer. */
  readonly drawer: string | null
}

export function TopBar({ onOpenKeys, drawer }: Props) {
  const title = useApp((state, select) => select.title(state))
  return (
    <header className={css.top}>
      <h1 className={css.brand}>
        <Mark />
        <span className={css.name}>{shellWords.name}</span>
      </h1>
      <nav className={css.sections} aria-label={shellWords.sections}>
        <span className={css.here} aria-current="page">
          {shellWords.lab}
        </span>
      </nav>
      {drawer === null ? null : (
        <Button icon="sliders" popoverTarget={drawer} className={css.drawer} aria-label={shellWords.settings}>
          <span className={css.drawerWord}>{shellWords.settings}</span>
        </Button>
      )}
      <Button icon="book" popoverTarget={STORIES_ID} className={css.stories} aria-label={storyUiWords.button}>
        <span className={css.drawerWord}>{storyUiWords.button}</span>
      </Button>
      <span className={css.grow} />
      <span className={css.title} data-run-title>
        {title}
      </span>
      <UndoButtons />
      <ViewMenu onOpenKeys={onOpenKeys} />
      <Button
        look="quiet"
        icon="keys"
        className={css.keys}
        aria-label={shellWords.keys}
        title={shellWords.keys}
        onClick={onOpenKeys}
      />
      <ShareMenu className={css.share} wordClass={css.shareWord} />
    </header>
  )
}

function UndoButtons() {
  const { history } = useLab()
  // Setup and plan are what undo is about: reading them draws the buttons again when an entry was made or left.
  useApp((state) => state.setup)
  useApp((state) => state.plan)
  return (
    <Button
      look="quiet"
      icon="undo"
      aria-label={shellWords.undo}
      title={shellWords.undo}
      disabled={!history.canUndo()}
      onClick={history.undo}
    />
  )
}
