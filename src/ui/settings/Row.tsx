import { Fragment, type ReactNode, useId } from 'react'
import { classes } from '../controls/classes.ts'
import css from './Settings.module.css'

interface Props {
  readonly label: string
  /** Kafka's own names stand in mono. */
  readonly isKey?: boolean
  /** What it does: under pointer and focus, and spoken with the control. */
  readonly help?: string
  readonly helpId?: string
  /** What it does stands below: pointer and focus need not say it again. */
  readonly told?: boolean
  /** It cannot matter now. */
  readonly idle?: boolean
  readonly stacked?: boolean
  /** The control has a line of its own, all of it. */
  readonly wide?: boolean
  /** Under the name. */
  readonly below?: ReactNode
  readonly children: ReactNode
}

export function Row(props: Props) {
  const { label, isKey = false, help, helpId, told = false, below = null, children } = props
  const { idle = false, stacked = false, wide = false } = props
  const Name = isKey ? 'code' : 'span'
  return (
    <div className={classes(css.row, stacked && css.stacked, wide && css.wide, told && css.told, idle && css.idle)}>
      <span className={css.name}>
        <Name className={isKey ? css.key : css.words} title={told ? undefined : help}>
          {stacked ? <Dotted text={label} /> : label}
        </Name>
        {below}
      </span>
      {children}
      {help === undefined ? null : (
        <span id={helpId} className={told ? css.unseen : css.tip}>
          {help}
        </span>
      )}
    </div>
  )
}

/** A long key breaks behind its dots. */
function Dotted({ text }: { text: string }) {
  return text.split('.').map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one key have no other name
    <Fragment key={index}>
      {index > 0 ? '.' : null}
      {index > 0 ? <wbr /> : null}
      {piece}
    </Fragment>
  ))
}

/** What describes a control: Kafka's refusal, its notes, its help. */
export const useDescribed = (key: string, has: { readonly notes: boolean; readonly refusal: boolean }) => {
  const base = useId()
  const [help, notes, refusal] = [`${base}${key} help`, `${base}${key} notes`, `${base}${key} refusal`].map((id) =>
    id.replace(/[ .]/g, '-'),
  ) as [string, string, string]
  const by = [has.refusal ? refusal : '', has.notes ? notes : '', help].filter(Boolean).join(' ')
  return { help, notes, refusal, by }
}
