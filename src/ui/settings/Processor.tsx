import { effects, guards, type ReaderPanel } from '../../app/index.ts'
import { settingWords } from '../../words/en/ui.ts'
import { labWords } from '../../words/index.ts'
import { useLab } from '../useApp.ts'
import { LabChoice, LabRow, WholeNumber } from './LabRow.tsx'
import { Length } from './Length.tsx'
import css from './Settings.module.css'

const NONE = 'none' as const
const effectChoices = [...effects, NONE].map((value) => ({ value, label: settingWords.effects[value] }))
const guardChoices = guards.map((value) => ({ value, label: settingWords.guards[value] }))
const LONGEST_WORK = 60_000

/** What is done for each record, outside Kafka, and what makes doing it again harmless. */
export function Processor({ reader }: { reader: ReaderPanel }) {
  const { actions } = useLab()
  return (
    <>
      <LabChoice
        of="effect"
        wide
        list
        choices={effectChoices}
        value={reader.effect ?? NONE}
        onChoose={(value) => actions.setEffect(value === NONE ? null : value)}
      />
      {reader.effect === null ? null : <Guarded reader={reader} />}
      <LabRow of="processing">
        <span className={css.withUnit}>
          <WholeNumber
            of="processing"
            value={reader.processingMs}
            least={0}
            most={LONGEST_WORK}
            onFinish={actions.setProcessing}
          />
          {settingWords.units.ms}
        </span>
      </LabRow>
    </>
  )
}

/** Without an effect there is nothing to guard. */
function Guarded({ reader }: { reader: ReaderPanel }) {
  const { actions } = useLab()
  return (
    <>
      <LabChoice of="guard" wide list choices={guardChoices} value={reader.guard} onChoose={actions.setGuard} />
      {reader.windowMs === null ? null : (
        <LabRow of="window">
          <Length label={labWords.window.label} ms={reader.windowMs} onFinish={actions.setWindow} />
        </LabRow>
      )}
    </>
  )
}
