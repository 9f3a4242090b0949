import { type KeyboardEvent, useEffect, useState } from 'react'
import { classes } from './classes.ts'
import css from './controls.module.css'

interface Props {
  readonly label: string
  readonly value: string
  readonly short?: boolean
  readonly describedBy?: string | undefined
  readonly disabled?: boolean
  /** Words, not digits: it is as wide as its place. */
  readonly isText?: boolean
  readonly placeholder?: string | undefined
  /**
   * Called once per finished edit, on Enter or when the field is left: one edit is one step of undo. What answers false
   * did not take the text as it stands, and the field shows the value again.
   */
  readonly onFinish: (value: string) => unknown
}

/** Text, not `type=number`: what is typed reaches Kafka's own parser, which has its own words for what it refuses. */
export function NumberField(props: Props) {
  const { label, value, short = false, isText = false, describedBy, disabled, placeholder, onFinish } = props
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
    <span className={classes(css.number, isText && css.text)}>
      <input
        className={classes(short && css.short)}
        inputMode={isText ? 'text' : 'numeric'}
        disabled={disabled}
        placeholder={placeholder}
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
