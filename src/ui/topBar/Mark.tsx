import css from './TopBar.module.css'

/** There and back, and what may be lost on the way. */
export function Mark() {
  return (
    <svg width="1.375rem" height="1.375rem" viewBox="0 0 22 22" aria-hidden="true" className={css.mark}>
      <path d="M2 6h11" className={css.there} />
      <path d="M12 2.6L18 6l-6 3.4z" className={css.head} />
      <path d="M20 16h-6.5" className={css.back} />
      <path d="M7 12.6l6 6M13 12.6l-6 6" className={css.lost} />
    </svg>
  )
}
