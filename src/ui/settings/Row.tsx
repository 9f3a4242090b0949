import type { ReactNode } from 'react'
import type { Note } from '../../app/index.ts'
import { classes } from '../controls/classes.ts'
import css from './Settings.module.css'

interface Props {
  readonly label: string
  /** Kafka's own names stand in mono. */
  readonly isKey?: boolean
  readonly note?: Note | null
  readonly noteId?: string | undefined
  readonly stacked?: boolean
  readonly children: ReactNode
}

export function Row({ label, isKey = false, note = null, noteId, stacked = false, children }: Props) {
  return (
    <>
      <div className={classes(css.row, stacked && css.stacked)}>
        {isKey ? <code className={css.key}>{label}</code> : <span className={css.words}>{label}</span>}
        {children}
      </div>
      {note ? <NoteLine note={note} id={noteId} /> : null}
    </>
  )
}

/** Amber: nothing is refused, but something is not as it looks. Every second piece is one of Kafka's names. */
function NoteLine({ note, id }: { note: Note; id?: string | undefined }) {
  return (
    <p className={css.note} id={id}>
      {note.map((piece, index) =>
        index % 2 === 1 ? <code key={piece}>{piece}</code> : <span key={piece}>{piece}</span>,
      )}
    </p>
  )
}
