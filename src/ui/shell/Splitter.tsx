import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import css from './Splitter.module.css'

interface Props {
  readonly label: string
  /** The id of the panel whose size it is. */
  readonly panel: string
  /** A line that stands resizes what is beside it, one that lies what is above and under it. */
  readonly stands: boolean
  /** The panel lies behind the line (right of it, or under it): it grows when the line goes back. */
  readonly behind: boolean
  readonly value: number
  readonly least: number
  readonly most: number
  /** px on the screen for each px at the usual text size. */
  readonly scale: number
  /** A size, or null for the usual one. */
  readonly onSize: (size: number | null) => void
}

const STEP = 16

/** The line between two panels: dragged, moved by arrow keys, and put back by a double click or Enter. */
export function Splitter({ label, panel, stands, behind, value, least, most, scale, onSize }: Props) {
  const from = useRef<{ readonly at: number; readonly size: number } | null>(null)
  const grows = behind ? -1 : 1
  const set = (size: number): void => onSize(Math.round(Math.max(least, Math.min(most, size))))
  const along = (event: PointerEvent): number => (stands ? event.clientX : event.clientY) / scale

  const onKeyDown = (event: KeyboardEvent): void => {
    const [back, on] = stands ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown']
    const acts: Readonly<Record<string, () => void>> = {
      [back]: () => set(value - STEP * grows),
      [on]: () => set(value + STEP * grows),
      Home: () => set(least),
      End: () => set(most),
      Enter: () => onSize(null),
    }
    const act = acts[event.key]
    if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    act()
  }
  const stop = (): void => {
    from.current = null
  }
  return (
    <div
      role="separator"
      tabIndex={0}
      className={css.splitter}
      aria-label={label}
      aria-controls={panel}
      aria-orientation={stands ? 'vertical' : 'horizontal'}
      aria-valuenow={value}
      aria-valuemin={least}
      aria-valuemax={most}
      onKeyDown={onKeyDown}
      onDoubleClick={() => onSize(null)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        from.current = { at: along(event), size: value }
      }}
      onPointerMove={(event) => {
        if (from.current !== null) set(from.current.size + (along(event) - from.current.at) * grows)
      }}
      onPointerUp={stop}
      onPointerCancel={stop}
    />
  )
}
