import { useId } from 'react'
import { settingWords } from '../../words/en/ui.ts'
import { Switch } from '../controls/Switch.tsx'
import { useLab } from '../useApp.ts'
import { Row } from './Row.tsx'
import css from './Settings.module.css'

export function Reader({ on }: { on: boolean }) {
  const { actions } = useLab()
  const id = useId()
  return (
    <>
      <Row label={settingWords.readerOn}>
        <Switch label={settingWords.readerOn} on={on} describedBy={on ? id : undefined} onToggle={actions.setReader} />
      </Row>
      {on ? (
        <p id={id} className={css.hint}>
          {settingWords.readerNote}
        </p>
      ) : null}
    </>
  )
}
