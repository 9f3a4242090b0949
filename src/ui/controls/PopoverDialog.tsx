import { type ReactNode, Suspense, type ToggleEvent, useRef, useState } from 'react'
import { shellWords } from '../../words/en/ui.ts'
import { Button } from './Button.tsx'
import { classes } from './classes.ts'
import controls from './controls.module.css'
import css from './PopoverDialog.module.css'

interface Props {
  /** Any button that names it opens it. */
  readonly id: string
  readonly label: string
  readonly title: string
  readonly isWide?: boolean
  /** What is in it, which may still have to come; asked for when it is open. */
  readonly children: (close: () => void) => ReactNode
}

/** The browser's own popover in the middle of the page, with a head and a way out. */
export function PopoverDialog({ id, label, title, isWide = false, children }: Props) {
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const onToggle = (event: ToggleEvent<HTMLElement>): void => {
    setOpen(event.newState === 'open')
    if (event.newState === 'open') root.current?.focus()
  }
  return (
    <div
      ref={root}
      id={id}
      popover="auto"
      role="dialog"
      aria-label={label}
      tabIndex={-1}
      className={classes(controls.card, css.popover, isWide && css.wide)}
      onToggle={onToggle}
    >
      <div className={css.head}>
        <h2 className={css.title}>{title}</h2>
        <Button look="quiet" icon="cross" aria-label={shellWords.close} popoverTarget={id} popoverTargetAction="hide" />
      </div>
      <Suspense>{open ? children(() => root.current?.hidePopover()) : null}</Suspense>
    </div>
  )
}
