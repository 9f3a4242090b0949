import { memo } from 'react'
import type { GridRow } from '../../timeline/index.ts'
import css from './TimelineView.module.css'

/** The picture for those who do not see it: rows are lanes, cells are events in time order. The root has the focus. */
export const Grid = memo(({ rows, prefix }: { readonly rows: readonly GridRow[]; readonly prefix: string }) => (
  <div className={css.grid}>
    {rows.map((row) => (
      // biome-ignore lint/a11y/useFocusableInteractive: the grid itself has focus and names the active cell
      <div role="row" key={row.id}>
        {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
        <span role="rowheader">{row.label}</span>
        {row.cells.map((cell) => (
          // biome-ignore lint/a11y/useFocusableInteractive: as above
          <span role="gridcell" key={cell.id} id={`${prefix}${cell.id}`}>
            {cell.label}
          </span>
        ))}
      </div>
    ))}
  </div>
))
