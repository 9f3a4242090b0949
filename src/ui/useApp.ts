import { createContext, useContext, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import type { AppState, Lab, Selectors } from '../app/index.ts'
import { type CalmStore, createCalm } from './calm.ts'

/** The one joint between store and React. */
export const LabContext = createContext<Lab | null>(null)

export const useLab = (): Lab => {
  const lab = useContext(LabContext)
  if (lab === null) throw new Error('a part of the Lab stands outside it')
  return lab
}

/**
 * What is read is remembered by the selectors, so a part is drawn anew only when its own answer changes. While the playhead
 * moves on and on, the parts follow it a few times a second; only the picture follows every frame.
 */
export const useApp = <T>(read: (state: AppState, select: Selectors) => T): T => {
  const lab = useLab()
  return useStore(calmOf(lab), (state) => read(state, lab.select))
}

const calmed = new WeakMap<Lab, CalmStore>()
const calmOf = (lab: Lab): CalmStore => {
  const known = calmed.get(lab) ?? createCalm(lab.store)
  calmed.set(lab, known)
  return known
}

/** A media query of the page, such as the width at which settings become a drawer. */
export const useMedia = (query: string): boolean =>
  useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(query)
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    () => window.matchMedia(query).matches,
    () => false,
  )
