import type { SettingsPanel } from '../../app/index.ts'
import { settingWords } from '../../words/en/ui.ts'
import { KeyRow } from './KeyRow.tsx'
import { MoreSettings } from './MoreSettings.tsx'
import { Refusal } from './Refusal.tsx'

export function ProducerSettings({ panel }: { panel: SettingsPanel }) {
  const { acks, 'enable.idempotence': idempotence, retries } = panel.rows
  return (
    <>
      {panel.homeless ? <Refusal refused={panel.homeless} owner={null} /> : null}
      <KeyRow row={acks} />
      <KeyRow row={idempotence} />
      <KeyRow row={retries} />
      <MoreSettings title={settingWords.moreOfProducer} rows={panel.more} />
    </>
  )
}
