import { type KeyboardEvent, type ReactNode, type RefObject, useCallback, useMemo, useRef } from 'react'
import {
  type Caption,
  type Cursor,
  type FaultTarget,
  legendHeight,
  overflowOf,
  type Scene,
  type Timeline,
  type View,
} from '../../timeline/index.ts'
import { accessWords } from '../../words/en/marks.ts'
import { Headers, Ruler } from './Edges.tsx'
import { FaultPins, type PinActs, type PinLine } from './FaultPins.tsx'
import { Grid } from './Grid.tsx'
import { NarratorCard } from './NarratorCard.tsx'
import { Legend, Sheet } from './Sheet.tsx'
import type { Sight } from './sight.ts'
import css from './TimelineView.module.css'
import { useCanvasColours } from './useCanvasColours.ts'
import { useEdgeWords } from './useEdgeWords.ts'
import { useFollow } from './useFollow.ts'
import { useJourney } from './useJourney.ts'
import { type StepLane, useLaneSteps, useLetters } from './useLaneKeys.ts'
import { type CursorSource, useMotion } from './useMotion.ts'
import { usePicture } from './usePicture.ts'
import { type Pointed, usePointer, useRuler } from './usePointer.ts'
import { useReached } from './useReached.ts'
import { useScroll } from './useScroll.ts'
import { useWheelZoom } from './useWheelZoom.ts'

export type { CursorSource, StepLane }

/** Faults that have a time, and what is done to them there. */
export interface Pins extends Omit<PinActs, 'onFault'> {
  readonly pins: readonly PinLine[]
}

export interface TimelineViewProps {
  readonly timeline: Timeline
  /** What was shown before a change, so that equal marks stay still; null fits anew. */
  readonly previous: Timeline | null
  readonly cursor: CursorSource
  readonly view: View
  /** What a story says at its marks, in place of the run's own sentences. */
  readonly captions: readonly Caption[]
  readonly theme: 'light' | 'dark'
  readonly selected: string | null
  readonly onSelect: (name: string | null) => void
  readonly onFault: (target: FaultTarget, anchor: DOMRect) => void
  readonly onSeek: (cursor: Cursor) => void
  readonly onToggleFold: (foldId: string) => void
  readonly onZoom: (factor: number, pxPerMs: number) => void
  readonly sight: Sight
  readonly pins: Pins
  /** Where the page wants to find how lanes are stepped through. */
  readonly stepLane?: RefObject<StepLane | null>
}

/** The picture of a run. React draws its structure once per scene; the cursor moves it without React. */
export function TimelineView(props: TimelineViewProps) {
  const { timeline, previous, cursor, view, selected, sight } = props
  const { onSelect, onFault, onSeek, onToggleFold, onZoom } = props
  const { scene, before } = usePicture(timeline, previous, view)
  const root = useRef<HTMLDivElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const svg = useRef<SVGSVGElement>(null)
  const scroll = useScroll(scene, scroller, sight)
  const { rows, prefix, told, onShown } = useFollow(scene, scroll, scroller, props)
  const takeShift = useCallback((to: Scene) => scroll.settle(to, cursor.get().at), [scroll, cursor])
  useMotion(scene, cursor, root, takeShift, onShown)
  useEdgeWords(scene, root, sight)
  useCanvasColours(root, props.theme)
  useWheelZoom(scene, scroller, scroll, onZoom)
  const acts = useMemo(() => ({ onSelect, onFault, onSeek, onToggleFold }), [onSelect, onFault, onSeek, onToggleFold])
  const { pointed, svgProps } = usePointer(scene, scroller, svg, cursor, acts)
  const rulerProps = useRuler(scene, svg, onSeek)
  const { reach, told: reached } = useReached(scene, scroll, cursor, selected, onSelect)
  const tip = pointed ?? reached
  useJourney(scene, root, tip?.name ?? null, selected)
  useLaneSteps(props.stepLane, scene, cursor, selected, reach)
  const onKeyDown = useLetters(selected, pointed?.name ?? null, onSelect)
  return (
    <Frame
      root={root}
      scroller={scroller}
      props={props}
      scene={scene}
      onKeyDown={onKeyDown}
      onScroll={scroll.onScroll}
      beside={
        <>
          <FaultPins scene={scene} sight={sight} {...props.pins} onFault={onFault} />
          <Legend scene={scene} />
        </>
      }
    >
      <Grid rows={rows} prefix={prefix} />
      <div className={css.content} style={{ width: scene.length, height: scene.bottom }}>
        <Ruler scene={scene} svgProps={svgProps} rulerProps={rulerProps} />
        <Headers scene={scene} svgProps={svgProps} />
        <Sheet scene={scene} before={before} svg={svg} svgProps={svgProps} source={cursor} />
        {told?.card == null ? null : (
          <NarratorCard key={told.key} card={told.card} width={scene.length} height={scene.bottom} />
        )}
        {tip === null ? null : <Tooltip pointed={tip} />}
      </div>
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
  /** What is not scrolled. */
  readonly beside: ReactNode
  readonly children: ReactNode
}

/** A grid for assistive technology, with one tab stop: it names the cell that the playhead stands on. */
const Frame = ({ root, scroller, props, scene, onKeyDown, onScroll, beside, children }: FrameProps) => {
  const { width, height } = props.view
  const { along, across } = overflowOf(scene)
  return (
    <div
      ref={root}
      className={css.root}
      style={{ width, height }}
      data-theme-mode={props.theme}
      data-future={props.view.future}
      data-px-per-ms={scene.axis.pxPerMs}
    >
      <div
        ref={scroller}
        className={css.scroller}
        style={{ height: height - legendHeight(scene.view.height) }}
        data-over-along={along ? '' : undefined}
        data-over-across={across ? '' : undefined}
        role="grid"
        aria-label={accessWords.timeline}
        aria-readonly="true"
        tabIndex={0}
        onKeyDown={onKeyDown}
        onScroll={onScroll}
      >
        {children}
      </div>
      {beside}
    </div>
  )
}

const Tooltip = ({ pointed }: { readonly pointed: Pointed }) => (
  <div className={css.tooltip} role="presentation" style={{ left: pointed.left, top: pointed.top }}>
    {pointed.text}
  </div>
)
