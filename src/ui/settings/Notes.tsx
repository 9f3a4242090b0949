import type { RowNote, SettingRow } from '../../app/index.ts'
import { Button } from '../controls/Button.tsx'
import { classes } from '../controls/classes.ts'
import { Keyed } from '../controls/Keyed.tsx'
import { useLab } from '../useApp.ts'
import css from './Settings.module.css'

/** Nothing is refused, but something is not as it looks. */
export function Notes({ row, id }: { row: SettingRow; id: string }) {
  return (
    <div id={id} data-notes>
      {row.notes.map((note) => (
        <Note key={note.text} note={note} owner={row.owner} />
      ))}
    </div>
  )
}

/** Amber where it needs a thought; what Kafka wrote into its log as it wrote it; a button per way out. */
function Note({ note, owner }: { note: RowNote; owner: SettingRow['owner'] }) {
  const { actions } = useLab()
  return (
    <div className={classes(css.note, note.kind === 'quiet' && css.quietly)}>
      <p>
        <Keyed text={note.text} />
      </p>
      {note.log === null ? null : <code className={css.log}>{note.log}</code>}
      {note.ways.length > 0 ? (
        <ul className={css.ways}>
          {note.ways.map(({ label, way }) => (
            <li key={label}>
              <Button look="link" onClick={() => actions.takeWay(owner, way)}>
                {label}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
