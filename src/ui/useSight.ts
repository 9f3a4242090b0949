import { useSyncExternalStore } from 'react'
import type { Lab } from '../app/index.ts'
import { createSight, type Seen, type Sight } from './timeline/sight.ts'
import { useLab } from './useApp.ts'

const sights = new WeakMap<Lab, Sight>()

/** One per Lab: the stage tells, the transport asks. */
export const useSight = (): Sight => {
  const lab = useLab()
  const known = sights.get(lab) ?? createSight()
  sights.set(lab, known)
  return known
}

/** A part that follows what is seen is drawn anew only when its own answer changes. */
export const useSeen = <T>(read: (seen: Seen | null) => T): T => {
  const sight = useSight()
  return useSyncExternalStore(
    sight.subscribe,
    () => read(sight.seen()),
    () => read(null),
  )
}
