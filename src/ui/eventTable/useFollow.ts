import { useEffect, useRef } from 'react'
import type { EventRow } from '../../app/index.ts'
import type { Scroller } from './EventTable.tsx'

/** The row at the playhead stays in sight while the playhead moves; who scrolls away is left alone until it does. */
export const useFollow = (scroller: Scroller, current: number, rows: readonly EventRow[]): void => {
  const isFirst = useRef(true)
  useEffect(() => {
    // Other rows may stand at the same number: after a fault, or with another filter.
    if (rows.length === 0 && !isFirst.current) return
    const row = scroller.current?.querySelector<HTMLElement>(`[data-row="${Math.max(0, current)}"]`) ?? null
    row?.scrollIntoView({ block: isFirst.current ? 'center' : 'nearest' })
    // The timeline is gone, and the focus with it. With a hidden future there may be no row yet.
    if (isFirst.current && document.activeElement === document.body)
      (row ?? scroller.current)?.focus({ preventScroll: true })
    isFirst.current = false
  }, [scroller, current, rows])
}
