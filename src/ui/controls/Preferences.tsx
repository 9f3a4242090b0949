import { keyWords } from '../../words/en/ui.ts'
import { useApp, useLab } from '../useApp.ts'
import css from './Preferences.module.css'
import { Switch } from './Switch.tsx'

/** Single characters as keys can be switched off (WCAG 2.1.4): in the View menu, and beside the list of keys. */
export function LettersSwitch() {
  const { actions } = useLab()
  const on = useApp((state) => state.letters)
  return <Preference label={keyWords.letters} note={keyWords.lettersNote} on={on} onToggle={actions.setLetters} />
}

/** As the system asks, unless the person says otherwise. */
export function MotionSwitch() {
  const { actions } = useLab()
  const on = useApp((state) => state.reducedMotion)
  return <Preference label={keyWords.motion} note={keyWords.motionNote} on={on} onToggle={actions.setReducedMotion} />
}

interface Props {
  readonly label: string
  readonly note: string
  readonly on: boolean
  readonly onToggle: (on: boolean) => void
}

function Preference({ label, note, on, onToggle }: Props) {
  return (
    <p className={css.preference}>
      <span>
        {label}
        <small className={css.note}>{note}</small>
      </span>
      <Switch label={label} on={on} onToggle={onToggle} />
    </p>
  )
}
