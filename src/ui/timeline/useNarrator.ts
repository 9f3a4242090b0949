import { useCallback, useEffect, useRef, useState } from 'react'
import { createRestTimer } from '../../app/index.ts'
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
import { pageClock } from '../pageClock.ts'
import { createCardWait } from './cardWait.ts'
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

/** A window that was moved by hand has rested so long, in ms, when the card comes after it to where it can be seen. */
const REST_OF_WINDOW = 200

/**
 * The card changes with what is told, not with every frame. While the playhead moves on and on, only what goes wrong is
 * told; the rest when it rests: nobody can read a card that stands for a fifth of a second.
 */
export const useNarrator = (scene: Scene, captions: readonly Caption[]) => {
  const [told, setTold] = useState<Told | null>(null)
  const last = useRef<Last | null>(null)
  const wait = useRef(createCardWait())
  const [timer] = useState(() => createRestTimer(pageClock))
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
      const timed = toldAt(scene.timeline, cursor, captions)
      const isCaption = timed !== null && captions.some(({ step }) => step === timed.step)
      const waits = wait.current(performance.now(), timed, timed !== null && (isCaption || isLoud(timed)))
      if (waits === null) {
        timer.clear()
        return tell(cursor, scrolled(), timed)
      }
      if (last.current?.timed !== timed) setTold((card) => (card === null ? card : null))
      timer.after(waits, () => {
        last.current = null
        tell(cursor, scrolled(), timed)
      })
    },
    [scene, tell, captions, timer],
  )
  const rest = useCallback(
    (cursor: Cursor, scrolled: () => Shift): void => {
      if (last.current?.scene !== scene) return
      timer.after(REST_OF_WINDOW, () => {
        last.current = null
        tell(cursor, scrolled(), toldAt(scene.timeline, cursor, captions))
      })
    },
    [scene, tell, captions, timer],
  )
  useEffect(() => timer.clear, [timer])
  return { told, update, rest }
}
