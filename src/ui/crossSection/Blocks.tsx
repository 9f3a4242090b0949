import type { CrossSection } from '../../app/index.ts'
import { useApp } from '../useApp.ts'
import { Connections } from './Connections.tsx'
import css from './CrossSection.module.css'
import { LedgerTable } from './LedgerTable.tsx'
import { LogStrips } from './LogStrips.tsx'
import { Memory } from './Memory.tsx'
import { Reader } from './Reader.tsx'

/*
 * The blocks of the cut. Each stands alone: one below the other beside the timeline, or one at a time behind a tab where
 * there is no room beside it. `…Of` prints what it is given.
 */

const useCut = (): CrossSection => useApp((state, select) => select.crossSection(state))

/** Record by record: what the producer believes, and what is true. */
export function Records() {
  return <RecordsOf cut={useCut()} />
}

/** The logs of each partition, side by side. */
export function Log() {
  return <LogOf cut={useCut()} />
}

/** What the leaders remember of the producers, how far readers are, and what waits on the connections. */
export function Broker() {
  return <BrokerOf cut={useCut()} />
}

interface Props {
  readonly cut: CrossSection
}

export function RecordsOf({ cut }: Props) {
  return (
    <>
      <LedgerTable table={cut.table} />
      <p className={css.sum} data-sum>
        {cut.sum}
      </p>
    </>
  )
}

export function LogOf({ cut }: Props) {
  return cut.strips.map((strips) => (
    <LogStrips key={strips.partition} strips={strips} several={cut.strips.length > 1} />
  ))
}

export function BrokerOf({ cut }: Props) {
  return (
    <>
      {cut.memory.map((memory) => (
        <Memory key={memory.partition} memory={memory} several={cut.strips.length > 1} />
      ))}
      {cut.readers.map((reader) => (
        <Reader key={reader.node} reader={reader} names={cut.names} />
      ))}
      <Connections connections={cut.connections} names={cut.names} />
    </>
  )
}
