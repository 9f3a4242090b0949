import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { Primitive, Scene } from '../../timeline/index.ts'
import { type Light, UNLIT } from './canvasPaint.ts'
import { canvasBoardIn } from './canvasSurface.ts'

/** A message that is pointed at lights up the whole journey of its records; the rest steps back. */
export const useJourney = (
  scene: Scene,
  root: RefObject<HTMLElement | null>,
  pointed: string | null,
  selected: string | null,
): void => {
  const marked = useRef(false)
  useLayoutEffect(() => {
    if (root.current === null) return
    // Most of the time nothing is pointed at, and nothing was.
    if (pointed === null && selected === null && !marked.current) return
    marked.current = pointed !== null || selected !== null
    const fact = scene.timeline.sent.find((one) => one.name === pointed)
    const records = new Set(fact?.records ?? [])
    const isOn = (mark: Primitive): boolean => mark.records?.some((record) => records.has(record)) ?? false
    const isThick = ({ name, cell }: Primitive): boolean =>
      (pointed !== null && name === pointed) || (selected !== null && (name === selected || cell === selected))
    canvasBoardIn(root.current)?.light((mark) => lightOf(mark, records.size > 0, isOn(mark), isThick(mark)))
    const marks = new Map(scene.primitives.map((mark) => [mark.id, mark]))
    root.current.toggleAttribute('data-lit', records.size > 0)
    for (const element of root.current.querySelectorAll('[data-mark]')) {
      const mark = marks.get(element.getAttribute('data-mark') ?? '')
      element.toggleAttribute('data-on', mark !== undefined && isOn(mark))
      element.toggleAttribute('data-pointed', pointed !== null && mark?.name === pointed)
      element.toggleAttribute('data-chosen', selected !== null && (mark?.name === selected || mark?.cell === selected))
    }
  }, [scene, root, pointed, selected])
}

/** What the style sheet says of elements, for what is painted. */
const lightOf = (mark: Primitive, isLit: boolean, isOn: boolean, isThick: boolean): Light => {
  const thick = isThick ? 1.75 : 0
  if (!isLit || mark.records === undefined) return thick === 0 ? UNLIT : { lit: 'own', thick }
  return { lit: isOn ? 'on' : 'off', thick }
}
