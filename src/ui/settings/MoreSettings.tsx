import type { ReactNode } from 'react'
import type { SettingRow } from '../../app/index.ts'
import { settingWords } from '../../words/en/ui.ts'
import { Icon } from '../controls/Icon.tsx'
import { KeyRow } from './KeyRow.tsx'
import css from './Settings.module.css'

interface Props {
  readonly title: string
  readonly rows: readonly SettingRow[]
}

/** Only what needs a thought is counted on a closed part; why a setting cannot matter can wait until it is opened. */
const warnings = (rows: readonly SettingRow[]): number =>
  rows.flatMap((row) => row.notes).filter(({ kind }) => kind === 'risky' || kind === 'quiet').length

/** What is rarely touched; it opens by itself when Kafka refuses something inside. */
export function MoreSettings({ title, rows }: Props) {
  return (
    <Fold title={title} notes={warnings(rows)} open={rows.some((row) => row.refused !== null)}>
      {rows.map((row) => (
        <KeyRow key={row.key} row={row} />
      ))}
    </Fold>
  )
}

interface FoldProps {
  readonly title: string
  readonly notes?: number
  readonly open?: boolean
  readonly children: ReactNode
}

export function Fold({ title, notes = 0, open = false, children }: FoldProps) {
  return (
    <details className={css.more} open={open || undefined}>
      <summary className={css.summary}>
        <span>{title}</span>
        {notes > 0 ? <span className={css.count}>{settingWords.notes(notes)}</span> : null}
        <Icon name="down" size={14} />
      </summary>
      {children}
    </details>
  )
}
