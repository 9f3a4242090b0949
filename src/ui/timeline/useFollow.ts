import { type RefObject, useCallback, useEffect, useId, useMemo } from 'react'
import { type Caption, type Cursor, gridRows, type Scene } from '../../timeline/index.ts'
import { createCells } from './cells.ts'
import type { Scroll } from './scroll.ts'
import type { Sight } from './sight.ts'
import type { CursorSource } from './useMotion.ts'
import { useNarrator } from './useNarrator.ts'

interface Followed {
  readonly sight: Sight
  readonly cursor: CursorSource
  readonly selected: string | null
  readonly captions: readonly Caption[]
}

/** What goes with the playhead beside the marks: the window, the narrator's card, the cell of those who hear the page. */
export const useFollow = (
  scene: Scene,
  scroll: Scroll,
  scroller: RefObject<HTMLElement | null>,
  { sight, cursor, selected, captions }: Followed,
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
  const { told, update, rest } = useNarrator(scene, captions)
  const onShown = useCallback(
    (at: Cursor): void => {
      scroll.keepInView(scene, at)
      update(at, scroll.scrolled)
      cells.show(at, scene.view.future, selected)
    },
    [scene, scroll, update, cells, selected],
  )
  useEffect(() => sight.subscribe(() => rest(cursor.get(), scroll.scrolled)), [sight, cursor, scroll, rest])
  return { rows, prefix, told, onShown }
}
