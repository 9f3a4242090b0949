import type { ReactNode } from 'react'
import { shellWords } from '../../words/en/ui.ts'
import { panelId, type Tab, TabList, tabId } from '../controls/TabList.tsx'
import { Broker, Log, Records } from '../crossSection/Blocks.tsx'
import { Message } from '../crossSection/Inspector.tsx'
import css from './CutTabs.module.css'

/** What is shown where there is no room for everything at once. */
export type ShownPart = 'timeline' | CutPart
export type CutPart = 'records' | 'log' | 'broker' | 'message'

const blocks: Readonly<Record<CutPart, () => ReactNode>> = {
  records: Records,
  log: Log,
  broker: Broker,
  message: Message,
}
const cutParts: readonly Tab<CutPart>[] = Object.keys(blocks).map((id) => ({
  id: id as CutPart,
  label: shellWords.parts[id as CutPart],
}))
const allParts: readonly Tab<ShownPart>[] = [{ id: 'timeline', label: shellWords.parts.timeline }, ...cutParts]

/** The blocks of the cross-section one at a time, each a tab panel. */
export function CutPanel({ part }: { part: CutPart }) {
  const Block = blocks[part]
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <div role="tabpanel" id={panelId(part)} aria-labelledby={tabId(part)} className={css.panel} tabIndex={0}>
      <Block />
    </div>
  )
}

interface BelowProps {
  readonly id: string
  readonly part: CutPart
  readonly onChoose: (part: CutPart) => void
}

/** Under the timeline. */
export function CutBelow({ id, part, onChoose }: BelowProps) {
  return (
    <aside id={id} className={css.below} aria-label={shellWords.stateAtPlayhead}>
      <TabList label={shellWords.stateAtPlayhead} tabs={cutParts} chosen={part} onChoose={onChoose} />
      <CutPanel part={part} />
    </aside>
  )
}

/** At the thumb: the timeline is a tab too, and all share one place. */
export function PartTabs({ part, onChoose }: { part: ShownPart; onChoose: (part: ShownPart) => void }) {
  return <TabList label={shellWords.partsLabel} tabs={allParts} chosen={part} onChoose={onChoose} large />
}
