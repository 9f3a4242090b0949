import { type RefObject, useEffect } from 'react'
import { useMedia } from '../useApp.ts'
import { recolour } from './canvasSurface.ts'

/** Elements take another theme by themselves; what is painted is painted again, once the page has its new colours. */
export const useCanvasColours = (root: RefObject<HTMLElement | null>, theme: 'light' | 'dark'): void => {
  const isForced = useMedia('(forced-colors: active)')
  // biome-ignore lint/correctness/useExhaustiveDependencies: these two are when, not what
  useEffect(() => {
    const asked = requestAnimationFrame(() => root.current !== null && recolour(root.current))
    return () => cancelAnimationFrame(asked)
  }, [root, theme, isForced])
}
