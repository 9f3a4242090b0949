import { type ReactNode, useMemo } from 'react'
import { type EventTable, type RowFilter, rowChoices, rowsShown } from '../../app/index.ts'
import { eventWords as words } from '../../words/en/ui.ts'
import { Button } from '../controls/Button.tsx'
import controls from '../controls/controls.module.css'
import { Switch } from '../controls/Switch.tsx'
import { TranscriptButton } from '../transcript/TranscriptButton.tsx'
import { useApp, useLab } from '../useApp.ts'
import css from './EventTable.module.css'

interface Props {
  readonly table: EventTable
  readonly filter: RowFilter
  readonly onFilter: (filter: RowFilter) => void
}

/** What is shown, and the way back to the picture. */
export function Toolbar({ table, filter, onFilter }: Props) {
  const { actions } = useLab()
  const until = useApp((state, select) => select.toldTo(state))
  const { records, actors } = useMemo(() => rowChoices(table, until), [table, until])
  return (
    <div className={css.toolbar}>
      <h2 className={css.title}>{words.title}</h2>
      <Choice
        label={words.record}
        value={filter.record}
        options={records.map((record) => [record, record])}
        onChange={(record) => onFilter({ ...filter, record })}
      />
      <Choice
        label={words.actor}
        value={filter.actor}
        options={actors.map(({ id, name }) => [id, name])}
        onChange={(actor) => onFilter({ ...filter, actor })}
      />
      <Labelled text={words.quietShort} title={words.quietNote}>
        <Switch label={words.quiet} on={filter.quiet} onToggle={(quiet) => onFilter({ ...filter, quiet })} />
      </Labelled>
      <span className={css.count} role="status">
        {words.count(rowsShown(table, filter, until).length)}
      </span>
      <span className={css.grow} />
      <TranscriptButton />
      <Button onClick={actions.toggleTable}>
        {words.toTimeline} <kbd>{words.key}</kbd>
      </Button>
    </div>
  )
}

function Labelled({ text, title, children }: { text: string; title: string; children: ReactNode }) {
  return (
    <span className={css.choice} title={title}>
      <span aria-hidden="true">{text}</span>
      {children}
    </span>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly value: string | null
  readonly options: readonly (readonly [string, string])[]
  readonly onChange: (value: string | null) => void
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <label className={css.choice}>
      {label}
      <select
        className={controls.select}
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      >
        <option value="">{words.all}</option>
        {options.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
