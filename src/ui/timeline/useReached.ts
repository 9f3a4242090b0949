import { useCallback, useMemo, useState } from 'react'
import { between, describeMessage, type Scene } from '../../timeline/index.ts'
import type { Scroll } from './scroll.ts'
import type { CursorSource } from './useMotion.ts'
import type { Pointed } from './usePointer.ts'

/** Where a thing that can be selected is drawn, in the picture: the middle of a message, the line of a lane. */
export const placeOf = (scene: Scene, name: string): { readonly along: number; readonly across: number } | null => {
  const mark = scene.primitives.find((one) => one.shape === 'arrow' && one.name === name)
  if (mark?.shape === 'arrow') return between(mark.a, mark.b, 0.5)
  const lane = scene.timeline.lanes.lanes.find((one) => one.node === name)
  const across = lane === undefined ? undefined : scene.lanes.lines[lane.id]
  return across === undefined ? null : { along: 0, across }
}

/** A message that was reached by keys is told as one that is pointed at; a click opens the menu, which tells it itself. */
export const useReached = (
  scene: Scene,
  scroll: Scroll,
  source: CursorSource,
  selected: string | null,
  onSelect: (name: string | null) => void,
) => {
  const [reached, setReached] = useState<string | null>(null)
  const reach = useCallback(
    (name: string | null): void => {
      setReached(name)
      const place = name === null ? null : placeOf(scene, name)
      if (place !== null) scroll.reveal(scene, place.across)
      onSelect(name)
    },
    [scene, scroll, onSelect],
  )
  const name = reached !== null && reached === selected ? reached : null
  const told = useMemo((): Pointed | null => {
    const fact = scene.timeline.messages.find((one) => one.name === name)
    const place = name === null ? null : placeOf(scene, name)
    if (fact === undefined || place === null) return null
    const text = describeMessage(scene, fact, source.get())
    return { name: fact.name, text, left: place.along + 14, top: place.across + 14 }
  }, [scene, source, name])
  return { reach, told }
}
