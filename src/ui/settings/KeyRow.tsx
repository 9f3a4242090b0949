import type { ReactNode } from 'react'
import type { Owner, Refused, SettingRow } from '../../app/index.ts'
import { settingWords } from '../../words/en/ui.ts'
import { Button } from '../controls/Button.tsx'
import { NumberField } from '../controls/NumberField.tsx'
import { useLab } from '../useApp.ts'
import { Refusal } from './Refusal.tsx'
import { Row, useDescribed } from './Row.tsx'
import css from './Settings.module.css'

interface KeyProps {
  readonly row: SettingRow
  readonly refused: Refused | null
  /** The control; it is described by help, notes and refusal. */
  readonly children: (describedBy: string) => ReactNode
}

/** One of Kafka's keys with its control, what is to be said about it, and Kafka's refusal where it is the culprit. */
export function KeyRow({ row, refused, children }: KeyProps) {
  const refusal = refused?.at === row.key ? refused : null
  const ids = useDescribed(row.key, { notes: row.notes.length > 0, refusal: refusal !== null })
  return (
    <>
      <Row
        label={row.key}
        isKey
        stacked={row.key.length > 22}
        help={row.help}
        notes={row.notes}
        noteId={ids.notes}
        idle={row.idle}
      >
        {children(ids.by)}
      </Row>
      <span id={ids.help} hidden>
        {row.help}
      </span>
      {refusal ? <Refusal refused={refusal} id={ids.refusal} /> : null}
    </>
  )
}

const MAX = '2147483647'

interface ValueProps {
  readonly row: SettingRow
  readonly owner: Owner
  readonly refused: Refused | null
}

/** A number, or any other text: what is typed reaches Kafka's own parser. Left empty, it is Kafka's default again. */
export function ValueRow({ row, owner, refused }: ValueProps) {
  const { actions } = useLab()
  const unset = owner === 'producer' ? actions.unsetConfig : actions.unsetTopicConfig
  const set = owner === 'producer' ? actions.setConfig : actions.setTopicConfig
  const shown = row.value === MAX ? settingWords.max : row.value
  const isOwn = row.byHand && row.value !== row.usual
  return (
    <KeyRow row={row} refused={refused}>
      {(describedBy) => (
        <NumberField
          label={row.key}
          value={shown}
          describedBy={describedBy}
          onFinish={(value) => {
            if (value !== '') return set(row.key, value === settingWords.max ? MAX : value)
            unset(row.key)
            return false
          }}
        >
          {isOwn ? <Leave row={row} onLeave={() => unset(row.key)} /> : null}
        </NumberField>
      )}
    </KeyRow>
  )
}

function Leave({ row, onLeave }: { row: SettingRow; onLeave: () => void }) {
  const words =
    row.usual === null
      ? settingWords.drop(row.key)
      : settingWords.leave(row.key, row.usual === MAX ? settingWords.max : row.usual)
  return <Button look="quiet" icon="undo" className={css.leave} aria-label={words} title={words} onClick={onLeave} />
}
