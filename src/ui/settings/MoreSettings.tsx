import { useId } from 'react'
import { moreKeys, type SettingsPanel } from '../../app/index.ts'
import { settingWords } from '../../words/en/ui.ts'
import { Icon } from '../controls/Icon.tsx'
import { NumberField } from '../controls/NumberField.tsx'
import { useLab } from '../useApp.ts'
import { Refusal } from './Refusal.tsx'
import { Row } from './Row.tsx'
import css from './Settings.module.css'

/** What is rarely touched; it opens by itself when something inside wants to be seen. */
export function MoreSettings({ panel }: { panel: SettingsPanel }) {
  const { actions } = useLab()
  const ids = useId()
  const hasRefusal = moreKeys.some((key) => panel.refused?.at === key)
  return (
    <details className={css.more} open={hasRefusal || undefined}>
      <summary className={css.summary}>
        {settingWords.more}
        <Icon name="down" size={14} />
      </summary>
      {moreKeys.map((key) => {
        const row = panel.rows[key]
        const noteId = row.note || panel.refused?.at === key ? `${ids}${key}` : undefined
        return (
          <div key={key}>
            <Row label={key} isKey stacked={key.length > 22} note={row.note} noteId={noteId}>
              <NumberField
                label={key}
                value={row.value}
                describedBy={noteId}
                onFinish={(value) => (value === '' ? actions.unsetConfig(key) : actions.setConfig(key, value))}
              />
            </Row>
            {panel.refused?.at === key ? <Refusal refused={panel.refused} id={`${ids}${key}`} /> : null}
          </div>
        )
      })}
    </details>
  )
}
