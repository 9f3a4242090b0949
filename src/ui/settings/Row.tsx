import { Fragment, type ReactNode, useId } from 'react'
import { classes } from '../controls/classes.ts'
import { Keyed } from '../controls/Keyed.tsx'
import css from './Settings.module.css'

interface Props {
  readonly label: string
  /** Kafka's own names stand in mono. */
  readonly isKey?: boolean
  /** What it does: under the pointer, and spoken with the control. */
  readonly help?: string
  readonly notes?: readonly string[]
  readonly noteId?: string | undefined
  /** It cannot matter now. */
  readonly idle?: boolean
  readonly stacked?: boolean
  readonly children: ReactNode
}

export function Row({
  label,
  isKey = false,
  help,
  notes = [],
  noteId,
  idle = false,
  stacked = false,
  children,
}: Props) {
  const Name = isKey ? 'code' : 'span'
  return (
    <>
      <div className={classes(css.row, stacked && css.stacked, idle && css.idle)}>
        <Name className={isKey ? css.key : css.words} title={help}>
          {stacked ? <Dotted text={label} /> : label}
        </Name>
        {children}
      </div>
      {notes.length > 0 ? <NoteLines notes={notes} id={noteId} /> : null}
    </>
  )
}

/** A long key breaks behind its dots. */
function Dotted({ text }: { text: string }) {
  return text.split('.').map((piece, index) => (
    <Fragment key={piece}>
      {index > 0 ? '.' : null}
      {index > 0 ? <wbr /> : null}
      {piece}
    </Fragment>
  ))
}

/** Amber: nothing is refused, but something is not as it looks. */
function NoteLines({ notes, id }: { notes: readonly string[]; id: string | undefined }) {
  return (
    <div id={id} data-notes>
      {notes.map((note) => (
        <p key={note} className={css.note}>
          <Keyed text={note} />
        </p>
      ))}
    </div>
  )
}

/** What describes a control: its help, its notes, Kafka's refusal. */
export const useDescribed = (key: string, has: { readonly notes: boolean; readonly refusal: boolean }) => {
  const base = useId()
  const [help, notes, refusal] = [`${base}${key} help`, `${base}${key} notes`, `${base}${key} refusal`].map((id) =>
    id.replace(/[ .]/g, '-'),
  ) as [string, string, string]
  const by = [has.refusal ? refusal : '', has.notes ? notes : '', help].filter(Boolean).join(' ')
  return { help, notes, refusal, by }
}
