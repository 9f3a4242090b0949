import type { SettingsPanel } from '../../app/index.ts'
import { settingWords } from '../../words/en/ui.ts'
import { NumberField } from '../controls/NumberField.tsx'
import { Segmented } from '../controls/Segmented.tsx'
import { Switch } from '../controls/Switch.tsx'
import { useLab } from '../useApp.ts'
import { Row } from './Row.tsx'
import css from './Settings.module.css'

const whole = (text: string, least: number, most: number): number | null => {
  const value = Number(text)
  return Number.isInteger(value) && text !== '' ? Math.min(most, Math.max(least, value)) : null
}

export function Application({ application }: { application: SettingsPanel['application'] }) {
  const { actions } = useLab()
  const setNumber = (key: 'records' | 'everyMs', least: number, most: number) => (text: string) => {
    const value = whole(text, least, most)
    if (value !== null) actions.setWorkload({ [key]: value })
  }
  const [every, unit] = settingWords.recordsEvery
  return (
    <>
      <p className={css.sentence}>
        <NumberField
          short
          label={settingWords.records}
          value={String(application.records)}
          onFinish={setNumber('records', 1, 50)}
        />
        {every}
        <NumberField
          short
          label={settingWords.interval}
          value={String(application.everyMs)}
          onFinish={setNumber('everyMs', 0, 10_000)}
        />
        {unit}
      </p>
      <Row label={settingWords.awaitEach}>
        <Switch
          label={settingWords.awaitEach}
          on={application.awaitEach}
          onToggle={(awaitEach) => actions.setWorkload({ awaitEach })}
        />
      </Row>
      <Row label={settingWords.onFailure}>
        <Segmented
          font="words"
          label={settingWords.onFailure}
          choices={[
            { value: 'give-up', label: settingWords.failures['give-up'] },
            { value: 'send-again', label: settingWords.failures['send-again'] },
          ]}
          value={application.onFailure}
          onChoose={(value) => actions.setOnFailure(value === 'send-again' ? 'send-again' : 'give-up')}
        />
      </Row>
    </>
  )
}
