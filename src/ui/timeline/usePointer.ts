import { type MouseEvent, type PointerEvent, type RefObject, useCallback, useMemo, useRef, useState } from 'react'
import { type Cursor, describeMessage, type FaultTarget, type Scene, seekTo, targetOf } from '../../timeline/index.ts'
import type { CursorSource } from './useMotion.ts'

export interface Pointed {
  readonly name: string
  readonly text: string
  readonly left: number
  readonly top: number
}
interface Acts {
  readonly onSelect: (name: string | null) => void
  readonly onFault: (target: FaultTarget, anchor: DOMRect) => void
  readonly onSeek: (cursor: Cursor) => void
  readonly onToggleFold: (foldId: string) => void
}

const nameAt = (target: EventTarget | null): { readonly name: string; readonly element: Element } | null => {
  const element = target instanceof Element ? target.closest('[data-name]') : null
  const name = element?.getAttribute('data-name')
  return element === null || name === null || name === undefined ? null : { name, element }
}

const alongOf = (svg: SVGSVGElement | null, clientX: number): number =>
  clientX - (svg?.getBoundingClientRect().left ?? 0)

/** What the mouse and the finger do in the picture. */
export const usePointer = (scene: Scene, svg: RefObject<SVGSVGElement | null>, source: CursorSource, acts: Acts) => {
  const [pointed, setPointed] = useState<Pointed | null>(null)
  const dragging = useRef(false)
  const facts = useMemo(() => new Map(scene.timeline.messages.map((fact) => [fact.name as string, fact])), [scene])
  const seek = useCallback(
    (event: PointerEvent) => acts.onSeek(seekTo(scene, alongOf(svg.current, event.clientX), event.altKey)),
    [acts, scene, svg],
  )
  const onPointerMove = (event: PointerEvent): void => {
    if (dragging.current) return seek(event)
    const at = nameAt(event.target)
    const fact = at === null ? undefined : facts.get(at.name)
    if (fact === undefined) return setPointed((now) => (now === null ? now : null))
    const box = svg.current?.getBoundingClientRect()
    const place = { left: event.clientX - (box?.left ?? 0) + 12, top: event.clientY - (box?.top ?? 0) + 16 }
    setPointed((now) =>
      now?.name === fact.name ? now : { name: fact.name, text: describeMessage(scene.timeline, fact), ...place },
    )
  }
  const onClick = (event: MouseEvent): void => {
    setPointed(null)
    const at = nameAt(event.target)
    if (at === null) return acts.onSelect(null)
    if (at.name.startsWith('fold:')) return acts.onToggleFold(at.name)
    const target = targetOf(at.name, source.get())
    if (target.kind !== 'fault') acts.onSelect(at.name)
    acts.onFault(target, anchorAt(at.element, event))
  }
  return {
    pointed,
    svgProps: { onPointerMove, onPointerLeave: () => setPointed(null), onClick },
    rulerProps: {
      onPointerDown: (event: PointerEvent): void => {
        dragging.current = true
        event.currentTarget.setPointerCapture(event.pointerId)
        seek(event)
      },
      onPointerUp: (): void => {
        dragging.current = false
      },
      onPointerCancel: (): void => {
        dragging.current = false
      },
      // The ruler seeks; it does not clear the selection.
      onClick: (event: MouseEvent): void => event.stopPropagation(),
    },
  }
}

/** A long arrow is as wide as the picture: the popover belongs where it was hit. */
const anchorAt = (element: Element, event: MouseEvent): DOMRect => {
  const box = element.getBoundingClientRect()
  return box.width < 60 && box.height < 60 ? box : new DOMRect(event.clientX - 6, event.clientY - 6, 12, 12)
}
