import type { SettingsPanel } from '../../app/index.ts'
import { settingWords } from '../../words/en/ui.ts'
import { Segmented } from '../controls/Segmented.tsx'
import { Switch } from '../controls/Switch.tsx'
import { useLab } from '../useApp.ts'
import { KeyRow, ValueRow } from './KeyRow.tsx'
import { MoreSettings } from './MoreSettings.tsx'
import { Refusal } from './Refusal.tsx'

const plain = (...values: readonly string[]) => values.map((value) => ({ value, label: value }))

/** A value from a link that is none of the usual ones still shows. */
const withOwn = (choices: readonly { value: string; label: string }[], value: string) =>
  choices.some((choice) => choice.value === value) ? choices : [...choices, { value, label: value }]

export function ProducerSettings({ panel }: { panel: SettingsPanel }) {
  const { actions } = useLab()
  const { refused } = panel
  const { acks, 'enable.idempotence': idempotence, retries } = panel.rows
  return (
    <>
      {refused?.at === null ? <Refusal refused={refused} /> : null}
      <KeyRow row={acks} refused={refused}>
        {(describedBy) => (
          <Segmented
            label={acks.key}
            choices={withOwn(plain('0', '1', 'all'), acks.value)}
            value={acks.value}
            describedBy={describedBy}
            onChoose={(value) => actions.setConfig(acks.key, value)}
          />
        )}
      </KeyRow>
      <KeyRow row={idempotence} refused={refused}>
        {(describedBy) => (
          <Switch
            label={idempotence.key}
            on={idempotence.value === 'true'}
            describedBy={describedBy}
            onToggle={(on) => actions.setConfig(idempotence.key, String(on))}
          />
        )}
      </KeyRow>
      <ValueRow row={retries} owner="producer" refused={refused} />
      <MoreSettings title={settingWords.moreOfProducer} rows={panel.more} owner="producer" refused={refused} />
    </>
  )
}
