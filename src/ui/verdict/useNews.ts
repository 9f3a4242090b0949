import { useRef } from 'react'

/** For so long a change is news, in ms; the styles have the same. */
const LASTS = 600

/**
 * Whether a value has just changed. The first one is not news, and neither is one that changes again and again: who drags the
 * playhead sees the numbers run, and tinting each of them would take the time of the picture.
 */
export const useNews = (value: number): boolean => {
  const seen = useRef({ value, at: Number.NEGATIVE_INFINITY, isNews: false })
  if (seen.current.value !== value) {
    const now = performance.now()
    seen.current = { value, at: now, isNews: now - seen.current.at > LASTS }
  }
  return seen.current.isNews
}
