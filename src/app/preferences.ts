import type { AppState, PanelSizes } from './state.ts'

/** What is remembered of a person between visits. It works without storage: then nothing is remembered. */
export type Preferences = Pick<AppState, 'theme' | 'letters' | 'reducedMotion' | 'invited' | 'panels' | 'seen'>

export interface Shelf {
  readonly getItem: (key: string) => string | null
  readonly setItem: (key: string, value: string) => void
}

const KEY = 'delivery-lab'
/** More stories than there will be; what was stored by others stays small. */
const MOST_SEEN = 200
const themes = ['auto', 'light', 'dark'] as const

const panels = ['settings', 'cut', 'below'] as const

const sizesIn = (found: object): PanelSizes => {
  const bag: Readonly<Record<string, unknown>> = { ...found }
  return Object.fromEntries(
    panels.flatMap((panel) => (typeof bag[panel] === 'number' && bag[panel] > 0 ? [[panel, bag[panel]]] : [])),
  )
}

const parse = (text: string | null): Partial<Preferences> => {
  if (text === null) return {}
  const found: unknown = JSON.parse(text)
  if (typeof found !== 'object' || found === null) return {}
  const bag: Readonly<Record<string, unknown>> = { ...found }
  const theme = themes.find((one) => one === bag.theme)
  return {
    ...(theme ? { theme } : {}),
    ...(typeof bag.letters === 'boolean' ? { letters: bag.letters } : {}),
    ...(typeof bag.reducedMotion === 'boolean' ? { reducedMotion: bag.reducedMotion } : {}),
    ...(typeof bag.invited === 'boolean' ? { invited: bag.invited } : {}),
    ...(typeof bag.panels === 'object' && bag.panels !== null ? { panels: sizesIn(bag.panels) } : {}),
    ...(Array.isArray(bag.seen) ? { seen: bag.seen.filter((id) => typeof id === 'string').slice(0, MOST_SEEN) } : {}),
  }
}

export const readPreferences = (shelf: () => Shelf): Partial<Preferences> => {
  try {
    return parse(shelf().getItem(KEY))
  } catch {
    return {}
  }
}

/** Motion is remembered only where it differs from what the system asks for, so that the system may change its mind. */
export const writePreferences = (shelf: () => Shelf, chosen: Preferences, systemIsStill: boolean): void => {
  const { theme, letters, reducedMotion, invited, panels, seen } = chosen
  const motion = reducedMotion === systemIsStill ? {} : { reducedMotion }
  try {
    shelf().setItem(KEY, JSON.stringify({ theme, letters, invited, panels, seen, ...motion }))
  } catch {
    // A full or forbidden shelf: the visit goes on, nothing is remembered.
  }
}
