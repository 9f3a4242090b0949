import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { overflowOf, type Scene, scene, type Timeline, type View } from '../../timeline/index.ts'
import { keepMarks } from './same.ts'

interface Last {
  readonly scene: Scene
  readonly width: number
  readonly fitKey: number | undefined
}

export interface Picture {
  readonly scene: Scene
  /** What was shown before, when this is another run. */
  readonly before: Scene | null
}

/** How broad the browser's scroll bars are; 0 where they lie over what is scrolled. */
const useBarBreadth = (): number => {
  const [breadth, setBreadth] = useState(0)
  useLayoutEffect(() => {
    const probe = document.createElement('div')
    Object.assign(probe.style, {
      position: 'absolute',
      visibility: 'hidden',
      overflow: 'scroll',
      scrollbarWidth: 'thin',
    })
    document.body.append(probe)
    setBreadth(probe.offsetWidth - probe.clientWidth)
    probe.remove()
  }, [])
  return breadth
}

/** A scroll bar takes room of its own: without leaving it, one bar would bring the other. */
export const sceneWithBars = (timeline: Timeline, view: View, bar: number): Scene => {
  let made = scene(timeline, view)
  for (let turn = 0; turn < 2 && bar > 0; turn += 1) {
    const over = overflowOf(made)
    const width = view.width - (over.across ? bar : 0)
    const height = view.height - (over.along ? bar : 0)
    if (made.view.width <= width && made.view.height <= height) break
    made = scene(timeline, { ...view, width, height })
  }
  return made
}

/** Zoom and fold widths of the picture before stay through a change; only opening and `fit` fit again. */
export const usePicture = (timeline: Timeline, previous: Timeline | null, view: View): Picture => {
  const last = useRef<Last | null>(null)
  const bar = useBarBreadth()
  const picture = useMemo((): Picture => {
    const before = last.current
    const again = before !== null && before.fitKey === view.fitKey && before.width === view.width
    const keep = again ? before.scene.keep : null
    const other = before !== null && before.scene.timeline.trace !== timeline.trace && previous !== null
    const made = sceneWithBars(timeline, { ...view, keep }, bar)
    return { scene: keepMarks(made, before?.scene ?? null), before: other ? before.scene : null }
  }, [timeline, previous, view, bar])
  useEffect(() => {
    last.current = { scene: picture.scene, width: view.width, fitKey: view.fitKey }
  }, [picture, view.width, view.fitKey])
  return picture
}
