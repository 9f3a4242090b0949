import { domAnimation, LazyMotion } from 'framer-motion'
import * as m from 'framer-motion/m'
import { type CSSProperties, useCallback, useLayoutEffect, useRef } from 'react'
import type { FaultTarget } from '../../timeline/index.ts'
import { shellWords } from '../../words/en/ui.ts'
import { Button } from '../controls/Button.tsx'
import { classes } from '../controls/classes.ts'
import controls from '../controls/controls.module.css'
import { useApp } from '../useApp.ts'
import { FaultMenu } from './FaultMenu.tsx'
import css from './FaultPopover.module.css'

export interface Opened {
  readonly target: FaultTarget
  readonly anchor: DOMRect
}

interface Props {
  readonly opened: Opened
  readonly onClose: () => void
}

const GAP = 10

/** Beside the mark where there is room, else on its other side; never off the page. */
const placeBeside = (
  anchor: DOMRect,
  own: { readonly width: number; readonly height: number },
  page: { readonly width: number; readonly height: number },
): CSSProperties => {
  const right = anchor.right + GAP
  const left = right + own.width <= page.width - 8 ? right : Math.max(8, anchor.left - GAP - own.width)
  const top = Math.min(Math.max(8, anchor.top - 24), Math.max(8, page.height - own.height - 8))
  return { left, top }
}

const place = (popover: HTMLElement | null, anchor: DOMRect): void => {
  // With one part at a time it is a sheet at the foot (the styles say where).
  if (popover === null || popover.closest('[data-cut="instead"]') !== null) return
  const own = { width: popover.offsetWidth, height: popover.offsetHeight }
  const page = { width: window.innerWidth, height: window.innerHeight }
  Object.assign(popover.style, pixels(placeBeside(anchor, own, page)))
}

export function FaultPopover({ opened, onClose }: Props) {
  const menu = useApp((state, select) => select.menu(state, opened.target))
  const element = useRef<HTMLDivElement | null>(null)
  const attach = useCallback(
    (popover: HTMLDivElement | null) => {
      element.current = popover
      if (popover === null) return
      const onToggle = (event: ToggleEvent): void => {
        if (event.newState === 'closed') onClose()
      }
      popover.addEventListener('toggle', onToggle)
      if (!popover.matches(':popover-open')) popover.showPopover()
      popover.querySelector<HTMLElement>('[aria-pressed="true"], button')?.focus({ preventScroll: true })
      return () => popover.removeEventListener('toggle', onToggle)
    },
    [onClose],
  )
  useLayoutEffect(() => place(element.current, opened.anchor), [opened])
  if (menu === null) return null
  return (
    <div
      ref={attach}
      popover="auto"
      className={classes(controls.card, css.popover)}
      role="dialog"
      aria-label={menu.title}
      data-fault-menu
    >
      <LazyMotion features={domAnimation} strict>
        <m.div
          initial={{ y: 4, opacity: 0 }}
          animate={{ y: 0, opacity: 1 }}
          transition={{ duration: 0.16, ease: 'easeOut' }}
        >
          <FaultMenu menu={menu} onDone={() => element.current?.hidePopover()} />
          <Button
            look="quiet"
            icon="cross"
            className={css.close}
            aria-label={shellWords.close}
            onClick={() => element.current?.hidePopover()}
          />
        </m.div>
      </LazyMotion>
    </div>
  )
}

const pixels = ({ left, top }: CSSProperties) => ({ left: `${left}px`, top: `${top}px` })
