import type { CSSProperties } from 'react'
import { shellWords } from '../../words/en/ui.ts'
import { useApp, useLab } from '../useApp.ts'
import { boundsOf, type Panel, type Room, sizeOf } from './room.ts'
import { Splitter } from './Splitter.tsx'

interface Props {
  readonly panel: Panel
  /** The id of what is resized. */
  readonly of: string
  readonly room: Room
  readonly scale: number
}

/** The line beside a panel that a person may resize; what is chosen is remembered. */
export function PanelEdge({ panel, of, room, scale }: Props) {
  const { actions } = useLab()
  const chosen = useApp((state) => state.panels)
  const records = useApp((state) => state.setup.workload.records)
  const { least, most } = boundsOf(panel, room, chosen, records)
  return (
    <Splitter
      label={shellWords.sizeOf[panel]}
      panel={of}
      stands={panel !== 'below'}
      behind={panel !== 'settings'}
      value={sizeOf(panel, room, chosen, records)}
      least={least}
      most={most}
      scale={scale}
      onSize={(size) => actions.resizePanel(panel, size)}
    />
  )
}

/** For the grid of the page, in rem: text that grows makes its panel grow. */
export const usePanelSizes = (room: Room): CSSProperties & Readonly<Record<`--${Panel}`, string>> => {
  const chosen = useApp((state) => state.panels)
  const records = useApp((state) => state.setup.workload.records)
  const size = (panel: Panel): string => `${sizeOf(panel, room, chosen, records) / 16}rem`
  return { '--settings': size('settings'), '--cut': size('cut'), '--below': size('below') }
}
