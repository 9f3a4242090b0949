import { classes } from './classes.ts'
import css from './controls.module.css'
import { Icon } from './Icon.tsx'

export type PillTone = 'holds' | 'broken' | 'undecided'

/** Colour never alone: a check, a cross, or hatching goes with it. */
export function Pill({ tone, children }: { tone: PillTone; children: string }) {
  return (
    <strong className={classes(css.pill, css[tone])}>
      {tone === 'holds' ? <Icon name="check" size={17} /> : null}
      {tone === 'broken' ? <Icon name="cross" size={16} /> : null}
      {children}
    </strong>
  )
}

export function DoubtSwatch({ small = false }: { small?: boolean }) {
  return <span className={classes(css.swatch, small && css.small)} aria-hidden="true" />
}
