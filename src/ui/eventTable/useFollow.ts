import { useEffect, useRef } from 'react'
import type { EventRow } from '../../app/index.ts'
import type { Scroller } from './EventTable.tsx'

/** The row at the playhead stays in sight while the playhead moves; who scrolls away is left alone until it does. */
export const useFollow = (scroller: Scroller, current: number, rows: readonly EventRow[]): void => {
  const isFirst = useRef(true)
  useEffect(() => {
    const row = scroller.current?.querySelector<HTMLElement>(`[data-row="${Math.max(0, current)}"]`)
    if (rows.length === 0 || row === null || row === undefined) return
    row.scrollIntoView({ block: isFirst.current ? 'center' : 'nearest' })
    // The timeline is gone, and the focus with it.
    if (isFirst.current && document.activeElement === document.body) row.focus({ preventScroll: true })
    isFirst.current = false
  }, [scroller, current, rows])
}
