import { type MouseEvent, type PointerEvent, type RefObject, useMemo, useRef, useState } from 'react'
import { type Cursor, describeMessage, type FaultTarget, type Scene, seekTo, targetOf } from '../../timeline/index.ts'
import { enlargementOf } from './enlargement.ts'
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

interface Named {
  readonly name: string
  /** The cell, where a copy of a log was hit: its `name` is the message that brought it. */
  readonly cell: string | null
  readonly element: Element
}
const nameAt = (target: EventTarget | null): Named | null => {
  const element = target instanceof Element ? target.closest('[data-name]') : null
  const name = element?.getAttribute('data-name')
  return element === null || name === null || name === undefined
    ? null
    : { name, cell: element.getAttribute('data-cell'), element }
}

const alongOf = (svg: SVGSVGElement | null, clientX: number): number =>
  (clientX - (svg?.getBoundingClientRect().left ?? 0)) / enlargementOf(svg)

const TOOLTIP = { width: 292, height: 44 }
/** Where the tooltip stands in the picture: under the pointer, and never past the edge of what is seen. */
const besides = (svg: Element | null, root: Element | null, event: PointerEvent) => {
  const picture = svg?.getBoundingClientRect()
  const seen = root?.getBoundingClientRect()
  const by = enlargementOf(svg)
  const left = Math.min(event.clientX + 12, (seen?.right ?? 0) - TOOLTIP.width * by)
  const top = Math.min(event.clientY + 16, (seen?.bottom ?? 0) - TOOLTIP.height * by)
  return { left: (left - (picture?.left ?? 0)) / by, top: (top - (picture?.top ?? 0)) / by }
}

/** What the mouse and the finger do in the picture. */
export const usePointer = (
  scene: Scene,
  root: RefObject<HTMLElement | null>,
  svg: RefObject<SVGSVGElement | null>,
  source: CursorSource,
  acts: Acts,
) => {
  const [pointed, setPointed] = useState<Pointed | null>(null)
  const facts = useMemo(() => new Map(scene.timeline.sent.map((fact) => [fact.name as string, fact])), [scene])
  // The same from scene to scene, so that what it is given to is not drawn anew with every card.
  const svgProps = useMemo(() => {
    const onPointerMove = (event: PointerEvent): void => {
      const at = nameAt(event.target)
      const fact = at === null ? undefined : facts.get(at.name)
      if (fact === undefined) return setPointed((now) => (now === null ? now : null))
      // Keys belong to what is pointed at, unless the person is busy with a control.
      if (document.activeElement === document.body) root.current?.focus({ preventScroll: true })
      const place = besides(svg.current, root.current, event)
      const text = describeMessage(scene, fact, source.get())
      setPointed((now) => (now?.name === fact.name ? now : { name: fact.name, text, ...place }))
    }
    const onClick = (event: MouseEvent): void => {
      setPointed(null)
      const at = nameAt(event.target)
      if (at === null) return acts.onSelect(null)
      if (at.name.startsWith('fold:')) return acts.onToggleFold(at.name)
      const name = at.cell ?? at.name
      const target = targetOf(name, source.get(), scene.timeline)
      if (target.kind !== 'fault') acts.onSelect(name)
      acts.onFault(target, anchorAt(at.element, event))
    }
    return { onPointerMove, onPointerLeave: () => setPointed(null), onClick }
  }, [scene, root, svg, source, acts, facts])
  return { pointed, svgProps }
}

/** Click or drag in the ruler: the playhead snaps to events close by, unless Alt is held. */
export const useRuler = (scene: Scene, svg: RefObject<SVGSVGElement | null>, onSeek: Acts['onSeek']) => {
  const dragging = useRef(false)
  return useMemo(() => {
    const seek = (event: PointerEvent): void => onSeek(seekTo(scene, alongOf(svg.current, event.clientX), event.altKey))
    const stop = (): void => {
      dragging.current = false
    }
    return {
      onPointerDown: (event: PointerEvent): void => {
        dragging.current = true
        event.currentTarget.setPointerCapture(event.pointerId)
        seek(event)
      },
      onPointerMove: (event: PointerEvent): void => {
        if (dragging.current) seek(event)
      },
      onPointerUp: stop,
      onPointerCancel: stop,
      // The ruler seeks; it does not clear the selection.
      onClick: (event: MouseEvent): void => event.stopPropagation(),
    }
  }, [scene, svg, onSeek])
}

/** A long arrow is as wide as the picture: the popover belongs where it was hit. */
const anchorAt = (element: Element, event: MouseEvent): DOMRect => {
  const box = element.getBoundingClientRect()
  return box.width < 60 && box.height < 60 ? box : new DOMRect(event.clientX - 6, event.clientY - 6, 12, 12)
}
