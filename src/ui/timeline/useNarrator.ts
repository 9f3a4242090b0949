import { useCallback, useRef, useState } from 'react'
import { type Card, type Cursor, narrate, placeCard, type Scene, toldAt } from '../../timeline/index.ts'

export interface Told {
  readonly card: Card | null
  readonly key: string
}

/** The card changes with what is told, not with every frame; while the run plays it waits for the playhead to rest. */
export const useNarrator = (scene: Scene) => {
  const [told, setTold] = useState<Told | null>(null)
  const last = useRef<{ readonly scene: Scene; readonly event: unknown } | null>(null)
  const update = useCallback(
    (cursor: Cursor, scrollAlong: number): void => {
      const timed = toldAt(scene.timeline, cursor)
      if (last.current?.scene === scene && last.current.event === timed) return
      last.current = { scene, event: timed }
      const telling = timed === null ? null : narrate(scene.timeline, cursor)
      const seen = { ...scene, view: { ...scene.view, scrollAlong } }
      setTold(
        telling === null
          ? null
          : { card: placeCard(seen, telling, cursor), key: `${telling.timed.step} ${telling.head}` },
      )
    },
    [scene],
  )
  return { told, update }
}
