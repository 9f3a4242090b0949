import { useId } from 'react'
import type { SettingRow, SettingsPanel } from '../../app/index.ts'
import { settingWords } from '../../words/en/ui.ts'
import { Segmented } from '../controls/Segmented.tsx'
import { Switch } from '../controls/Switch.tsx'
import { useLab } from '../useApp.ts'
import { Refusal } from './Refusal.tsx'
import { Row } from './Row.tsx'

const MAX = '2147483647'
const plain = (...values: readonly string[]) => values.map((value) => ({ value, label: value }))

/** A value from a link that is none of the usual ones still shows. */
const withOwn = (choices: readonly { value: string; label: string }[], value: string) =>
  choices.some((choice) => choice.value === value) ? choices : [...choices, { value, label: value }]

export function ProducerSettings({ panel }: { panel: SettingsPanel }) {
  const { actions } = useLab()
  const { acks, 'enable.idempotence': idempotence, retries } = panel.rows
  const ids = useId()
  const noteOf = (row: SettingRow) => (row.note || panel.refused?.at === row.key ? `${ids}${row.key}` : undefined)
  const refusal = (row: SettingRow) =>
    panel.refused?.at === row.key ? <Refusal refused={panel.refused} id={`${ids}${row.key}`} /> : null
  return (
    <>
      <Row label={acks.key} isKey note={acks.note} noteId={noteOf(acks)}>
        <Segmented
          label={acks.key}
          choices={withOwn(plain('0', '1', 'all'), acks.value)}
          value={acks.value}
          describedBy={noteOf(acks)}
          onChoose={(value) => actions.setConfig('acks', value)}
        />
      </Row>
      {refusal(acks)}
      <Row label={idempotence.key} isKey note={idempotence.note} noteId={noteOf(idempotence)}>
        <Switch
          label={idempotence.key}
          on={idempotence.value === 'true'}
          describedBy={noteOf(idempotence)}
          onToggle={(on) => actions.setConfig('enable.idempotence', String(on))}
        />
      </Row>
      {refusal(idempotence)}
      <Row label={retries.key} isKey note={retries.note} noteId={noteOf(retries)}>
        <Segmented
          label={retries.key}
          choices={withOwn(
            [
              { value: '0', label: '0' },
              { value: MAX, label: settingWords.max },
            ],
            retries.value,
          )}
          value={retries.value}
          describedBy={noteOf(retries)}
          onChoose={(value) => actions.setConfig('retries', value)}
        />
      </Row>
      {refusal(retries)}
    </>
  )
}
