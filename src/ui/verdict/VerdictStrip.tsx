import type { ReactNode } from 'react'
import type { VerdictStrip as Strip } from '../../app/index.ts'
import { shellWords, stateWords } from '../../words/en/ui.ts'
import { classes } from '../controls/classes.ts'
import { Icon } from '../controls/Icon.tsx'
import { DoubtSwatch, Pill } from '../controls/Pill.tsx'
import { useApp } from '../useApp.ts'
import { useNews } from './useNews.ts'
import css from './VerdictStrip.module.css'

export function VerdictStrip({ children = null }: { children?: ReactNode }) {
  const strip = useApp((state, select) => select.strip(state))
  const refused = useApp((state, select) => select.refused(state) !== null)
  return (
    <StripOf strip={strip} dimmed={refused}>
      {children}
    </StripOf>
  )
}

interface StripProps {
  readonly strip: Strip
  readonly dimmed?: boolean
  /** What stands in the free middle. */
  readonly children?: ReactNode
}

/** Counts at the playhead; on the right how the whole run ends. */
export function StripOf({ strip, dimmed = false, children = null }: StripProps) {
  const { acked } = strip
  return (
    <section className={classes(css.strip, dimmed && css.dimmed)} aria-label={shellWords.outcome}>
      <ul className={css.chain}>
        {strip.counts.map((count, index) => (
          <li key={count.id} className={css.link}>
            {index > 0 ? (
              <span className={css.chevron}>
                <Icon name="chevron" />
              </span>
            ) : null}
            <Count value={count.value} of={count.id === 'sent' ? stateWords.sentOf(strip.planned) : null} id={count.id}>
              {count.label}
            </Count>
          </li>
        ))}
        <li className={css.link}>
          <span className={css.rule} />
          <Count value={acked.value} of={null} id="acked">
            {acked.trails ? <DoubtSwatch small /> : null}
            <span className={css.long}>{acked.label}</span>
            <span className={css.short} aria-hidden="true" data-short={acked.short} />
            {acked.tooMany > 0 ? <strong className={css.tooMany}>{stateWords.tooMany(acked.tooMany)}</strong> : null}
          </Count>
        </li>
      </ul>
      {children}
      <p className={css.outcome}>
        <span className={css.ends}>{stateWords.runEnds}</span>
        <Pill tone={strip.outcome.tone}>{strip.outcome.text}</Pill>
      </p>
    </section>
  )
}

interface CountProps {
  readonly id: string
  readonly value: number
  readonly of: string | null
  readonly children: ReactNode
}

/** A number that changes swaps, and is tinted for a moment. */
function Count({ id, value, of, children }: CountProps) {
  const changed = useNews(value)
  return (
    <span className={css.count} data-count={id}>
      <span className={css.value}>
        <span key={value} className={classes(changed && css.changed)}>
          {value}
        </span>
        {of === null ? null : <span className={css.of}>{of}</span>}
      </span>
      <span className={css.label}>{children}</span>
    </span>
  )
}
