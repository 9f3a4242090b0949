import type { SettingsPanel } from '../../app/index.ts'
import { settingWords } from '../../words/en/ui.ts'
import { useLab } from '../useApp.ts'
import { LabChoice, LabRow, LabSwitch, WholeNumber } from './LabRow.tsx'
import { Fold } from './MoreSettings.tsx'
import css from './Settings.module.css'

const bounds = {
  records: { least: 1, most: 50 },
  everyMs: { least: 0, most: 10_000 },
  valueBytes: { least: 0, most: 10_000_000 },
  seed: { least: 0, most: 2_147_483_647 },
} as const
const failures = (['give-up', 'send-again'] as const).map((value) => ({ value, label: settingWords.failures[value] }))

export function Application({ application }: { application: SettingsPanel['application'] }) {
  const { actions } = useLab()
  const [every, unit] = settingWords.recordsEvery
  return (
    <>
      <p className={css.sentence}>
        <WholeNumber
          of="records"
          value={application.records}
          {...bounds.records}
          onFinish={(records) => actions.setWorkload({ records })}
        />
        {every}
        <WholeNumber
          of="everyMs"
          label={settingWords.interval}
          value={application.everyMs}
          {...bounds.everyMs}
          onFinish={(everyMs) => actions.setWorkload({ everyMs })}
        />
        {unit}
      </p>
      <LabSwitch
        of="awaitEach"
        on={application.awaitEach}
        onToggle={(awaitEach) => actions.setWorkload({ awaitEach })}
      />
      <LabChoice of="onFailure" choices={failures} value={application.onFailure} onChoose={actions.setOnFailure} />
      <Rare application={application} />
    </>
  )
}

/** How large a record is, and whether chance has a say. */
function Rare({ application }: { application: SettingsPanel['application'] }) {
  const { actions } = useLab()
  return (
    <Fold title={settingWords.moreOfApplication}>
      <LabRow of="valueBytes">
        <span className={css.withUnit}>
          <WholeNumber
            of="valueBytes"
            value={application.valueBytes}
            {...bounds.valueBytes}
            onFinish={(valueBytes) => actions.setWorkload({ valueBytes })}
          />
          {settingWords.bytes}
        </span>
      </LabRow>
      <LabSwitch of="jitter" on={application.jitter} onToggle={(jitter) => actions.setJitter({ jitter })} />
      {application.jitter ? (
        <LabRow of="seed">
          <WholeNumber
            of="seed"
            value={application.seed}
            {...bounds.seed}
            onFinish={(seed) => actions.setJitter({ seed })}
          />
        </LabRow>
      ) : null}
    </Fold>
  )
}
