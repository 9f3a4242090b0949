import { type RefCallback, useCallback, useState } from 'react'

export interface Size {
  readonly width: number
  readonly height: number
}

/** The size of an element in whole px, kept up to date; null before it is on the page. */
export const useSize = (): readonly [RefCallback<HTMLElement>, Size | null] => {
  const [size, setSize] = useState<Size | null>(null)
  const ref = useCallback((element: HTMLElement | null) => {
    if (element === null) return
    const measure = (): void =>
      setSize((before) => {
        const next = { width: Math.round(element.clientWidth), height: Math.round(element.clientHeight) }
        return before?.width === next.width && before.height === next.height ? before : next
      })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [ref, size]
}
