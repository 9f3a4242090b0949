import type { Scene } from '../../timeline/index.ts'

/** What of which picture is in the window now. */
export interface Seen {
  readonly scene: Scene
  /** How far it is scrolled along time, in px. */
  readonly along: number
}

/**
 * What the picture tells the parts beside it, such as the window in the overview, and what they ask of it. It follows from
 * truths and from the size of the page, so it is none of them.
 */
export interface Sight {
  readonly seen: () => Seen | null
  readonly subscribe: (listener: () => void) => () => void
  readonly tell: (seen: Seen) => void
  /** Asks the picture to go to a place along. */
  readonly scrollTo: (along: number) => void
  readonly attach: (scrollTo: (along: number) => void) => () => void
}

export const createSight = (): Sight => {
  const listeners = new Set<() => void>()
  let now: Seen | null = null
  let mover: ((along: number) => void) | null = null
  return {
    seen: () => now,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    tell: (seen) => {
      if (now?.scene === seen.scene && now.along === seen.along) return
      now = seen
      for (const listener of listeners) listener()
    },
    scrollTo: (along) => mover?.(along),
    attach: (scrollTo) => {
      mover = scrollTo
      return () => {
        if (mover === scrollTo) mover = null
      }
    },
  }
}
