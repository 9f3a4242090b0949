import { classes } from './classes.ts'
import css from './controls.module.css'
import type { ChoiceProps } from './Segmented.tsx'

/** The platform's own list, for more choices than a row of segments can hold. */
export function Select<Value extends string>(props: ChoiceProps<Value>) {
  const { label, choices, value, onChoose, font = 'code', describedBy, disabled = false } = props
  const choose = (text: string): void => {
    const chosen = choices.find((choice) => choice.value === text)
    if (chosen !== undefined) onChoose(chosen.value)
  }
  return (
    <select
      className={classes(css.select, font === 'words' && css.words)}
      aria-label={label}
      aria-describedby={describedBy}
      disabled={disabled}
      value={value}
      onChange={(event) => choose(event.target.value)}
    >
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  )
}
