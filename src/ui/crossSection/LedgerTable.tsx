import { memo } from 'react'
import type { LedgerCell, LedgerLine, LedgerTable as Table } from '../../app/index.ts'
import { stateWords } from '../../words/en/ui.ts'
import { classes } from '../controls/classes.ts'
import { DoubtSwatch } from '../controls/Pill.tsx'
import css from './LedgerTable.module.css'

export const LedgerTable = memo(({ table }: { table: Table }) => {
  const [first, second] = stateWords.believes
  return (
    // Focusable, because with many records it scrolls and nothing in it takes focus.
    <section className={css.frame} tabIndex={table.lines.length > 7 ? 0 : undefined} aria-label={stateWords.ledger}>
      <table className={css.ledger}>
        <caption className="visually-hidden">{stateWords.ledger}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{stateWords.record}</span>
            </th>
            <th scope="col" className={css.left}>
              {first}
              <br />
              {second}
            </th>
            {table.columns.map((column) => (
              <th key={column.id} scope="col">
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.lines.map((line) => (
            <Line key={line.record} line={line} />
          ))}
        </tbody>
      </table>
    </section>
  )
})

/** Most rows are as they were: a step is about one record. */
const isSame = (a: { line: LedgerLine }, b: { line: LedgerLine }): boolean =>
  JSON.stringify(a.line) === JSON.stringify(b.line)

const Line = memo(({ line }: { line: LedgerLine }) => {
  return (
    <tr className={classes(line.disagrees && css.disagrees, line.tone === 'none' && css.dim)} data-record={line.record}>
      <th scope="row" className={css.record}>
        <span className={css.chip}>{line.record}</span>
      </th>
      <td className={classes(css.belief, css[line.tone])}>
        {line.tone === 'doubt' ? <DoubtSwatch /> : null}
        {line.belief}
      </td>
      {line.cells.map((cell) => (
        <td key={cell.column} data-column={cell.column}>
          <CountOf cell={cell} />
        </td>
      ))}
    </tr>
  )
}, isSame)

/** `1` plain, 2× solid, a 0 only when it is for good; blank is not yet. */
function CountOf({ cell }: { cell: LedgerCell }) {
  if (cell.count > 1) return <strong className={classes(css.badge, css.many)}>{stateWords.copies(cell.count)}</strong>
  if (cell.count === 1) return cell.count
  if (!cell.gone) return null
  return (
    <strong className={classes(css.badge, css.zero)}>
      <span aria-hidden="true">{cell.count}</span>
      <span className="visually-hidden">{stateWords.none}</span>
    </strong>
  )
}
