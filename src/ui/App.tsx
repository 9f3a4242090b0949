import { lazy, type RefObject, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { keyAnywhere, type Lab, type Page } from '../app/index.ts'
import type { FaultTarget } from '../timeline/index.ts'
import { shellWords } from '../words/en/ui.ts'
import css from './App.module.css'
import { CrossSection } from './crossSection/CrossSection.tsx'
import { INSPECTOR_ID } from './crossSection/Inspector.tsx'
import type { Opened } from './faults/FaultPopover.tsx'
import { KeysDialog } from './help/KeysDialog.tsx'
import { ErrorBoundary } from './notices/ErrorBoundary.tsx'
import { LiveRegion, StatusLine } from './notices/LiveRegion.tsx'
import { Notices } from './notices/Notices.tsx'
import { SETTINGS_ID, Settings } from './settings/Settings.tsx'
import { Stage } from './stage/Stage.tsx'
import { selectedName } from './stage/selection.ts'
import { applyTheme } from './theme/applyTheme.ts'
import type { StepLane } from './timeline/TimelineView.tsx'
import { TopBar } from './topBar/TopBar.tsx'
import { Transport } from './transport/Transport.tsx'
import { LabContext, useApp, useLab, useMedia } from './useApp.ts'
import { VerdictStrip } from './verdict/VerdictStrip.tsx'

/** The popover and what moves it come after the first paint; what stands for the simulation needs neither. */
const FaultPopover = lazy(() =>
  import('./faults/FaultPopover.tsx').then((loaded) => ({ default: loaded.FaultPopover })),
)

/** Every story at every beat: for us, after a visual change. */
const Gallery = lazy(() => import('../dev/Gallery.tsx').then((loaded) => ({ default: loaded.Gallery })))

export function App({ lab, gallery }: { lab: Lab; gallery: boolean }) {
  if (gallery) {
    return (
      <Suspense>
        <Gallery />
      </Suspense>
    )
  }
  return (
    <LabContext value={lab}>
      <ErrorBoundary link={lab.history.link}>
        <LabPage />
      </ErrorBoundary>
    </LabContext>
  )
}

function LabPage() {
  const drawer = useMedia('(max-width: 1327px)')
  const keys = useRef<HTMLDialogElement>(null)
  const [opened, setOpened] = useState<Opened | null>(null)
  const closeMenu = useCallback(() => {
    setOpened(null)
    // A click elsewhere has put the focus where it belongs already.
    if (document.activeElement === document.body) focusTimeline()
  }, [])
  const onFault = useCallback((target: FaultTarget, anchor: DOMRect) => setOpened({ target, anchor }), [])
  const openKeys = useCallback(() => keys.current?.showModal(), [])
  const stepLane = useRef<StepLane>(null)
  const page = usePage(onFault, openKeys, stepLane)
  useEffect(() => void import('./faults/FaultPopover.tsx'), [])
  useTheme()
  useKeysAnywhere(page)
  return (
    <div className={css.lab}>
      <button type="button" className={css.skip} onClick={focusTimeline}>
        {shellWords.skip}
      </button>
      <TopBar onOpenKeys={openKeys} drawer={drawer ? SETTINGS_ID : null} />
      <VerdictStrip />
      <Settings drawer={drawer} />
      <div className={css.middle}>
        <Notices />
        <Stage page={page} onFault={onFault} stepLane={stepLane} />
      </div>
      <CrossSection />
      <Transport pxPerMs={page.pxPerMs} />
      <Suspense>{opened ? <FaultPopover opened={opened} onClose={closeMenu} /> : null}</Suspense>
      <KeysDialog ref={keys} />
      <LiveRegion />
      <StatusLine />
    </div>
  )
}

const focusTimeline = (): void =>
  document.querySelector<HTMLElement>('#timeline [tabindex="0"]')?.focus({ preventScroll: true })

/** A drawer opens and closes; a column that is there already gets the focus. */
const toggleSettings = (settings: HTMLElement | null): void => {
  if (settings?.hasAttribute('popover')) settings.togglePopover()
  else settings?.querySelector<HTMLElement>('input, button')?.focus()
}

/** What the keys ask of the page. */
const usePage = (
  onFault: (target: FaultTarget, anchor: DOMRect) => void,
  openKeys: () => void,
  stepLane: RefObject<StepLane | null>,
): Page => {
  const { store, select, history } = useLab()
  return useMemo(
    () => ({
      undo: history.undo,
      redo: history.redo,
      openKeys,
      toggleSettings: () => toggleSettings(document.getElementById(SETTINGS_ID)),
      openMenu: () => {
        const { selected } = store.getState()
        // What lies in a log is looked at; what goes wrong, goes wrong with a message or an actor.
        if (selected?.kind === 'message' && selected.cell !== undefined)
          return document.getElementById(INSPECTOR_ID)?.focus()
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
        const { at } = store.getState().cursor
        const away = (fold: { from: number; to: number }): number =>
          at < fold.from ? fold.from - at : Math.max(0, at - fold.to)
        return folds.toSorted((a, b) => away(a) - away(b))[0]?.id ?? null
      },
      stepLane: (direction) => stepLane.current?.(direction),
    }),
    [store, select, history, onFault, openKeys, stepLane],
  )
}

/** The picture says at which zoom it is drawn. */
const pxPerMsOf = (stage: Element | null): number =>
  Number(stage?.querySelector('[data-px-per-ms]')?.getAttribute('data-px-per-ms') ?? 8)

const useTheme = (): void => {
  const theme = useApp((state) => state.theme)
  const still = useApp((state) => state.reducedMotion)
  useEffect(() => applyTheme(document, theme, still), [theme, still])
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox' && target.type !== 'range'

const useKeysAnywhere = (page: Page): void => {
  const { store, actions } = useLab()
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const pressed = { key: event.key, shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey, alt: event.altKey }
      const act = keyAnywhere(pressed, isTyping(event.target))
      if (act === undefined) return
      event.preventDefault()
      act(actions, page, store.getState())
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [store, actions, page])
}
