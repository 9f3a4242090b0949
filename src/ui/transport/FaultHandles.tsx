import { useRef } from 'react'
import { nextCursor, type Overview, previousCursor, SNAP } from '../../timeline/index.ts'
import { atTime } from '../../words/index.ts'
import { useDragInTime } from '../timeline/useDragInTime.ts'
import { useApp, useLab } from '../useApp.ts'
import css from './Overview.module.css'

interface Props {
  readonly overview: Overview
  readonly width: number
  readonly xOf: (place: number) => number
  readonly placeOf: (x: number) => number
}

/**
 * Faults of actors are dragged here too. For the pointer only: the pins of the ruler are the same for keys and for those
 * who hear the page.
 */
export function FaultHandles(props: Props) {
  const faults = useApp((state, select) => select.faults(state))
  return faults.map(({ index, at, fault }) =>
    at === null || fault.node === undefined ? null : <Handle key={index} index={index} at={at} {...props} />,
  )
}

function Handle({ index, at, overview, width, xOf, placeOf }: Props & { readonly index: number; readonly at: number }) {
  const { actions, select, store } = useLab()
  const handle = useRef<HTMLDivElement>(null)
  const { moments, end } = select.timeline(store.getState())
  const timeAt = (clientX: number, free: boolean): number => {
    const strip = handle.current?.parentElement?.getBoundingClientRect()
    if (strip === undefined) return at
    const x = ((clientX - strip.left) / strip.width) * width
    const near = overview.ticks.find((tick) => Math.abs(xOf(tick.place) - x) <= SNAP)
    return !free && near !== undefined ? near.moment.at : overview.atOf(placeOf(x))
  }
  const { draft, handlers } = useDragInTime({
    at,
    end: end.at,
    timeAt,
    eventFrom: (from, direction) =>
      (direction === 1 ? nextCursor : previousCursor)(moments, { at: from, tie: 0 })?.at ?? from,
    onMove: (to) => actions.moveFault(index, to),
    onClick: () => actions.seekTime(at),
  })
  const { onPointerDown, onPointerMove, onPointerUp, onPointerCancel } = handlers
  return (
    <div
      ref={handle}
      className={css.handle}
      style={{ left: `${(xOf(overview.placeOf(draft ?? at)) / width) * 100}%` }}
      aria-hidden="true"
      data-moving={draft === null ? undefined : ''}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerCancel}
    >
      {draft === null ? null : atTime(draft)}
    </div>
  )
}
