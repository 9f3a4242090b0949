import { type KeyboardEvent, type RefObject, useCallback, useMemo } from 'react'
import type { Page } from '../../app/index.ts'
import { type FaultTarget, targetOf } from '../../timeline/index.ts'
import { shellWords } from '../../words/en/ui.ts'
import { classes } from '../controls/classes.ts'
import { pressedOf } from '../pressed.ts'
import { useRoom } from '../shell/useRoom.ts'
import { type Pins, type StepLane, TimelineView } from '../timeline/TimelineView.tsx'
import { useApp, useLab, useMedia } from '../useApp.ts'
import { useSight } from '../useSight.ts'
import { useSize } from '../useSize.ts'
import { enlarged } from './enlarged.ts'
import css from './Stage.module.css'
import { selectedName } from './selection.ts'
import { usePointedKeys } from './usePointedKeys.ts'

export interface StageProps {
  readonly page: Page
  readonly onFault: (target: FaultTarget, anchor: DOMRect) => void
  readonly stepLane: RefObject<StepLane | null>
}

/** The room of the timeline: its size, its keys, and what a click in it means. */
export function Stage({ page, onFault, stepLane }: StageProps) {
  const { store, select } = useLab()
  const [ref, size] = useSize()
  const asks = useApp((state, select) => select.asks(state))
  const { by, width, height } = enlarged(size ?? { width: 0, height: 0 }, useRoom().scale)
  const refused = useApp((state, select) => select.refused(state) !== null)
  const source = useMemo(
    () => ({
      get: () => select.playhead(store.getState()),
      subscribe: (moved: (cursor: ReturnType<typeof store.getState>['cursor']) => void) =>
        store.subscribe((now, before) => {
          if (now.cursor !== before.cursor) moved(select.playhead(now))
        }),
    }),
    [store, select],
  )
  const pointed = usePointedKeys(page)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (!event.defaultPrevented && pointed.press(pressedOf(event))) event.preventDefault()
  }
  return (
    <main
      className={classes(css.stage, refused && css.dimmed, asks && css.veiled)}
      id="timeline"
      aria-label={shellWords.timeline}
      onKeyDown={onKeyDown}
      onPointerOver={pointed.over}
      onPointerLeave={pointed.leave}
    >
      <div className={css.room} ref={ref}>
        {size === null ? null : (
          <div className={css.enlarged} style={by === 1 ? undefined : { transform: `scale(${by})` }}>
            <Picture width={width} height={height} cursor={source} onFault={onFault} stepLane={stepLane} />
          </div>
        )}
      </div>
    </main>
  )
}

interface PictureProps {
  readonly width: number
  readonly height: number
  readonly cursor: Parameters<typeof TimelineView>[0]['cursor']
  readonly onFault: StageProps['onFault']
  readonly stepLane: StageProps['stepLane']
}

function Picture({ width, height, cursor, onFault, stepLane }: PictureProps) {
  const { store, actions } = useLab()
  const timeline = useApp((state, select) => select.timeline(state))
  const previous = useApp((state, select) => select.previous(state))
  const { zoom, openFolds, fits } = useApp((state) => state.view)
  const future = useApp((state, select) => select.future(state))
  const captions = useApp((state, select) => select.captions(state))
  const selected = useApp((state) => selectedName(state.selected))
  const theme = useTheme()
  const sight = useSight()
  const pins = usePins()
  const view = useMemo(
    () => ({ width, height, pxPerMs: zoom, openFolds, future, scrollAlong: 0, fitKey: fits }),
    [width, height, zoom, openFolds, future, fits],
  )
  const onSelect = useCallback(
    (name: string | null) => actions.select(name === null ? null : targetOf(name, store.getState().cursor, timeline)),
    [actions, store, timeline],
  )
  return (
    <TimelineView
      timeline={timeline}
      previous={previous}
      cursor={cursor}
      view={view}
      captions={captions}
      theme={theme}
      selected={selected}
      onSelect={onSelect}
      onFault={onFault}
      onSeek={actions.seek}
      onToggleFold={actions.toggleFold}
      onZoom={actions.zoomBy}
      sight={sight}
      pins={pins}
      stepLane={stepLane}
    />
  )
}

/** The faults that have a time. */
const usePins = (): Pins => {
  const { actions } = useLab()
  const faults = useApp((state, select) => select.faults(state))
  return useMemo(
    () => ({
      pins: faults.flatMap(({ index, title, at, fault }) =>
        at === null ? [] : [{ index, title, at, movable: fault.node !== undefined }],
      ),
      onMoveFault: actions.moveFault,
      onRemoveFault: actions.removeFault,
    }),
    [faults, actions],
  )
}

const useTheme = (): 'light' | 'dark' => {
  const choice = useApp((state) => state.theme)
  const systemIsDark = useMedia('(prefers-color-scheme: dark)')
  return choice === 'auto' ? (systemIsDark ? 'dark' : 'light') : choice
}
