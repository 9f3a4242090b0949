import { type Cursor, cellAt, type Future, type GridRow, keyOf } from '../../timeline/index.ts'

/** The cells of the grid as the playhead goes: which one it stands on, and which lie in a future that is hidden. */
export interface Cells {
  readonly show: (cursor: Cursor, future: Future, selected: string | null) => void
}

interface Page {
  readonly hide: (id: string, hidden: boolean) => void
  readonly activate: (id: string) => void
}

/** Once per change, not per frame: the page is touched where a cell is passed. */
export const createCells = (rows: readonly GridRow[], page: Page): Cells => {
  const inTime = rows
    .flatMap((row) => row.cells)
    .map((cell) => ({ cell, key: keyOf(cell.moment) }))
    .toSorted((a, b) => a.key - b.key)
  let shown: number | null = null
  let active: string | null = null
  const hide = (from: number, to: number, hidden: boolean): void => {
    for (const { cell } of inTime.slice(from, to)) page.hide(cell.id, hidden)
  }
  return {
    show: (cursor, future, selected) => {
      const key = keyOf(cursor)
      const ahead = future === 'hidden' ? inTime.findIndex((one) => one.key > key) : -1
      const wanted = ahead < 0 ? inTime.length : ahead
      if (shown === null || wanted > shown) hide(shown ?? 0, wanted, false)
      if (shown === null || wanted < shown) hide(wanted, shown ?? inTime.length, true)
      shown = wanted
      const now = cellAt(rows, cursor, selected)
      if (now === null || now.id === active) return
      active = now.id
      page.activate(now.id)
    },
  }
}
