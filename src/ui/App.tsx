import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import type { Lab } from '../app/index.ts'
import type { FaultTarget } from '../timeline/index.ts'
import { shellWords } from '../words/en/ui.ts'
import css from './App.module.css'
import { panelId, tabId } from './controls/TabList.tsx'
import { CrossSection, CUT_ID } from './crossSection/CrossSection.tsx'
import { INSPECTOR_ID } from './crossSection/Inspector.tsx'
import type { Opened } from './faults/FaultPopover.tsx'
import { KeysDialog } from './help/KeysDialog.tsx'
import { Simplified } from './help/Simplified.tsx'
import { ErrorBoundary } from './notices/ErrorBoundary.tsx'
import { Invitation } from './notices/Invitation.tsx'
import { LiveRegion, StatusLine } from './notices/LiveRegion.tsx'
import { Notices } from './notices/Notices.tsx'
import { SETTINGS_ID, Settings } from './settings/Settings.tsx'
import { CutBelow, CutPanel, PartTabs, type ShownPart } from './shell/CutTabs.tsx'
import { PanelEdge, usePanelSizes } from './shell/PanelEdge.tsx'
import type { Room } from './shell/room.ts'
import { focusTimeline, useKeysAnywhere, usePage } from './shell/usePage.ts'
import { useRoom } from './shell/useRoom.ts'
import { Look } from './stage/Look.tsx'
import { StoriesPopover } from './stories/StoriesPopover.tsx'
import { StoryStage } from './stories/StoryStage.tsx'
import { applyTheme } from './theme/applyTheme.ts'
import type { StepLane } from './timeline/TimelineView.tsx'
import { TopBar } from './topBar/TopBar.tsx'
import { Transport } from './transport/Transport.tsx'
import { LabContext, useApp } from './useApp.ts'
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
  const { room, scale } = useRoom()
  const sizes = usePanelSizes(room)
  const keys = useRef<HTMLDialogElement>(null)
  const stepLane = useRef<StepLane>(null)
  const { part, setPart, inspect, skip } = useParts()
  const { opened, onFault, closeMenu } = useFaultMenu()
  const openKeys = useCallback(() => keys.current?.showModal(), [])
  const page = usePage(onFault, openKeys, inspect, stepLane)
  useTheme()
  useKeysAnywhere(page)
  const drawer = room.settings === 'drawer'
  const oneAtATime = room.cut === 'instead'
  const covered = oneAtATime && part !== 'timeline'
  return (
    <div className={css.lab} style={sizes} {...marksOf(room)}>
      <button type="button" className={css.skip} onClick={skip}>
        {shellWords.skip}
      </button>
      <TopBar onOpenKeys={openKeys} drawer={drawer ? SETTINGS_ID : null} />
      <VerdictStrip>{drawer ? null : <Invitation />}</VerdictStrip>
      <Settings drawer={drawer} />
      {drawer ? null : <PanelEdge panel="settings" of={SETTINGS_ID} room={room} scale={scale} />}
      <div
        className={css.middle}
        inert={covered}
        {...(oneAtATime ? { role: 'tabpanel', id: panelId('timeline'), 'aria-labelledby': tabId('timeline') } : {})}
      >
        <Notices />
        <StoryStage>
          <Look page={page} onFault={onFault} stepLane={stepLane} />
        </StoryStage>
        {drawer ? <Invitation /> : null}
      </div>
      {covered ? <CutPanel part={part} /> : null}
      {oneAtATime ? null : <Cut room={room} scale={scale} part={part} onChoose={setPart} />}
      <Transport pxPerMs={page.pxPerMs} />
      {oneAtATime ? <PartTabs part={part} onChoose={setPart} /> : null}
      <Suspense>{opened ? <FaultPopover opened={opened} onClose={closeMenu} /> : null}</Suspense>
      <KeysDialog ref={keys} />
      <Floating />
    </div>
  )
}

/** What the styles go by. */
const marksOf = ({ settings, cut, low, narrow }: Room) => ({
  'data-settings': settings,
  'data-cut': cut,
  'data-low': low ? '' : undefined,
  'data-narrow': narrow ? '' : undefined,
})

/** What lies over the page when it is asked for, and what is said without being asked for. */
const Floating = () => (
  <>
    <StoriesPopover />
    <Simplified />
    <LiveRegion />
    <StatusLine />
  </>
)

interface CutProps {
  readonly room: Room
  readonly scale: number
  readonly part: ShownPart
  readonly onChoose: (part: ShownPart) => void
}

/** Beside the timeline, or under it as tabs. */
function Cut({ room, scale, part, onChoose }: CutProps) {
  const isBelow = room.cut === 'below'
  return (
    <>
      <PanelEdge panel={isBelow ? 'below' : 'cut'} of={CUT_ID} room={room} scale={scale} />
      {isBelow ? (
        <CutBelow id={CUT_ID} part={part === 'timeline' ? 'records' : part} onChoose={onChoose} />
      ) : (
        <CrossSection />
      )}
    </>
  )
}

const useFaultMenu = () => {
  const [opened, setOpened] = useState<Opened | null>(null)
  const closeMenu = useCallback(() => {
    setOpened(null)
    // A click elsewhere has put the focus where it belongs already.
    if (document.activeElement === document.body) focusTimeline()
  }, [])
  const onFault = useCallback((target: FaultTarget, anchor: DOMRect) => setOpened({ target, anchor }), [])
  useEffect(() => void import('./faults/FaultPopover.tsx'), [])
  return { opened, onFault, closeMenu }
}

/** Which part is in front, where there is room for one; what the keyboard goes to is brought to the front first. */
const useParts = () => {
  const [part, setPart] = useState<ShownPart>('timeline')
  const inspect = useCallback(() => {
    setPart('message')
    requestAnimationFrame(() => document.getElementById(INSPECTOR_ID)?.focus())
  }, [])
  const skip = useCallback(() => {
    setPart('timeline')
    requestAnimationFrame(focusTimeline)
  }, [])
  // A question is asked on the timeline, whatever was looked at before.
  const asks = useApp((state, select) => select.asks(state))
  useEffect(() => {
    if (asks) setPart('timeline')
  }, [asks])
  return { part: asks ? 'timeline' : part, setPart, inspect, skip } as const
}

const useTheme = (): void => {
  const theme = useApp((state) => state.theme)
  const still = useApp((state) => state.reducedMotion)
  useEffect(() => applyTheme(document, theme, still), [theme, still])
}
