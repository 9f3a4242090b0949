import { lazy } from 'react'
import { simplifiedWords as words } from '../../words/en/ui.ts'
import { classes } from '../controls/classes.ts'
import { PopoverDialog } from '../controls/PopoverDialog.tsx'
import css from './Simplified.module.css'

const ID = 'simplified'

const SimplifiedList = lazy(() => import('./SimplifiedList.tsx').then((loaded) => ({ default: loaded.SimplifiedList })))

/** Where the picture is simpler than Kafka, a sentence each. */
export function Simplified() {
  return (
    <PopoverDialog id={ID} label={words.title} title={words.title}>
      {() => <SimplifiedList />}
    </PopoverDialog>
  )
}

/** Beside the legend a sign will do; elsewhere it says what it opens. */
export function SimplifiedButton({ isSign = false }: { readonly isSign?: boolean }) {
  return (
    <button
      type="button"
      popoverTarget={ID}
      className={classes(css.opener, isSign && css.sign)}
      {...(isSign ? { 'aria-label': words.title, title: words.title } : {})}
    >
      {isSign ? words.sign : words.title}
    </button>
  )
}
