import type { ReactNode } from 'react'
import type { SettingRow } from '../../app/index.ts'
import { settingWords } from '../../words/en/ui.ts'
import { Button } from '../controls/Button.tsx'
import { useLab } from '../useApp.ts'
import { KeyControl } from './KeyControl.tsx'
import { Notes } from './Notes.tsx'
import { Refusal } from './Refusal.tsx'
import { Row, useDescribed } from './Row.tsx'
import css from './Settings.module.css'
import { shortened } from './shortened.ts'
import { useHelp } from './useHelp.ts'

interface Props {
  readonly row: SettingRow
  /** What it does and Kafka's default stand below, not only under pointer and focus. */
  readonly told?: boolean
}

/** A longer key breaks behind its dots. */
const LONGEST_BESIDE = 22
/** Letters of key and choices, with the room around each choice: more than this does not stand in one line. */
const LONGEST_LINE = 32
const lineOf = (key: string, choices: readonly string[]): number =>
  choices.reduce((sum, choice) => sum + choice.length + 3, key.length)
const isWide = ({ key, control }: SettingRow): boolean =>
  control.kind === 'text' || (control.kind === 'choice' && lineOf(key, control.choices) > LONGEST_LINE)

/** One of Kafka's keys with its control, what is to be said about it, and Kafka's refusal where it is the culprit. */
export function KeyRow({ row, told = false }: Props) {
  const help = useHelp(row.owner, row.key)
  const ids = useDescribed(row.key, { notes: row.notes.length > 0, refusal: row.refused !== null })
  const usual = row.usual === null ? '' : settingWords.usualIs(shortened(row.usual, row.most))
  return (
    <>
      <Row
        label={row.key}
        isKey
        stacked={row.key.length > LONGEST_BESIDE}
        wide={isWide(row)}
        help={`${help} ${usual}`}
        helpId={ids.help}
        told={told}
        idle={row.idle}
        below={<Origin row={row} told={told} />}
      >
        <KeyControl row={row} describedBy={ids.by} />
      </Row>
      {told && help ? <p className={css.help}>{help}</p> : null}
      {row.notes.length > 0 ? <Notes row={row} id={ids.notes} /> : null}
      {row.refused ? <Refusal refused={row.refused} owner={row.owner} id={ids.refusal} /> : null}
    </>
  )
}

/** Who set it, with the way back to Kafka's default. */
function Origin({ row, told }: { row: SettingRow; told: boolean }): ReactNode {
  const { actions } = useLab()
  const usual = row.usual === null ? null : settingWords.usual(shortened(row.usual, row.most))
  if (!row.byHand) return told && usual !== null ? <span className={css.origin}>{usual}</span> : null
  const reset =
    row.usual === null
      ? settingWords.drop(row.key)
      : settingWords.leave(row.key, row.usual === '' ? null : shortened(row.usual, row.most))
  const by = row.byLab ? settingWords.byLab : settingWords.byHand
  return (
    <span className={css.origin}>
      <span className={css.dot} title={by} />
      <span className={told ? undefined : 'visually-hidden'}>{by}</span>
      {usual === null ? null : <span className={told ? css.usual : undefined}>{usual}</span>}
      <Button
        look="quiet"
        icon="undo"
        className={css.leave}
        aria-label={reset}
        title={reset}
        onClick={() => actions.setKey(row.owner, row.key, null)}
      />
    </span>
  )
}
