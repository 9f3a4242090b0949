import { memo, useLayoutEffect, useRef, useState } from 'react'
import { type EventRow, type EventTable, rowFault } from '../../app/index.ts'
import type { Cursor, FaultTarget } from '../../timeline/index.ts'
import { Row } from './Row.tsx'

interface Props {
  readonly table: EventTable
  readonly rows: readonly EventRow[]
  /** The number of its first row among all that are shown. */
  readonly from: number
  /** With a hidden future nothing behind it is told. */
  readonly until: Cursor | null
  /** Counted from `from`: rows up to here have happened. */
  readonly current: number
  readonly active: number
  /** Few rows in all: every one is on the page. */
  readonly isShort: boolean
  readonly onActive: (index: number) => void
  readonly onFault: (target: FaultTarget, anchor: DOMRect) => void
}

const ROW_HEIGHT = 38
const NEAR = '800px 0px'

/** Rows far out of sight are an empty stretch as high as they were: a run can have 20,000 events. */
export const Chunk = memo((props: Props) => {
  const { rows, from, current, active, isShort } = props
  const body = useRef<HTMLTableSectionElement>(null)
  const height = useRef(rows.length * ROW_HEIGHT)
  const [near, setNear] = useState(false)
  useLayoutEffect(() => {
    const element = body.current
    if (isShort || element === null) return
    const watcher = new IntersectionObserver(
      ([entry]) => {
        if (entry === undefined) return
        if (!entry.isIntersecting && element.childElementCount > 1) height.current = entry.boundingClientRect.height
        setNear(entry.isIntersecting)
      },
      { root: element.closest('div'), rootMargin: NEAR },
    )
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [isShort])
  const has = (index: number): boolean => index >= 0 && index < rows.length
  const shown = isShort || near || has(current) || has(active)
  return (
    <tbody ref={body} data-chunk={from}>
      {shown ? (
        rows.map((row, index) => (
          <Row
            key={row.id}
            table={props.table}
            row={row}
            fault={rowFault(props.table, row, props.until)}
            index={from + index}
            state={index === current ? 'current' : index < current ? 'done' : 'ahead'}
            isActive={index === active}
            onActive={props.onActive}
            onFault={props.onFault}
          />
        ))
      ) : (
        <Stretch height={height.current} />
      )}
    </tbody>
  )
}, isSame)

function Stretch({ height }: { height: number }) {
  return (
    <tr>
      <td colSpan={5} style={{ height, padding: 0 }} />
    </tr>
  )
}

/** Where in a chunk the playhead stands matters only while it is in it. */
const placeIn = (index: number, rows: readonly unknown[]): number => Math.max(-1, Math.min(index, rows.length))

function isSame(a: Props, b: Props): boolean {
  return (
    a.table === b.table &&
    a.from === b.from &&
    a.isShort === b.isShort &&
    a.onActive === b.onActive &&
    a.onFault === b.onFault &&
    placeIn(a.current, a.rows) === placeIn(b.current, b.rows) &&
    placeIn(a.active, a.rows) === placeIn(b.active, b.rows) &&
    a.rows.length === b.rows.length &&
    a.rows.every((row, index) => row === b.rows[index])
  )
}
