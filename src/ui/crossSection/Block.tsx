import type { ComponentProps } from 'react'
import css from './Block.module.css'

interface Props extends Omit<ComponentProps<'section'>, 'title' | 'className' | 'aria-label'> {
  readonly title: string
  /** What stands beside the title. */
  readonly note: string
}

/** A part of the cut with its title. */
export function Block({ title, note, children, ...marks }: Props) {
  return (
    <section className={css.block} aria-label={title} {...marks}>
      <div className={css.head}>
        <h2 className={css.title}>{title}</h2>
        <span className={css.note}>{note}</span>
      </div>
      {children}
    </section>
  )
}
