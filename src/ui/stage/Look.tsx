import { lazy, Suspense, useEffect, useRef } from 'react'
import { focusTimeline } from '../shell/usePage.ts'
import { useApp } from '../useApp.ts'
import { Stage, type StageProps } from './Stage.tsx'

/** First used by whoever presses E: thousands of rows are nobody's first look. */
const EventTable = lazy(() => import('../eventTable/EventTable.tsx').then((loaded) => ({ default: loaded.EventTable })))

/** The picture, or the same as a table. */
export function Look(props: StageProps) {
  const table = useApp((state) => state.table)
  const was = useRef(table)
  useEffect(() => {
    // What had the focus is gone with the table.
    if (was.current && !table && document.activeElement === document.body) focusTimeline()
    was.current = table
  }, [table])
  if (!table) return <Stage {...props} />
  return (
    <Suspense>
      <EventTable onFault={props.onFault} />
    </Suspense>
  )
}
