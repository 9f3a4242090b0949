import { type CSSProperties, type KeyboardEvent, type MouseEvent, memo } from 'react'
import type { LogCell, ReplicaStrip, Strips } from '../../app/index.ts'
import { stateWords } from '../../words/en/ui.ts'
import { classes } from '../controls/classes.ts'
import { useLab } from '../useApp.ts'
import css from './LogStrips.module.css'

/** What fits beside the broker's name, with room for the high watermark. */
const SHOWN = 6
const ROOMY = 4

/** px from one offset to the next: the more there are, the narrower they stand. */
const pitchOf = (count: number): number => (count <= ROOMY ? 36 : Math.max(24, Math.floor(144 / count)))

interface Props {
  readonly strips: Strips
  /** With several partitions each says who leads it, and stands a little closer. */
  readonly several: boolean
}

/** The logs side by side, each with the high watermark that replica knows. */
export const LogStrips = memo(({ strips, several }: Props) => {
  const { actions } = useLab()
  const leader = strips.leader === null ? null : stateWords.brokerInside(strips.leader)
  const end = Math.max(ROOMY, ...strips.strips.map((strip) => (strip.cells.at(-1)?.offset ?? -1) + 1))
  const from = Math.max(0, end - SHOWN)
  const offsets = Array.from({ length: end - from }, (_, index) => from + index)
  const style: CSSProperties & Record<`--${string}`, string> = { '--pitch': `${pitchOf(offsets.length) / 16}rem` }
  const withCells = strips.strips.find(({ cells }) => cells.length > 0)
  const onClick = (event: MouseEvent): void => {
    const { broker, offset } = copyUnder(event.target)?.dataset ?? {}
    if (broker !== undefined)
      actions.selectCopy({ broker: Number(broker), partition: strips.partition, offset: Number(offset) })
  }
  return (
    <section
      className={classes(css.block, several && css.close)}
      aria-label={stateWords.logOf(strips.partition)}
      style={style}
      data-logs={strips.partition}
    >
      <div className={css.head}>
        <h2 className={css.title}>{strips.partition}</h2>
        <span className={css.note}>{several ? stateWords.ledBy(leader) : stateWords.logs}</span>
      </div>
      <div className={css.row} aria-hidden="true">
        <span className={css.name}>{from > 0 ? stateWords.earlier(from) : null}</span>
        {offsets.map((offset) => (
          <span key={offset} className={css.offset}>
            {offset}
          </span>
        ))}
      </div>
      {/* Its buttons act, for all of them in one place. */}
      <ul onClick={onClick} onKeyDown={onKeyDown}>
        {strips.strips.map((strip) => (
          <Replica key={strip.broker} strip={strip} from={from} count={offsets.length} isFirst={strip === withCells} />
        ))}
      </ul>
    </section>
  )
}, isSame)

const copyUnder = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('button[data-offset]') : null

const moves: Readonly<Record<string, readonly [brokers: number, offsets: number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
}

/** From copy to copy, along a log and from log to log. */
const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
  const move = moves[event.key]
  const from = copyUnder(event.target)
  if (move === undefined || from === null) return
  event.preventDefault()
  const rows = [...event.currentTarget.children].map((row) => [...row.querySelectorAll('button')])
  const row = rows.findIndex((buttons) => buttons.some((one) => one === from))
  const offset = Number(from.dataset.offset) + move[1]
  rows[row + move[0]]?.find((one) => Number(one.dataset.offset) === offset)?.focus()
}

/** A step is about one partition: the logs of the others are as they were. */
function isSame(a: Props, b: Props): boolean {
  return a.several === b.several && JSON.stringify(a.strips) === JSON.stringify(b.strips)
}

interface ReplicaProps {
  readonly strip: ReplicaStrip
  readonly from: number
  readonly count: number
  /** Tab leads to its first cell. */
  readonly isFirst: boolean
}

function Replica({ strip, from, count, isFirst }: ReplicaProps) {
  const name = stateWords.broker(strip.broker)
  const shown = strip.cells.filter((cell) => cell.offset >= from)
  const end = Math.max(shown.length, strip.highWatermark - from)
  const place: CSSProperties & Record<`--${string}`, number> = {
    '--hw': Math.max(0, strip.highWatermark - from),
    '--end': end,
  }
  return (
    <li className={classes(css.row, strip.down && css.down)} style={place}>
      <span className="visually-hidden">
        {stateWords.logAsText(
          name,
          strip.cells.map((cell) => cell.record),
          strip.down ? null : strip.highWatermark,
        )}
      </span>
      <span className={css.name} aria-hidden="true">
        <b className={css.broker}>{name}</b>
        <Role strip={strip} />
      </span>
      {shown.map((cell, index) => (
        <Cell key={cell.offset} cell={cell} strip={strip} isFirst={isFirst && index === 0} />
      ))}
      {strip.down ? (
        <span className={css.onDisk} aria-hidden="true">
          {strip.cells.length === 0 ? stateWords.nothingOnDisk : stateWords.onItsDisk}
        </span>
      ) : (
        <Watermark strip={strip} hasRoom={end <= Math.min(count, 3)} />
      )}
    </li>
  )
}

function Role({ strip }: { strip: ReplicaStrip }) {
  if (strip.down) return <span className={css.isDown}>{stateWords.down}</span>
  return strip.leads ? stateWords.leader : strip.inSync ? null : stateWords.behind
}

function Watermark({ strip, hasRoom }: { strip: ReplicaStrip; hasRoom: boolean }) {
  return (
    <>
      <span className={css.rule} aria-hidden="true" />
      <span className={classes(css.watermark, strip.leads && css.leads)} aria-hidden="true">
        {stateWords.highWatermark(strip.highWatermark)}
        {strip.leads && hasRoom ? <span className={css.readable}>{stateWords.readable}</span> : null}
      </span>
    </>
  )
}

/** A copy to look at. Tab leads to the first of a block, arrows from there. */
function Cell({ cell, strip, isFirst }: { cell: LogCell; strip: ReplicaStrip; isFirst: boolean }) {
  const { record, offset, replicated, second } = cell
  return (
    <button
      type="button"
      className={css.slot}
      tabIndex={isFirst ? 0 : -1}
      aria-label={stateWords.copyAt(record, offset, stateWords.brokerInside(strip.broker))}
      data-broker={strip.broker}
      data-offset={offset}
    >
      <span className={classes(css.cell, replicated && css.replicated, second && css.second)}>{record}</span>
    </button>
  )
}
