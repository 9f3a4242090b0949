import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react'
import { classes } from './classes.ts'
import css from './controls.module.css'

interface Props {
  readonly label: string
  readonly value: string
  readonly short?: boolean
  readonly describedBy?: string | undefined
  /**
   * Called once per finished edit, on Enter or when the field is left: one edit is one step of undo. What answers false
   * did not take the text as it stands, and the field shows the value again.
   */
  readonly onFinish: (value: string) => unknown
  /** What stands before the field. */
  readonly children?: ReactNode
}

/** Text, not `type=number`: what is typed reaches Kafka's own parser, which has its own words for what it refuses. */
export function NumberField({ label, value, short = false, describedBy, onFinish, children = null }: Props) {
  const [draft, setDraft] = useState(value)
  useEffect(() => setDraft(value), [value])
  const finish = (): void => {
    if (draft.trim() !== value && onFinish(draft.trim()) === false) setDraft(value)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter') finish()
    if (event.key === 'Escape') setDraft(value)
  }
  return (
    <span className={css.number}>
      {children}
      <input
        className={classes(short && css.short)}
        inputMode="numeric"
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        aria-describedby={describedBy}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={finish}
        onKeyDown={onKeyDown}
      />
    </span>
  )
}
