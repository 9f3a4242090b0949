import { memo } from 'react'
import type { OutsideView, ReaderView } from '../../app/index.ts'
import { readerWords as words } from '../../words/en/uiConnections.ts'
import { capital, type Names } from '../../words/index.ts'
import { Block } from './Block.tsx'
import css from './Reader.module.css'

interface Props {
  readonly reader: ReaderView
  readonly names: Names
}

/** Where a reader is, where it would begin again, and what is done with what it read. */
export const Reader = memo(
  ({ reader, names }: Props) => (
    <Block
      title={capital(names.actor(reader.node))}
      note={reader.group === null ? words.noGroup : words.group(reader.group)}
      data-reader={reader.node}
    >
      <Offsets reader={reader} />
      <p className={css.doing}>{reader.isUp ? doing(reader) : words.down}</p>
      {reader.outside === null ? null : <Outside outside={reader.outside} names={names} />}
    </Block>
  ),
  (a, b) => JSON.stringify(a.reader) === JSON.stringify(b.reader),
)

function Offsets({ reader }: { reader: ReaderView }) {
  return (
    <table className={css.offsets}>
      <thead>
        <tr>
          {Object.entries(words.columns).map(([id, label]) => (
            <th key={id} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {reader.partitions.map(({ partition, position, committed, lag }) => (
          <tr key={partition}>
            <th scope="row">{partition}</th>
            <td>{position ?? words.unknown}</td>
            <td>{committed ?? words.none}</td>
            <td>{lag ?? words.unknown}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const doing = ({ working, waiting, commit }: ReaderView): string => {
  const work = working === null ? null : words.tried(words.working[working.doing](working.record), working.attempt)
  const parts = [
    work,
    commit === null ? null : words.commit[commit.because],
    waiting.length > 0 ? words.waits(waiting) : null,
  ].filter((part) => part !== null)
  return parts.length === 0 ? words.idle : parts.join(' · ')
}

function Outside({ outside, names }: { outside: OutsideView; names: Names }) {
  const { protection, remembered, effect } = outside
  const what = protection === null ? words.protections.none(words.effect(effect)) : words.protections[protection]
  return (
    <p className={css.outside}>
      <b>{words.outside(capital(names.actor(outside.node)))}</b> {what}
      {protection === 'dedup' ? (
        <span className={css.names}>
          {remembered.length === 0
            ? words.keepsNothing
            : remembered.map(({ record, until }) => <span key={record}>{words.keeps(record, until)}</span>)}
        </span>
      ) : null}
    </p>
  )
}
