import type { ReactNode } from 'react'
import type { CrossSection as Cut } from '../../app/index.ts'
import { shellWords, stateWords } from '../../words/en/ui.ts'
import { useApp } from '../useApp.ts'
import css from './CrossSection.module.css'
import { LedgerTable } from './LedgerTable.tsx'
import { LogStrips } from './LogStrips.tsx'
import { Memory } from './Memory.tsx'

export function CrossSection() {
  const cut = useApp((state, select) => select.crossSection(state))
  return (
    <CutOf cut={cut}>
      <At />
    </CutOf>
  )
}

/** The time changes with every frame; the parts below it only with a step. */
function At() {
  return stateWords.at(useApp((state, select) => select.time(state)))
}

/** The cut at the playhead: what the producer believes next to what is true. */
export function CutOf({ cut, children }: { cut: Cut; children: ReactNode }) {
  const several = cut.strips.length > 1
  return (
    <aside className={css.cut} aria-label={shellWords.stateAtPlayhead}>
      <div className={css.head}>
        <h2 className={css.at}>
          <svg width={12} height={14} aria-hidden="true" className={css.playhead}>
            <path d="M0,0h12v7l-6,7l-6,-7z" />
          </svg>
          {children}
        </h2>
        <span className={css.note}>{stateWords.recordByRecord}</span>
      </div>
      <LedgerTable table={cut.table} />
      <p className={css.sum} data-sum>
        {cut.sum}
      </p>
      {cut.strips.map((strips) => (
        <LogStrips key={strips.partition} strips={strips} several={several} />
      ))}
      {cut.memory.map((memory) => (
        <Memory key={memory.partition} memory={memory} several={several} />
      ))}
    </aside>
  )
}
