import { useEffect, useState } from 'react'
import { createRestTimer } from '../../app/index.ts'
import { pageClock } from '../pageClock.ts'
import { useLab } from '../useApp.ts'
import css from './Notices.module.css'

/** A playhead that is scrubbed passes sixty sentences a second: the one where it rests is spoken. */
const RESTS = 120

/**
 * What happens, spoken politely: the narrator's sentence on each step, nothing during play, and a summary on pause.
 * Nobody is told what they did not ask for: the page opens in silence.
 */
export function LiveRegion() {
  const { store, select } = useLab()
  const [spoken, setSpoken] = useState('')
  useEffect(() => {
    const rest = createRestTimer(pageClock)
    const speak = (): void => setSpoken(select.spoken(store.getState()))
    const off = store.subscribe((now, before) => {
      if (now.playing || before.playing) rest.clear()
      if (now.playing) setSpoken('')
      else if (before.playing) setSpoken(select.summary(now))
      else if (now.cursor !== before.cursor || now.plan !== before.plan || now.setup !== before.setup) {
        rest.after(RESTS, speak)
      }
    })
    return () => {
      off()
      rest.clear()
    }
  }, [store, select])
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
