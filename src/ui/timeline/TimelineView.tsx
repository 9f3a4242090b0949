import { type KeyboardEvent, type ReactNode, type RefObject, useCallback, useId, useMemo, useRef } from 'react'
import {
  type Cursor,
  cellAt,
  type FaultTarget,
  gridRows,
  type Scene,
  type Timeline,
  type View,
} from '../../timeline/index.ts'
import { accessWords } from '../../words/en/marks.ts'
import { Grid } from './Grid.tsx'
import { NarratorCard } from './NarratorCard.tsx'
import { Headers, Legend, Sheet } from './Sheet.tsx'
import css from './TimelineView.module.css'
import { useJourney } from './useJourney.ts'
import { type StepLane, useLaneSteps, useLetters } from './useLaneKeys.ts'
import { type CursorSource, useMotion } from './useMotion.ts'
import { useNarrator } from './useNarrator.ts'
import { usePicture } from './usePicture.ts'
import { type Pointed, usePointer, useRuler } from './usePointer.ts'
import { useActiveCell, useScroll } from './useScroll.ts'

export type { CursorSource, StepLane }

export interface TimelineViewProps {
  readonly timeline: Timeline
  /** What was shown before a change, so that equal marks stay still; null fits anew. */
  readonly previous: Timeline | null
  readonly cursor: CursorSource
  readonly view: View
  readonly theme: 'light' | 'dark'
  readonly selected: string | null
  readonly onSelect: (name: string | null) => void
  readonly onFault: (target: FaultTarget, anchor: DOMRect) => void
  readonly onSeek: (cursor: Cursor) => void
  readonly onToggleFold: (foldId: string) => void
  readonly onFocusChange: (focused: boolean) => void
  /** Where the page wants to find how lanes are stepped through. */
  readonly stepLane?: RefObject<StepLane | null>
}

/** The picture of a run. React draws its structure once per scene; the cursor moves it without React. */
export function TimelineView(props: TimelineViewProps) {
  const { timeline, previous, cursor, view, selected, onSelect, onFault, onSeek, onToggleFold } = props
  const { scene, before } = usePicture(timeline, previous, view)
  const root = useRef<HTMLDivElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const svg = useRef<SVGSVGElement>(null)
  const playhead = useRef<SVGGElement>(null)
  const prefix = useId()
  const rows = useMemo(() => gridRows(timeline), [timeline])
  const { told, update } = useNarrator(scene)
  const { scrolledTo, onScroll, keepInView } = useScroll(scene, scroller)
  const point = useActiveCell(scroller, prefix)
  const onShown = useCallback(
    (at: Cursor): void => {
      keepInView(scene.axis.xOf(at.at))
      update(at, scrolledTo)
      point(cellAt(rows, at, selected))
    },
    [scene, keepInView, scrolledTo, point, update, rows, selected],
  )
  useMotion(scene, cursor, root, playhead, onShown)
  const acts = useMemo(() => ({ onSelect, onFault, onSeek, onToggleFold }), [onSelect, onFault, onSeek, onToggleFold])
  const { pointed, svgProps } = usePointer(scene, scroller, svg, cursor, acts)
  const rulerProps = useRuler(scene, svg, onSeek)
  useJourney(scene, root, pointed?.name ?? null, selected)
  useLaneSteps(props.stepLane, scene, cursor, selected, onSelect)
  const onKeyDown = useLetters(selected, pointed?.name ?? null, onSelect)
  const sheet = { scene, before, svg, playhead, svgProps, rulerProps, source: cursor }
  return (
    <Frame root={root} scroller={scroller} props={props} scene={scene} onKeyDown={onKeyDown} onScroll={onScroll}>
      <Grid rows={rows} prefix={prefix} />
      <Headers scene={scene} svgProps={svgProps} />
      <Sheet {...sheet} />
      <Legend scene={scene} />
      {told?.card == null ? null : (
        <NarratorCard key={told.key} card={told.card} width={scene.length} height={scene.breadth} />
      )}
      {pointed === null ? null : <Tooltip pointed={pointed} />}
    </Frame>
  )
}

interface FrameProps {
  readonly root: RefObject<HTMLDivElement | null>
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly props: TimelineViewProps
  readonly scene: Scene
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onScroll: () => void
  readonly children: ReactNode
}

/** A grid for assistive technology, with one tab stop: it names the cell that the playhead stands on. */
const Frame = ({ root, scroller, props, scene, onKeyDown, onScroll, children }: FrameProps) => (
  <div
    ref={root}
    className={css.root}
    style={{ width: props.view.width, height: props.view.height }}
    data-theme-mode={props.theme}
    data-px-per-ms={scene.axis.pxPerMs}
  >
    <div
      ref={scroller}
      className={css.scroller}
      role="grid"
      aria-label={accessWords.timeline}
      aria-readonly="true"
      tabIndex={0}
      onKeyDown={onKeyDown}
      onScroll={onScroll}
      onFocus={() => props.onFocusChange(true)}
      onBlur={() => props.onFocusChange(false)}
    >
      {children}
    </div>
  </div>
)

const Tooltip = ({ pointed }: { readonly pointed: Pointed }) => (
  <div className={css.tooltip} role="presentation" style={{ left: pointed.left, top: pointed.top }}>
    {pointed.text}
  </div>
)
