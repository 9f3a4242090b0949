import css from './controls.module.css'

interface Props {
  readonly label: string
  readonly on: boolean
  readonly onToggle: (on: boolean) => void
  readonly describedBy?: string | undefined
  readonly disabled?: boolean
}

export function Switch({ label, on, onToggle, describedBy, disabled }: Props) {
  return (
    <span className={css.switch}>
      <input
        type="checkbox"
        role="switch"
        aria-label={label}
        aria-describedby={describedBy}
        checked={on}
        disabled={disabled}
        onChange={(event) => onToggle(event.target.checked)}
      />
      <span className={css.track} />
    </span>
  )
}
