import { type CSSProperties, type ReactNode, type ToggleEvent, useState } from 'react'
import { textScale } from '../shell/useRoom.ts'
import { classes } from './classes.ts'
import css from './controls.module.css'

interface Props {
  readonly id: string
  readonly label: string
  readonly width: number
  readonly className?: string | undefined
  readonly onOpen?: () => void
  readonly children: ReactNode
}

/** A native popover that stands over the button that opens it. */
export function Panel({ id, label, width, className, onOpen, children }: Props) {
  const [place, setPlace] = useState<CSSProperties>({})
  const onBeforeToggle = (event: ToggleEvent<HTMLElement>): void => {
    const opener = document.querySelector(`[popovertarget="${CSS.escape(id)}"]`)?.getBoundingClientRect()
    if (event.newState !== 'open' || opener === undefined) return
    const left = Math.max(8, Math.min(opener.left, window.innerWidth - width * textScale() - 8))
    setPlace({ left, bottom: window.innerHeight - opener.top + 8, maxHeight: opener.top - 16 })
  }
  return (
    <section
      id={id}
      popover="auto"
      aria-label={label}
      className={classes(css.card, css.panel, className)}
      style={{ ...place, width: `min(${width / 16}rem, 100% - 16px)` }}
      onBeforeToggle={onBeforeToggle}
      onToggle={(event) => {
        if (event.newState === 'open') onOpen?.()
      }}
    >
      {children}
    </section>
  )
}
