/** How a cell looks from when to when: a primitive for each look, since a mark never changes. */
import { type Cell, cellName } from '../cells.ts'
import { compareMoments, type Moment } from '../moment.ts'
import type { MarkClass } from './style.ts'

type State = 'leader only' | 'replicated' | 'second' | 'gone'
export const CLASSES: { readonly [Of in State]: MarkClass } = {
  'leader only': 'cell-leader-only',
  replicated: 'cell-replicated',
  second: 'cell-second',
  gone: 'cell-gone',
}
export const TICKS: { readonly [Of in State]: MarkClass } = {
  'leader only': 'cell-tick-leader-only',
  replicated: 'cell-tick-replicated',
  second: 'cell-tick-second',
  gone: 'cell-tick-gone',
}

interface Shown {
  readonly id: string
  readonly state: State
  /** The first shows its future as well. */
  readonly window: { readonly shows?: Moment; readonly until?: Moment }
}

export const ownOf = (cell: Cell) =>
  ({
    from: cell.appended,
    name: cell.message,
    cell: cellName(cell),
    records: cell.records,
    layer: 'cell',
  }) as const

const windowOf = (from: Moment | null, until: Moment | null): Shown['window'] => ({
  ...(from === null ? {} : { shows: from }),
  ...(until === null ? {} : { until }),
})

const idOf = (cell: Cell, state: State, again: number): string => {
  const base = state === 'replicated' || state === 'gone' ? `cell ${cell.id} ${state}` : `cell ${cell.id}`
  return again === 0 ? base : `${base} ${again + 1}`
}

export const looksOf = (cell: Cell): readonly Shown[] => {
  const removed = cell.removed?.moment ?? null
  const gone: readonly Shown[] =
    removed === null ? [] : [{ id: idOf(cell, 'gone', 0), state: 'gone', window: { shows: removed } }]
  if (cell.secondCopy)
    return [{ id: idOf(cell, 'second', 0), state: 'second', window: windowOf(null, removed) }, ...gone]
  const looks = cell.looks.filter((look) => removed === null || compareMoments(look.from, removed) < 0)
  const shown = looks.map(({ state, from }, i): Shown => {
    const again = looks.slice(0, i).filter((earlier) => earlier.state === state).length
    return {
      id: idOf(cell, state, again),
      state,
      window: windowOf(i === 0 ? null : from, looks[i + 1]?.from ?? removed),
    }
  })
  return [...shown, ...gone]
}
