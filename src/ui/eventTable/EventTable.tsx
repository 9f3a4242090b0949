import { type RefObject, useMemo, useRef, useState } from 'react'
import { type RowFilter, rowAt, rowsShown, type EventTable as Table } from '../../app/index.ts'
import type { FaultTarget } from '../../timeline/index.ts'
import { eventWords as words } from '../../words/en/ui.ts'
import { useApp, useLab } from '../useApp.ts'
import { Chunk } from './Chunk.tsx'
import css from './EventTable.module.css'
import { Toolbar } from './Toolbar.tsx'
import { useFollow } from './useFollow.ts'
import { useRowKeys } from './useRowKeys.ts'

/** So many rows at a time are put on the page, or left to an empty stretch of the same height. */
const CHUNK = 60
const ALL: RowFilter = { actor: null, record: null, quiet: false }

interface Props {
  readonly onFault: (target: FaultTarget, anchor: DOMRect) => void
}

/** The run as a table, the full equivalent of the picture: every event in words, with what can go wrong there. */
export function EventTable({ onFault }: Props) {
  const table = useApp((state, select) => select.events(state))
  const [filter, setFilter] = useState(ALL)
  return (
    <section className={css.frame} aria-label={words.title} id="events">
      <Toolbar table={table} filter={filter} onFilter={setFilter} />
      <Rows table={table} filter={filter} onFault={onFault} />
    </section>
  )
}

function Rows({ table, filter, onFault }: Props & { readonly table: Table; readonly filter: RowFilter }) {
  const { actions } = useLab()
  const hidden = useApp((state, select) => select.toldTo(state))
  const rows = useMemo(() => rowsShown(table, filter, hidden), [table, filter, hidden])
  const current = useApp((state) => rowAt(rows, state.cursor))
  const scroller = useRef<HTMLDivElement>(null)
  const { active, setActive, onKeyDown } = useRowKeys(rows, current, actions)
  useFollow(scroller, current, rows)
  const starts = Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_, index) => index * CHUNK)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the rows in it have the focus, and the keys of all are the same
    <div className={css.scroller} ref={scroller} onKeyDown={onKeyDown} tabIndex={-1}>
      <table className={css.table} aria-rowcount={rows.length + 1}>
        <caption className="visually-hidden">{words.caption}</caption>
        <Head />
        {starts.map((from) => (
          <Chunk
            key={from}
            table={table}
            rows={rows.slice(from, from + CHUNK)}
            from={from}
            until={hidden}
            current={current - from}
            active={active - from}
            isShort={rows.length <= 10 * CHUNK}
            onActive={setActive}
            onFault={onFault}
          />
        ))}
      </table>
      {rows.length === 0 ? <p className={css.nothing}>{hidden === null ? words.nothing : words.notYet}</p> : null}
    </div>
  )
}

function Head() {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {Object.entries(words.columns).map(([id, label]) => (
          <th key={id} scope="col" className={css[id]}>
            {label}
          </th>
        ))}
      </tr>
    </thead>
  )
}

export type Scroller = RefObject<HTMLDivElement | null>
