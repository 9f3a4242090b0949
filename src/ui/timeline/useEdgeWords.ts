import { type RefObject, useLayoutEffect } from 'react'
import { edgeWordsOf, overflowOf, type Scene } from '../../timeline/index.ts'
import type { Sight } from './sight.ts'

/** Labels that an edge of the window would cut are left out while they stand there. */
export const useEdgeWords = (scene: Scene, root: RefObject<HTMLElement | null>, sight: Sight): void => {
  useLayoutEffect(() => {
    if (root.current === null || !overflowOf(scene).along) return
    const elements = new Map(
      [...root.current.querySelectorAll('[data-mark]:not([data-ghosts] *)')].map((element) => [
        element.getAttribute('data-mark'),
        element,
      ]),
    )
    const words = edgeWordsOf(scene)
    let out = new Set<string>()
    const follow = (): void => {
      const now = new Set(words.cutAt(sight.seen()?.along ?? 0).flatMap(({ ids }) => ids))
      for (const id of out) if (!now.has(id)) elements.get(id)?.removeAttribute('data-edged')
      for (const id of now) if (!out.has(id)) elements.get(id)?.setAttribute('data-edged', '')
      out = now
    }
    follow()
    const stop = sight.subscribe(follow)
    return () => {
      stop()
      for (const id of out) elements.get(id)?.removeAttribute('data-edged')
    }
  }, [scene, root, sight])
}
