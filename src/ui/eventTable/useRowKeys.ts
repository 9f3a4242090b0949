import { type KeyboardEvent, useCallback, useEffect, useState } from 'react'
import type { Actions, EventRow } from '../../app/index.ts'

const PAGE = 10

const stepOf = (key: string, last: number): ((index: number) => number) | undefined =>
  ({
    ArrowDown: (index: number) => index + 1,
    ArrowUp: (index: number) => index - 1,
    PageDown: (index: number) => index + PAGE,
    PageUp: (index: number) => index - PAGE,
    Home: () => 0,
    End: () => last,
  })[key]

/** Brings the playhead right behind a row, and selects what it is about; a fault is selected by its own button. */
export const goToRow = ({ select, seek }: Actions, { target, moment }: EventRow): void => {
  if (target.kind !== 'fault') select(target)
  seek(moment)
}

/** Until a row is chosen, and once the playhead has moved or the rows have changed, the tab stop is where it stands. */
interface Chosen {
  readonly index: number
  readonly rows: readonly EventRow[]
  readonly current: number
}

/** One row is the tab stop: arrows go from row to row, Enter brings the playhead there, Escape and E lead back. */
export const useRowKeys = (rows: readonly EventRow[], current: number, actions: Actions) => {
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [wanted, setWanted] = useState<number | null>(null)
  const setActive = useCallback((index: number): void => setChosen({ index, rows, current }), [rows, current])
  const last = rows.length - 1
  const isFresh = chosen !== null && chosen.rows === rows && chosen.current === current
  const active = Math.max(0, Math.min(isFresh ? chosen.index : current, last))
  useEffect(() => {
    if (wanted === null) return
    document.querySelector<HTMLElement>(`#events [data-row="${wanted}"]`)?.focus()
    setWanted(null)
  }, [wanted])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const { key } = event
    const isInRow = event.target instanceof HTMLElement && event.target.dataset.row !== undefined
    const step = stepOf(key, last)
    const row = rows[active]
    if (key === 'Escape' || key.toLowerCase() === 'e') actions.toggleTable()
    else if (step !== undefined) {
      const next = Math.max(0, Math.min(step(active), last))
      setActive(next)
      setWanted(next)
    } else if (isInRow && key === 'Enter' && row !== undefined) {
      goToRow(actions, row)
    } else return
    event.preventDefault()
  }
  return { active, setActive, onKeyDown }
}
