import { type CSSProperties, memo } from 'react'
import type { Memory as Remembered } from '../../app/index.ts'
import { stateWords } from '../../words/en/ui.ts'
import { classes } from '../controls/classes.ts'
import css from './Memory.module.css'

type Known = Extract<Remembered, { kind: 'producer' }>

interface Props {
  readonly memory: Remembered
  /** With several partitions the title names which one. */
  readonly several: boolean
}

/** What the leader keeps of the producer: the reason why a copy is seen, and a gap refused. */
export const Memory = memo(({ memory, several }: Props) => {
  const title = titleOf(memory, several)
  return (
    <section className={css.block} aria-label={title} data-memory={memory.partition}>
      <div className={css.head}>
        <h2 className={css.title}>{title}</h2>
        {memory.kind === 'producer' ? (
          <span className={css.identity}>{stateWords.identity(memory.producerId, memory.producerEpoch)}</span>
        ) : null}
      </div>
      {memory.kind === 'producer' ? <Sequences memory={memory} /> : <p className={css.words}>{nothing[memory.kind]}</p>}
    </section>
  )
}, isSame)

const nothing = {
  'no-leader': stateWords.noLeader,
  'nothing-yet': stateWords.remembersNothingYet,
  'nothing-ever': stateWords.remembersNothing,
} as const

/** A step is about one partition: what the others remember is as it was. */
function isSame(a: Props, b: Props): boolean {
  return a.several === b.several && JSON.stringify(a.memory) === JSON.stringify(b.memory)
}

const titleOf = ({ broker, partition }: Remembered, several: boolean): string => {
  if (broker === null) return partition
  return several
    ? stateWords.remembersOf(partition, stateWords.brokerInside(broker))
    : stateWords.remembers(stateWords.broker(broker))
}

/** The boxes stand side by side, one place each; several records in a batch need a wider one. */
function Sequences({ memory }: { memory: Known }) {
  const { arriving, batches } = memory
  const wide = [...batches, ...(arriving ? [arriving] : [])].some(({ first, last }) => last > first)
  return (
    <div className={classes(wide && css.wide)}>
      <p className={css.row}>
        <span className={css.name}>{stateWords.lastSeen}</span>
        {batches.map(({ first, last }) => (
          <span
            key={first}
            className={classes(
              css.box,
              css.seen,
              arriving?.state === 'seen-before' && arriving.first === first && css.match,
            )}
          >
            {stateWords.sequences(first, last)}
          </span>
        ))}
      </p>
      {arriving ? <Arriving memory={memory} /> : <Expected memory={memory} />}
    </div>
  )
}

const shift = (places: number): CSSProperties & Record<`--${string}`, number> => ({
  '--shift': Math.min(5, Math.max(0, places)),
})

function Expected({ memory }: { memory: Known }) {
  return (
    <p className={css.row}>
      <span className={css.name}>{stateWords.nextExpected}</span>
      <span className={classes(css.box, css.open)} style={shift(memory.batches.length)}>
        {memory.expected}
      </span>
    </p>
  )
}

/** Under the batch it is a copy of, else behind the last one; after a gap, behind what was expected. */
const placeOf = ({ arriving, batches, expected }: Known): number => {
  const known = batches.findIndex(({ first }) => first === arriving?.first)
  if (known >= 0) return known
  return arriving !== null && arriving.first > expected && arriving.state !== 'gap'
    ? batches.length + 1
    : batches.length
}

function Arriving({ memory }: { memory: Known }) {
  const { arriving, expected, batches } = memory
  if (arriving === null) return null
  const gap = arriving.state === 'gap'
  const words = {
    arriving: [],
    'seen-before': stateWords.seenBefore,
    gap: stateWords.gap(expected),
    'in-order': stateWords.inOrder,
  }[arriving.state]
  return (
    <>
      <p className={css.row}>
        <span className={css.name}>{arriving.state === 'arriving' ? stateWords.arriving : stateWords.justCame}</span>
        {gap ? (
          <span className={classes(css.box, css.open)} style={shift(Math.min(4, batches.length))}>
            {expected}
          </span>
        ) : null}
        <span
          className={classes(css.box, css.came, gap && css.gap, arriving.state === 'seen-before' && css.twin)}
          style={shift(gap ? 0 : placeOf(memory))}
        >
          {stateWords.sequences(arriving.first, arriving.last)}
        </span>
      </p>
      <p className={css.verdict}>
        <b>{words[0]}</b> {words[1]}
      </p>
    </>
  )
}
