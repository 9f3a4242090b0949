import { type MouseEvent, memo, useMemo } from 'react'
import { type EventRow, type EventTable, rowText } from '../../app/index.ts'
import type { FaultTarget } from '../../timeline/index.ts'
import { eventWords as words } from '../../words/en/ui.ts'
import { Button } from '../controls/Button.tsx'
import { classes } from '../controls/classes.ts'
import { useLab } from '../useApp.ts'
import css from './EventTable.module.css'
import { goToRow } from './useRowKeys.ts'

interface Props {
  readonly table: EventTable
  readonly row: EventRow
  /** The fault that strikes there; null: none, or not told yet. */
  readonly fault: string | null
  readonly index: number
  readonly state: 'done' | 'current' | 'ahead'
  /** The one row that Tab leads to. */
  readonly isActive: boolean
  readonly onActive: (index: number) => void
  readonly onFault: (target: FaultTarget, anchor: DOMRect) => void
}

/** One event. A click or Enter brings the playhead right behind it; its last cell is the fault menu. */
export const Row = memo(({ table, row, fault, index, state, isActive, onActive, onFault }: Props) => {
  const { actions } = useLab()
  const text = useMemo(() => rowText(table, row), [table, row])
  const open = (event: MouseEvent<HTMLElement>): void => {
    event.stopPropagation()
    onActive(index)
    actions.select(row.target)
    onFault(row.target, event.currentTarget.getBoundingClientRect())
  }
  const go = (): void => {
    onActive(index)
    goToRow(actions, row)
  }
  return (
    // Enter does what a click does: for all rows in one place, `useRowKeys`.
    <tr
      className={classes(css.row, css[state], row.quiet && css.quiet)}
      aria-current={state === 'current' ? 'step' : undefined}
      aria-rowindex={index + 2}
      tabIndex={isActive ? 0 : -1}
      data-row={index}
      data-event={row.timed.event.kind}
      data-at={row.moment.at}
      onClick={go}
    >
      <th scope="row" className={css.time}>
        {text.when}
      </th>
      <td className={css.actor}>{text.actor}</td>
      <td className={css.event}>{text.text}</td>
      <td className={css.record}>{text.records}</td>
      <td className={css.fault}>
        <Button
          look="quiet"
          className={classes(css.open, fault !== null && css.struck)}
          tabIndex={isActive ? 0 : -1}
          aria-label={fault === null ? words.fault(text.text) : `${fault}. ${words.fault(text.text)}`}
          title={fault ?? words.add}
          onClick={open}
        >
          {fault ?? words.add}
        </Button>
      </td>
    </tr>
  )
})
