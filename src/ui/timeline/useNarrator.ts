import { useCallback, useEffect, useRef, useState } from 'react'
import {
  type Caption,
  type Card,
  type Cursor,
  isLoud,
  narrate,
  placeCard,
  type Scene,
  type Timed,
  toldAt,
} from '../../timeline/index.ts'
import { createRestTimer } from '../restTimer.ts'
import type { Shift } from './glide.ts'

export interface Told {
  readonly card: Card | null
  readonly key: string
}

/** What was told last, and of what: as long as none of it changes, the card stays. */
interface Last {
  readonly scene: Scene
  readonly timed: Timed | null
  readonly captions: readonly Caption[]
}

/** The playhead rests when it has not moved for so long. */
const REST = 160

/** Where frames are slow, one after the other is still one move. */
const createPace = () => {
  let [moved, streak] = [Number.NEGATIVE_INFINITY, 0]
  return (now: number) => {
    const gap = now - moved
    streak = gap < 4 * REST ? streak + 1 : 0
    moved = now
    const rest = streak > 2 ? 4 * REST : REST
    // A slow frame is no rest, and where frames are quick none is waited for longer than it takes to see one.
    return { rest, moves: gap < rest, settles: Math.max(REST, Math.min(rest, 3 * gap)) }
  }
}

/**
 * The card changes with what is told, not with every frame. While the playhead moves on and on, only what goes wrong is
 * told; the rest when it rests: nobody can read a card that stands for a fifth of a second.
 */
export const useNarrator = (scene: Scene, captions: readonly Caption[]) => {
  const [told, setTold] = useState<Told | null>(null)
  const last = useRef<Last | null>(null)
  const pace = useRef(createPace())
  const passed = useRef<Timed | null>(null)
  /** Since when that is passed, and whether what was before it was passed in no time. */
  const changed = useRef({ at: Number.NEGATIVE_INFINITY, quick: false })
  const [timer] = useState(createRestTimer)
  const tell = useCallback(
    (cursor: Cursor, scrolled: Shift, timed: Timed | null): void => {
      if (last.current?.scene === scene && last.current.timed === timed && last.current.captions === captions) return
      last.current = { scene, timed, captions }
      const telling = timed === null ? null : narrate(scene.timeline, cursor, captions)
      const seen = { ...scene, view: { ...scene.view, scrollAlong: scrolled.along, scrollAcross: scrolled.across } }
      const place = (): Card | null => (telling === null ? null : placeCard(seen, telling, cursor))
      setTold(telling === null ? null : { card: place(), key: `${telling.timed.step} ${telling.head}` })
    },
    [scene, captions],
  )
  const update = useCallback(
    (cursor: Cursor, scrolled: () => Shift): void => {
      // Of a new scene the marks come first.
      if (last.current !== null && last.current.scene !== scene) {
        return timer.after(0, () => tell(cursor, scrolled(), toldAt(scene.timeline, cursor, captions)))
      }
      const now = performance.now()
      const { rest, moves, settles } = pace.current(now)
      const timed = toldAt(scene.timeline, cursor, captions)
      // Scrubbing passes many events a second, and to find a card its place takes longer than a frame.
      if (timed !== passed.current) changed.current = { at: now, quick: now - changed.current.at < rest }
      passed.current = timed
      const rushes = changed.current.quick && now - changed.current.at < rest
      const isCaption = timed !== null && captions.some(({ step }) => step === timed.step)
      if (!moves || (timed !== null && !rushes && (isCaption || isLoud(timed)))) {
        timer.clear()
        return tell(cursor, scrolled(), timed)
      }
      if (last.current?.timed !== timed) setTold((card) => (card === null ? card : null))
      timer.after(settles, () => {
        last.current = null
        tell(cursor, scrolled(), timed)
      })
    },
    [scene, tell, captions, timer],
  )
  useEffect(() => timer.clear, [timer])
  return { told, update }
}
