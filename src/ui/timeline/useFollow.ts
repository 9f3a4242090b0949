import { type RefObject, useCallback, useId, useMemo } from 'react'
import { type Caption, type Cursor, gridRows, type Scene } from '../../timeline/index.ts'
import { createCells } from './cells.ts'
import type { Scroll } from './scroll.ts'
import { useNarrator } from './useNarrator.ts'

interface Told {
  readonly selected: string | null
  readonly captions: readonly Caption[]
}

/** What goes with the playhead beside the marks: the window, the narrator's card, the cell of those who hear the page. */
export const useFollow = (
  scene: Scene,
  scroll: Scroll,
  scroller: RefObject<HTMLElement | null>,
  { selected, captions }: Told,
) => {
  const prefix = useId()
  const rows = useMemo(() => gridRows(scene.timeline), [scene.timeline])
  const cells = useMemo(
    () =>
      createCells(rows, {
        hide: (id, hidden) => document.getElementById(`${prefix}${id}`)?.toggleAttribute('hidden', hidden),
        activate: (id) => scroller.current?.setAttribute('aria-activedescendant', `${prefix}${id}`),
      }),
    [rows, prefix, scroller],
  )
  const { told, update } = useNarrator(scene, captions)
  const onShown = useCallback(
    (at: Cursor): void => {
      scroll.keepInView(scene, at)
      update(at, scroll.scrolled)
      cells.show(at, scene.view.future, selected)
    },
    [scene, scroll, update, cells, selected],
  )
  return { rows, prefix, told, onShown }
}
