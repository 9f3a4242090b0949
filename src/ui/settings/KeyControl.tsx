import type { SettingRow } from '../../app/index.ts'
import { settingWords } from '../../words/en/ui.ts'
import { NumberField } from '../controls/NumberField.tsx'
import { Segmented } from '../controls/Segmented.tsx'
import { Select } from '../controls/Select.tsx'
import { Switch } from '../controls/Switch.tsx'
import { useLab } from '../useApp.ts'
import { shortened, spelledOut } from './shortened.ts'

const MOST_SEGMENTS = 4

/** A value from a link that is none of the usual ones still shows. */
const withOwn = (choices: readonly string[], value: string) =>
  (choices.includes(value) ? choices : [...choices, value]).map((one) => ({ value: one, label: one }))

/** The control that fits a key. What is typed reaches Kafka's own parser; left empty, it is Kafka's default again. */
export function KeyControl({ row, describedBy }: { row: SettingRow; describedBy: string }) {
  const { actions } = useLab()
  const { control, key, owner } = row
  const set = (value: string): void => actions.setKey(owner, key, value)
  const common = { label: key, describedBy, disabled: row.locked }
  if (control.kind === 'switch')
    return <Switch {...common} on={row.value === 'true'} onToggle={(on) => set(String(on))} />
  if (control.kind === 'choice') {
    const choices = withOwn(control.choices, row.value)
    return choices.length > MOST_SEGMENTS ? (
      <Select {...common} choices={choices} value={row.value} onChoose={set} />
    ) : (
      <Segmented {...common} choices={choices} value={row.value} onChoose={set} />
    )
  }
  const shown = control.kind === 'number' ? shortened(row.value, row.most) : row.value
  return (
    <NumberField
      {...common}
      isText={control.kind === 'text'}
      placeholder={control.kind === 'text' && row.usual === '' ? settingWords.usual('') : undefined}
      value={shown}
      onFinish={(value) => {
        if (value !== '') return set(spelledOut(value, row.most))
        actions.setKey(owner, key, null)
        return false
      }}
    />
  )
}
