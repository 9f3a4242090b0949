import { useEffect, useState } from 'react'
import { useLab } from '../useApp.ts'
import css from './Notices.module.css'

/**
 * What happens, spoken politely: the narrator's sentence on each step, not during play, and a summary on pause. The
 * status line below it is the same for the eye, for what only an action said.
 */
export function LiveRegion({ spoken }: { spoken: string }) {
  return (
    <p className="visually-hidden" role="status" aria-live="polite" data-live>
      {spoken}
    </p>
  )
}

const SHOWN_FOR = 6000

/** One clear sentence where an action could not do what was asked; it goes by itself. */
export function StatusLine() {
  const { store } = useLab()
  const [said, setSaid] = useState(store.getState().said)
  useEffect(() => store.subscribe((state) => setSaid(state.said)), [store])
  useEffect(() => {
    if (said === null) return
    const handle = window.setTimeout(() => setSaid(null), SHOWN_FOR)
    return () => window.clearTimeout(handle)
  }, [said])
  return (
    <p className={css.status} role="status" aria-live="polite" hidden={said === null} data-said>
      {said?.text}
    </p>
  )
}
