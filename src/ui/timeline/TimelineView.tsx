import type { Cursor, FaultTarget, Timeline, View } from '../../timeline/index.ts'

export interface CursorSource {
  readonly get: () => Cursor
  readonly subscribe: (listener: (cursor: Cursor) => void) => () => void
}

export interface TimelineViewProps {
  readonly timeline: Timeline
  /** What was shown before a change, so that equal marks stay still. */
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

export function TimelineView(props: TimelineViewProps) {
  return <div style={{ width: props.view.width, height: props.view.height }} />
}
