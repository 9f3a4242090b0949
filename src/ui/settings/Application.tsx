import type { SettingsPanel } from '../../app/index.ts'
import { settingWords } from '../../words/en/ui.ts'
import { labWords } from '../../words/index.ts'
import { Segmented } from '../controls/Segmented.tsx'
import { Switch } from '../controls/Switch.tsx'
import { useLab } from '../useApp.ts'
import { LabRow, WholeNumber } from './LabRow.tsx'
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
      <LabRow of="awaitEach">
        <Switch
          label={labWords.awaitEach.label}
          on={application.awaitEach}
          onToggle={(awaitEach) => actions.setWorkload({ awaitEach })}
        />
      </LabRow>
      <LabRow of="onFailure">
        <Segmented
          font="words"
          label={labWords.onFailure.label}
          choices={failures}
          value={application.onFailure}
          onChoose={(value) => actions.setOnFailure(value === 'send-again' ? 'send-again' : 'give-up')}
        />
      </LabRow>
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
      <LabRow of="jitter">
        <Switch
          label={labWords.jitter.label}
          on={application.jitter}
          onToggle={(jitter) => actions.setJitter({ jitter })}
        />
      </LabRow>
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
