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
import { useLaneKeys } from './useLaneKeys.ts'
import { type CursorSource, useMotion } from './useMotion.ts'
import { useNarrator } from './useNarrator.ts'
import { usePicture } from './usePicture.ts'
import { type Pointed, usePointer } from './usePointer.ts'

export type { CursorSource }

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
}

/** The picture of a run. React draws its structure once per scene; the cursor moves it without React. */
export function TimelineView(props: TimelineViewProps) {
  const { timeline, previous, cursor, view, theme, selected, onSelect, onFault, onSeek, onToggleFold } = props
  const { scene, before } = usePicture(timeline, previous, view)
  const root = useRef<HTMLDivElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const svg = useRef<SVGSVGElement>(null)
  const playhead = useRef<SVGGElement>(null)
  const prefix = useId()
  const rows = useMemo(() => gridRows(timeline), [timeline])
  const { told, update } = useNarrator(scene)
  const onShown = useCallback(
    (at: Cursor): void => {
      if (scroller.current !== null) keepInView(scroller.current, scene.axis.xOf(at.at), scene.axis.start)
      update(at, scroller.current?.scrollLeft ?? 0)
      const cell = cellAt(rows, at, selected)
      if (cell !== null) root.current?.setAttribute('aria-activedescendant', `${prefix}${cell.id}`)
    },
    [scene, update, rows, selected, prefix],
  )
  useMotion(scene, cursor, root, playhead, onShown)
  const acts = useMemo(() => ({ onSelect, onFault, onSeek, onToggleFold }), [onSelect, onFault, onSeek, onToggleFold])
  const { pointed, svgProps, rulerProps } = usePointer(scene, svg, cursor, acts)
  useJourney(scene, root, pointed?.name ?? null, selected)
  const onKeyDown = useLaneKeys(scene, cursor, selected, onSelect)
  const sheet = { scene, before, svg, playhead, svgProps, rulerProps, source: cursor }
  return (
    <Frame root={root} props={props} scene={scene} onKeyDown={onKeyDown} theme={theme}>
      <Grid rows={rows} prefix={prefix} />
      {/* The root has the focus and the keys: the part that scrolls needs no tab stop of its own. */}
      <div ref={scroller} className={css.scroller} tabIndex={-1}>
        <Headers scene={scene} svgProps={svgProps} />
        <Sheet {...sheet} />
        <Legend scene={scene} />
        {told?.card == null ? null : (
          <NarratorCard key={told.key} card={told.card} width={scene.length} height={scene.breadth} />
        )}
        {pointed === null ? null : <Tooltip pointed={pointed} />}
      </div>
    </Frame>
  )
}

interface FrameProps {
  readonly root: RefObject<HTMLDivElement | null>
  readonly props: TimelineViewProps
  readonly scene: Scene
  readonly theme: 'light' | 'dark'
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly children: ReactNode
}

/** A grid for assistive technology, with one tab stop: it names the cell that the playhead stands on. */
const Frame = ({ root, props, scene, theme, onKeyDown, children }: FrameProps) => (
  <div
    ref={root}
    className={css.root}
    style={{ width: props.view.width, height: props.view.height }}
    data-theme-mode={theme}
    data-px-per-ms={scene.axis.pxPerMs}
    role="grid"
    aria-label={accessWords.timeline}
    aria-readonly="true"
    tabIndex={0}
    onKeyDown={onKeyDown}
    onFocus={() => props.onFocusChange(true)}
    onBlur={() => props.onFocusChange(false)}
  >
    {children}
  </div>
)

const Tooltip = ({ pointed }: { readonly pointed: Pointed }) => (
  <div className={css.tooltip} role="presentation" style={{ left: pointed.left, top: pointed.top }}>
    {pointed.text}
  </div>
)

const MARGIN = 48
/** The playhead stays in sight: when it leaves, the window turns a page. */
const keepInView = (root: HTMLElement, playhead: number, header: number): void => {
  const left = root.scrollLeft + header
  const right = root.scrollLeft + root.clientWidth
  if (root.scrollWidth <= root.clientWidth || (playhead >= left - 1 && playhead <= right - MARGIN / 2)) return
  root.scrollLeft = Math.max(0, playhead < left ? playhead - root.clientWidth / 2 : playhead - header - MARGIN)
}
