import { useId } from 'react'
import { classes } from './classes.ts'
import css from './controls.module.css'

export interface Choice {
  readonly value: string
  readonly label: string
}

/** One of several. */
export interface ChoiceProps {
  readonly label: string
  readonly choices: readonly Choice[]
  readonly value: string
  readonly onChoose: (value: string) => void
  readonly font?: 'code' | 'words'
  readonly describedBy?: string | undefined
  readonly disabled?: boolean
}

/** Radio buttons that look like one control: arrow keys and names come from the platform. */
export function Segmented({ label, choices, value, onChoose, font = 'code', describedBy, disabled }: ChoiceProps) {
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
