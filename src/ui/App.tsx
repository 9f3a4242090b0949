import { LazyMotion } from 'framer-motion'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { keyAnywhere, type Lab, type Page } from '../app/index.ts'
import type { FaultTarget } from '../timeline/index.ts'
import { shellWords } from '../words/en/ui.ts'
import css from './App.module.css'
import { CrossSection } from './crossSection/CrossSection.tsx'
import { FaultPopover, type Opened } from './faults/FaultPopover.tsx'
import { KeysDialog } from './help/KeysDialog.tsx'
import { LiveRegion, StatusLine } from './notices/LiveRegion.tsx'
import { Notices } from './notices/Notices.tsx'
import { SETTINGS_ID, Settings } from './settings/Settings.tsx'
import { Stage } from './stage/Stage.tsx'
import { selectedName } from './stage/selection.ts'
import { applyTheme } from './theme/applyTheme.ts'
import { TopBar } from './topBar/TopBar.tsx'
import { Transport } from './transport/Transport.tsx'
import { LabContext, useApp, useLab, useMedia } from './useApp.ts'
import { VerdictStrip } from './verdict/VerdictStrip.tsx'

/** The movements of panels and cards come after the first paint; what stands for the simulation needs none of them. */
const features = () => import('./motion.ts').then((loaded) => loaded.features)

export function App({ lab }: { lab: Lab }) {
  return (
    <LabContext value={lab}>
      <LazyMotion features={features} strict>
        <LabPage />
      </LazyMotion>
    </LabContext>
  )
}

function LabPage() {
  const drawer = useMedia('(max-width: 1327px)')
  const keys = useRef<HTMLDialogElement>(null)
  const [opened, setOpened] = useState<Opened | null>(null)
  const closeMenu = useCallback(() => {
    setOpened(null)
    focusTimeline()
  }, [])
  const onFault = useCallback((target: FaultTarget, anchor: DOMRect) => setOpened({ target, anchor }), [])
  const openKeys = useCallback(() => keys.current?.showModal(), [])
  const page = usePage(onFault, openKeys)
  useTheme()
  useKeysAnywhere(page)
  return (
    <div className={css.lab}>
      <a className={css.skip} href="#timeline" onClick={skip}>
        {shellWords.skip}
      </a>
      <TopBar onOpenKeys={openKeys} drawer={drawer ? SETTINGS_ID : null} />
      <VerdictStrip />
      <Settings drawer={drawer} />
      <div className={css.middle}>
        <Notices />
        <Stage page={page} onFault={onFault} />
      </div>
      <CrossSection />
      <Transport pxPerMs={page.pxPerMs} />
      {opened ? <FaultPopover opened={opened} onClose={closeMenu} /> : null}
      <KeysDialog ref={keys} />
      <Spoken />
      <StatusLine />
    </div>
  )
}

const focusTimeline = (): void =>
  document.querySelector<HTMLElement>('#timeline [tabindex="0"]')?.focus({ preventScroll: true })

// The address holds the run, so the link must not become the address.
const skip = (event: { preventDefault: () => void }): void => {
  event.preventDefault()
  focusTimeline()
}

/** What the keys ask of the page. */
const usePage = (onFault: (target: FaultTarget, anchor: DOMRect) => void, openKeys: () => void): Page => {
  const { store, select, history } = useLab()
  return useMemo(
    () => ({
      undo: history.undo,
      redo: history.redo,
      openKeys,
      toggleSettings: () => document.getElementById(SETTINGS_ID)?.togglePopover?.(),
      openMenu: () => {
        const { selected } = store.getState()
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
    }),
    [store, select, history, onFault, openKeys],
  )
}

/** The picture says at which zoom it is drawn. */
const pxPerMsOf = (stage: Element | null): number =>
  Number(stage?.querySelector('[data-px-per-ms]')?.getAttribute('data-px-per-ms') ?? 8)

const useTheme = (): void => {
  const theme = useApp((state) => state.theme)
  useEffect(() => applyTheme(document, theme), [theme])
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

/** Quiet while the run plays; on pause and on each step the sentence of the card, or the sum where there is none. */
function Spoken() {
  const spoken = useApp((state, select) => {
    if (state.playing) return ''
    const told = select.narrator(state)
    return told ? [told.head, told.body].filter(Boolean).join(' ') : select.crossSection(state).sum
  })
  return <LiveRegion spoken={spoken} />
}
