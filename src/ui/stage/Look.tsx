import { lazy, Suspense, useEffect, useRef } from 'react'
import { focusTimeline } from '../shell/usePage.ts'
import { useApp } from '../useApp.ts'
import { Stage, type StageProps } from './Stage.tsx'

/** First used by whoever presses E: thousands of rows are nobody's first look. */
const EventTable = lazy(() => import('../eventTable/EventTable.tsx').then((loaded) => ({ default: loaded.EventTable })))

const FRAMES = 20

/** The picture is drawn once its room is measured: a frame or two after the table has gone. */
const focusWhenDrawn = (frames: number): void => {
  if (document.activeElement !== document.body || frames === 0) return
  focusTimeline()
  requestAnimationFrame(() => focusWhenDrawn(frames - 1))
}

/** The picture, or the same as a table. */
export function Look(props: StageProps) {
  const table = useApp((state) => state.table)
  const was = useRef(table)
  useEffect(() => {
    // What had the focus is gone with the table.
    if (was.current && !table) focusWhenDrawn(FRAMES)
    was.current = table
  }, [table])
  if (!table) return <Stage {...props} />
  return (
    <Suspense>
      <EventTable onFault={props.onFault} />
    </Suspense>
  )
}
