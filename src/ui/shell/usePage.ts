import { type RefObject, useEffect, useMemo } from 'react'
import { keyAnywhere, type Page } from '../../app/index.ts'
import type { FaultTarget } from '../../timeline/index.ts'
import { pressedOf } from '../pressed.ts'
import { SETTINGS_ID } from '../settings/Settings.tsx'
import { selectedName } from '../stage/selection.ts'
import type { StepLane } from '../timeline/TimelineView.tsx'
import { GO_TO_TIME } from '../transport/GoToTime.tsx'
import { useLab } from '../useApp.ts'

/** The picture, or the row of the event table that Tab leads to; with a hidden future it may have none yet. */
export const focusTimeline = (): void =>
  (
    document.querySelector<HTMLElement>('#timeline [tabindex="0"], #events tr[tabindex="0"]') ??
    document.querySelector<HTMLElement>('#events [tabindex="-1"]')
  )?.focus({ preventScroll: true })

/** A drawer opens and closes; a column that is there already gets the focus. */
const toggleSettings = (settings: HTMLElement | null): void => {
  if (settings?.hasAttribute('popover')) settings.togglePopover()
  else settings?.querySelector<HTMLElement>('input, button')?.focus()
}

/** The picture says at which zoom it is drawn. */
const pxPerMsOf = (stage: Element | null): number =>
  Number(stage?.querySelector('[data-px-per-ms]')?.getAttribute('data-px-per-ms') ?? 8)

/** What the keys ask of the page. */
export const usePage = (
  onFault: (target: FaultTarget, anchor: DOMRect) => void,
  openKeys: () => void,
  inspect: () => void,
  stepLane: RefObject<StepLane | null>,
): Page => {
  const { store, select, history } = useLab()
  return useMemo(
    () => ({
      undo: history.undo,
      redo: history.redo,
      openKeys,
      goToTime: () => document.getElementById(GO_TO_TIME)?.showPopover(),
      toggleSettings: () => toggleSettings(document.getElementById(SETTINGS_ID)),
      openMenu: () => {
        const { selected } = store.getState()
        // What lies in a log is looked at; what goes wrong, goes wrong with a message or an actor.
        if (selected?.kind === 'message' && selected.cell !== undefined) return inspect()
        const name = selectedName(selected)
        const mark = name === null ? null : document.querySelector(`#timeline [data-name="${CSS.escape(name)}"]`)
        const anchor = (mark ?? document.activeElement)?.getBoundingClientRect()
        if (selected && anchor) onFault(selected, anchor)
      },
      close: () => {
        const open = document.querySelector<HTMLElement>('[popover]:popover-open')
        open?.hidePopover()
        return open !== null
      },
      pxPerMs: () => pxPerMsOf(document.querySelector('#timeline')),
      foldAtPlayhead: () => {
        const { folds } = select.timeline(store.getState())
        const { at } = select.playhead(store.getState())
        const away = (fold: { from: number; to: number }): number =>
          at < fold.from ? fold.from - at : Math.max(0, at - fold.to)
        return folds.toSorted((a, b) => away(a) - away(b))[0]?.id ?? null
      },
      stepLane: (direction) => stepLane.current?.(direction),
    }),
    [store, select, history, onFault, openKeys, inspect, stepLane],
  )
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox' && target.type !== 'range'

export const useKeysAnywhere = (page: Page): void => {
  const { store, actions } = useLab()
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const act = keyAnywhere(pressedOf(event), isTyping(event.target))
      if (act === undefined) return
      event.preventDefault()
      act(actions, page, store.getState())
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [store, actions, page])
}
