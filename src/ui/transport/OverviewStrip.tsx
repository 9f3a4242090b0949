import { memo, type RefObject } from 'react'
import type { Overview } from '../../timeline/index.ts'
import { classes } from '../controls/classes.ts'
import css from './Overview.module.css'

interface Props {
  readonly overview: Overview
  readonly width: number
  readonly xOf: (place: number) => number
  /** How many ticks lie behind the playhead. */
  readonly passed: number
  /** What lies ahead is not told. */
  readonly hides: boolean
  readonly foldsSeen: number
  readonly playhead: RefObject<SVGGElement | null>
}

export const OverviewStrip = memo(({ overview, width, xOf, playhead, passed, hides, foldsSeen }: Props) => {
  const x = (place: number): number => Math.round(xOf(place))
  return (
    <svg width="100%" height="100%" viewBox={`0 0 ${width} 44`} aria-hidden="true" className={css.strip}>
      <rect x={0.5} y={6.5} width={width - 1} height={31} rx={6} className={css.frame} />
      {overview.folds.slice(0, foldsSeen).map((gap) => (
        <g key={gap.id}>
          <rect x={x(gap.from)} y={7} width={Math.max(10, x(gap.to) - x(gap.from))} height={30} className={css.gap} />
          <text x={(x(gap.from) + x(gap.to)) / 2} y={26} fontSize={12} className={css.dots}>
            {'⋯'}
          </text>
        </g>
      ))}
      {(hides ? overview.ticks.slice(0, passed) : overview.ticks).map((tick, index) => (
        <Tick key={tick.moment.at} x={x(tick.place)} isAhead={index >= passed} />
      ))}
      {overview.faults.map((fault) => (
        <g
          key={fault.index}
          transform={`translate(${x(fault.place)} 22)`}
          className={classes(css.fault, !fault.used && css.unused)}
        >
          <circle r={8} />
          <path d="M-3.2,-3.2l6.4,6.4M3.2,-3.2l-6.4,6.4" />
        </g>
      ))}
      <g ref={playhead} className={css.playhead}>
        <line y1={1} y2={43} />
        <circle cy={22} r={7} />
      </g>
    </svg>
  )
})

/** Remembered one by one: an event passes one tick, not all of them. */
const Tick = memo(({ x, isAhead }: { x: number; isAhead: boolean }) => (
  <line x1={x} x2={x} y1={15} y2={29} className={classes(css.tick, isAhead && css.ahead)} />
))
