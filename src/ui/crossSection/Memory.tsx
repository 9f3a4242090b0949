import { type CSSProperties, memo } from 'react'
import type { Memory as Remembered } from '../../app/index.ts'
import { stateWords } from '../../words/en/ui.ts'
import { classes } from '../controls/classes.ts'
import css from './Memory.module.css'

type Known = Extract<Remembered, { kind: 'producer' }>

/** What the leader keeps of the producer: the reason why a copy is seen, and a gap refused. */
export const Memory = memo(({ memory }: { memory: Remembered }) => {
  const title = stateWords.remembers(stateWords.broker(memory.broker))
  return (
    <section className={css.block} aria-label={title}>
      <div className={css.head}>
        <h2 className={css.title}>{title}</h2>
        {memory.kind === 'producer' ? (
          <span className={css.identity}>{stateWords.identity(memory.producerId, memory.producerEpoch)}</span>
        ) : null}
      </div>
      {memory.kind === 'producer' ? <Sequences memory={memory} /> : null}
      {memory.kind === 'nothing-yet' ? <p className={css.words}>{stateWords.remembersNothingYet}</p> : null}
      {memory.kind === 'nothing-ever' ? <p className={css.words}>{stateWords.remembersNothing}</p> : null}
    </section>
  )
})

function Sequences({ memory }: { memory: Known }) {
  const first = memory.sequences[0] ?? 0
  const { arriving } = memory
  return (
    <>
      <p className={css.row}>
        <span className={css.name}>{stateWords.lastSeen}</span>
        {memory.sequences.map((sequence) => (
          <span
            key={sequence}
            className={classes(
              css.box,
              css.seen,
              arriving?.state === 'seen-before' && arriving.sequence === sequence && css.match,
            )}
          >
            {sequence}
          </span>
        ))}
      </p>
      {arriving ? <Arriving memory={memory} first={first} /> : <Expected memory={memory} first={first} />}
    </>
  )
}

const shift = (places: number): CSSProperties & Record<`--${string}`, number> => ({
  '--shift': Math.min(5, Math.max(0, places)),
})

function Expected({ memory, first }: { memory: Known; first: number }) {
  return (
    <p className={css.row}>
      <span className={css.name}>{stateWords.nextExpected}</span>
      <span className={classes(css.box, css.open)} style={shift(memory.expected - first)}>
        {memory.expected}
      </span>
    </p>
  )
}

function Arriving({ memory, first }: { memory: Known; first: number }) {
  const { arriving, expected } = memory
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
          <span className={classes(css.box, css.open)} style={shift(expected - first)}>
            {expected}
          </span>
        ) : null}
        <span
          className={classes(css.box, css.came, gap && css.gap, arriving.state === 'seen-before' && css.twin)}
          style={shift(gap ? arriving.sequence - expected - 1 : arriving.sequence - first)}
        >
          {arriving.sequence}
        </span>
      </p>
      <p className={css.verdict}>
        <b>{words[0]}</b> {words[1]}
      </p>
    </>
  )
}
