import type { ReactNode } from 'react'
import type { CrossSection as Cut, Inspected } from '../../app/index.ts'
import { shellWords, stateWords } from '../../words/en/ui.ts'
import { useApp } from '../useApp.ts'
import { BrokerOf, LogOf, RecordsOf } from './Blocks.tsx'
import css from './CrossSection.module.css'
import { InspectorOf } from './Inspector.tsx'

export const CUT_ID = 'cross-section'

export function CrossSection() {
  const cut = useApp((state, select) => select.crossSection(state))
  const inspected = useApp((state, select) => select.inspector(state))
  return (
    <CutOf cut={cut} inspected={inspected}>
      <At />
    </CutOf>
  )
}

/** The time changes with every frame; the parts below it only with a step. */
function At() {
  return stateWords.at(useApp((state, select) => select.time(state)))
}

interface CutProps {
  readonly cut: Cut
  readonly inspected: Inspected | null
  readonly children: ReactNode
}

/** The cut at the playhead: what the producer believes next to what is true. What is selected takes the last place. */
export function CutOf({ cut, inspected, children }: CutProps) {
  return (
    <aside id={CUT_ID} className={css.cut} aria-label={shellWords.stateAtPlayhead}>
      <div className={css.head}>
        <h2 className={css.at}>
          <svg width={12} height={14} aria-hidden="true" className={css.playhead}>
            <path d="M0,0h12v7l-6,7l-6,-7z" />
          </svg>
          {children}
        </h2>
        <span className={css.note}>{stateWords.recordByRecord}</span>
      </div>
      <RecordsOf cut={cut} />
      <LogOf cut={cut} />
      {inspected === null ? <BrokerOf cut={cut} /> : <InspectorOf inspected={inspected} />}
    </aside>
  )
}
