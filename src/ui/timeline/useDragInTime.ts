import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'

interface Wish {
  /** Where it is now, in ms. */
  readonly at: number
  readonly end: number
  /** The time under the pointer; `free`: no snapping. */
  readonly timeAt: (clientX: number, free: boolean) => number
  /** The event before or after a time. */
  readonly eventFrom: (at: number, direction: 1 | -1) => number
  /** Once per finished move: one edit, one step of undo. */
  readonly onMove: (at: number) => void
  readonly onClick: () => void
}

/** Under so many px it was a click. */
const SLACK = 3
const BY_KEY: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 }
const BY_EVENT: Readonly<Record<string, 1 | -1>> = { PageUp: -1, PageDown: 1 }
/** With Shift. */
const FAR = 10

/** Where a key takes it; undefined: it is not a key for this. */
export const timeByKey = (
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  at: number,
  { end, eventFrom }: Pick<Wish, 'end' | 'eventFrom'>,
): number | undefined => {
  const [step, turn] = [BY_KEY[key], BY_EVENT[key]]
  if (step === undefined && turn === undefined) return undefined
  const to = turn === undefined ? at + (step ?? 0) * (shiftKey ? FAR : 1) : eventFrom(at, turn)
  return Math.max(0, Math.min(Math.ceil(end), Math.round(to)))
}

/** A mark that is moved in time, by hand or by keys. While it moves only a draft does; the run follows once it is let go. */
export const useDragInTime = (wish: Wish) => {
  const [draft, setDraft] = useState<number | null>(null)
  const start = useRef<{ readonly x: number; readonly moved: boolean } | null>(null)
  const finish = (): void => {
    setDraft(null)
    if (draft !== null && draft !== wish.at) wish.onMove(draft)
  }
  return {
    draft,
    handlers: {
      onPointerDown: (event: PointerEvent<HTMLElement>): void => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        start.current = { x: event.clientX, moved: false }
      },
      onPointerMove: (event: PointerEvent<HTMLElement>): void => {
        const from = start.current
        if (from === null || (!from.moved && Math.abs(event.clientX - from.x) < SLACK)) return
        start.current = { ...from, moved: true }
        setDraft(Math.max(0, Math.min(Math.ceil(wish.end), Math.round(wish.timeAt(event.clientX, event.altKey)))))
      },
      onPointerUp: (): void => {
        const moved = start.current?.moved === true
        start.current = null
        if (moved) finish()
        else wish.onClick()
      },
      onPointerCancel: (): void => {
        start.current = null
        setDraft(null)
      },
      onKeyDown: (event: KeyboardEvent): void => {
        const to = timeByKey(event, draft ?? wish.at, wish)
        if (event.key === 'Escape' && draft !== null) setDraft(null)
        else if (to !== undefined) setDraft(to)
        else return
        event.preventDefault()
        event.stopPropagation()
      },
      // A key that is held moves on and on; the run is computed again when it is let go.
      onKeyUp: finish,
      onBlur: finish,
    },
  }
}
