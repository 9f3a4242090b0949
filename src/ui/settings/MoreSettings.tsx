import type { ReactNode } from 'react'
import type { Owner, Refused, SettingRow } from '../../app/index.ts'
import { settingWords } from '../../words/en/ui.ts'
import { Icon } from '../controls/Icon.tsx'
import { ValueRow } from './KeyRow.tsx'
import css from './Settings.module.css'

interface Props {
  readonly title: string
  readonly rows: readonly SettingRow[]
  readonly owner: Owner
  readonly refused: Refused | null
  readonly children?: ReactNode
}

/** What is rarely touched; it opens by itself when Kafka refuses something inside. */
export function MoreSettings({ title, rows, owner, refused, children = null }: Props) {
  const hasRefusal = rows.some((row) => refused?.at === row.key)
  const notes = rows.reduce((sum, row) => sum + row.notes.length, 0)
  return (
    <Fold title={title} notes={notes} open={hasRefusal}>
      {rows.map((row) => (
        <ValueRow key={row.key} row={row} owner={owner} refused={refused} />
      ))}
      {children}
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
