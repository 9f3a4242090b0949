import { useId } from 'react'
import { classes } from './classes.ts'
import css from './controls.module.css'

export interface Choice<Value extends string> {
  readonly value: Value
  readonly label: string
}

/** One of several; what is chosen is one of them. */
export interface ChoiceProps<Value extends string> {
  readonly label: string
  readonly choices: readonly Choice<Value>[]
  readonly value: Value
  readonly onChoose: (value: Value) => void
  readonly font?: 'code' | 'words'
  readonly describedBy?: string | undefined
  readonly disabled?: boolean
}

/** Radio buttons that look like one control: arrow keys and names come from the platform. */
export function Segmented<Value extends string>(props: ChoiceProps<Value>) {
  const { label, choices, value, onChoose, font = 'code', describedBy, disabled } = props
  const name = useId()
  return (
    <fieldset
      className={classes(css.segments, font === 'words' && css.words)}
      aria-label={label}
      aria-describedby={describedBy}
      disabled={disabled}
    >
      {choices.map((choice) => (
        <label key={choice.value} className={css.segment}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChoose(choice.value)}
          />
          <span>{choice.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
