import { useEffect, useMemo, useRef } from 'react'
import { type Kept, type Scene, scene, type Timeline, type View } from '../../timeline/index.ts'

interface Last {
  readonly scene: Scene
  readonly fitKey: number | undefined
}

export interface Picture {
  readonly scene: Scene
  /** What was shown before, when this is another run. */
  readonly before: Scene | null
}

/** Zoom and fold widths of the picture before stay through a re-run; only opening and `fit` fit again. */
export const usePicture = (timeline: Timeline, previous: Timeline | null, view: View): Picture => {
  const last = useRef<Last | null>(null)
  const picture = useMemo((): Picture => {
    const before = last.current
    const again =
      previous !== null && before !== null && before.fitKey === view.fitKey && before.scene.view.width === view.width
    const keep: Kept | null = again ? before.scene.keep : null
    const other = before !== null && before.scene.timeline !== timeline && previous !== null
    return { scene: scene(timeline, { ...view, keep }), before: other ? before.scene : null }
  }, [timeline, previous, view])
  useEffect(() => {
    last.current = { scene: picture.scene, fitKey: view.fitKey }
  }, [picture, view.fitKey])
  return picture
}
