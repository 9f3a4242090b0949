import { type CSSProperties, memo } from 'react'
import type { Memory as Remembered, RememberedProducer } from '../../app/index.ts'
import { stateWords } from '../../words/en/ui.ts'
import { classes } from '../controls/classes.ts'
import css from './Memory.module.css'

interface Props {
  readonly memory: Remembered
  /** With several partitions the title names which one. */
  readonly several: boolean
}

/** What the leader keeps of each producer: the reason why a copy is seen, and a gap refused. */
export const Memory = memo(({ memory, several }: Props) => {
  const title = titleOf(memory, several)
  const [first, ...rest] = memory.kind === 'producers' ? memory.producers : []
  return (
    <section className={css.block} aria-label={title} data-memory={memory.partition}>
      <div className={css.head}>
        <h2 className={css.title}>{title}</h2>
        {first === undefined ? null : <Identity producer={first} />}
      </div>
      {first === undefined ? null : <Sequences producer={first} />}
      {rest.map((producer) => (
        <div key={producer.producerId} className={css.other}>
          <p className={css.head}>
            <span className={css.note}>{stateWords.anotherProducer}</span>
            <Identity producer={producer} />
          </p>
          <Sequences producer={producer} />
        </div>
      ))}
      {memory.kind === 'producers' ? null : <p className={css.words}>{nothing[memory.kind]}</p>}
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

interface Known {
  readonly producer: RememberedProducer
}

function Identity({ producer }: Known) {
  return <span className={css.identity}>{stateWords.identity(producer.producerId, producer.producerEpoch)}</span>
}

/** The boxes stand side by side, one place each; several records in a batch need a wider one. */
function Sequences({ producer }: Known) {
  const { arriving, batches, judged } = producer
  const wide = [...batches, ...arriving, ...(judged ? [judged] : [])].some(({ first, last }) => last > first)
  return (
    <div className={classes(wide && css.wide)}>
      <p className={css.row}>
        <span className={css.name}>{stateWords.lastSeen}</span>
        {batches.length === 0 ? <span className={css.note}>{stateWords.nothingSeen}</span> : null}
        {batches.map(({ first, last }, index) => (
          <span
            key={first}
            className={classes(
              css.box,
              css.seen,
              judged?.verdict === 'seen-before' && judged.place === index && css.match,
            )}
          >
            {stateWords.sequences(first, last)}
          </span>
        ))}
      </p>
      {judged === null ? null : <JudgedRow producer={producer} judged={judged} />}
      {arriving.length === 0 ? null : <ArrivingRow producer={producer} />}
      {judged === null && arriving.length === 0 ? <Expected producer={producer} /> : null}
    </div>
  )
}

const shift = (places: number): CSSProperties & Record<`--${string}`, number> => ({
  '--shift': Math.min(5, Math.max(0, places)),
})

function Expected({ producer }: Known) {
  return (
    <p className={css.row}>
      <span className={css.name}>{stateWords.nextExpected}</span>
      <span className={classes(css.box, css.open)} style={shift(producer.batches.length)}>
        {producer.expected}
      </span>
    </p>
  )
}

/** In order of their leaving; more than fit beside each other are counted. */
const SHOWN = 4

function ArrivingRow({ producer }: Known) {
  const { arriving } = producer
  const [next] = arriving
  const shown = arriving.slice(0, SHOWN)
  const place = Math.min(next?.place ?? 0, 6 - shown.length)
  return (
    <p className={css.row} data-arriving>
      <span className={css.name}>{stateWords.arriving}</span>
      {shown.map(({ first, last }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two tries of one batch can be on their way at once
        <span key={index} className={classes(css.box, css.came)} style={shift(index === 0 ? place : 0)}>
          {stateWords.sequences(first, last)}
        </span>
      ))}
      {arriving.length > SHOWN ? <span className={css.note}>{stateWords.more(arriving.length - SHOWN)}</span> : null}
    </p>
  )
}

function JudgedRow({ producer, judged }: Known & { judged: NonNullable<RememberedProducer['judged']> }) {
  const gap = judged.verdict === 'gap'
  const words = {
    'seen-before': stateWords.seenBefore,
    gap: stateWords.gap(judged.expected),
    'in-order': stateWords.inOrder,
  }[judged.verdict]
  return (
    <>
      <p className={css.row}>
        <span className={css.name}>{stateWords.justCame}</span>
        {gap ? (
          <span className={classes(css.box, css.open)} style={shift(Math.min(4, producer.batches.length))}>
            {judged.expected}
          </span>
        ) : null}
        <span
          className={classes(css.box, css.came, gap && css.gap, judged.verdict === 'seen-before' && css.twin)}
          style={shift(gap ? 0 : judged.place)}
        >
          {stateWords.sequences(judged.first, judged.last)}
        </span>
      </p>
      <p className={css.verdict}>
        <b>{words[0]}</b> {words[1]}
      </p>
    </>
  )
}
