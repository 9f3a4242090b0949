import { shellWords } from '../../words/en/ui.ts'
import { Button } from '../controls/Button.tsx'
import { classes } from '../controls/classes.ts'
import controls from '../controls/controls.module.css'
import { LettersSwitch, MotionSwitch } from '../controls/Preferences.tsx'
import { Segmented } from '../controls/Segmented.tsx'
import { useApp, useLab } from '../useApp.ts'
import css from './ViewMenu.module.css'

const ID = 'view-menu'
const themes = ['auto', 'light', 'dark'] as const

/** How the page looks and listens; remembered between visits. */
export function ViewMenu({ onOpenKeys }: { onOpenKeys: () => void }) {
  return (
    <>
      <Button look="quiet" icon="half" popoverTarget={ID} aria-label={shellWords.view} title={shellWords.view} />
      <section id={ID} popover="auto" className={classes(controls.card, css.menu)} aria-label={shellWords.view}>
        <Theme />
        <LettersSwitch />
        <MotionSwitch />
        <Button icon="keys" className={css.keys} onClick={onOpenKeys}>
          {shellWords.keys}
        </Button>
      </section>
    </>
  )
}

function Theme() {
  const { actions } = useLab()
  const theme = useApp((state) => state.theme)
  return (
    <div className={css.row}>
      <span>{shellWords.theme.label}</span>
      <Segmented
        label={shellWords.theme.label}
        font="words"
        choices={themes.map((value) => ({ value, label: shellWords.theme[value] }))}
        value={theme}
        onChoose={actions.setTheme}
      />
    </div>
  )
}
