import { type CSSProperties, memo } from 'react'
import {
  type Arrow,
  faintOf,
  glyphPath,
  headOf,
  isFilled,
  type Phase,
  type Point,
  type Primitive,
  path,
  styleOf,
  tipOf,
  toTheRight,
} from '../../timeline/index.ts'
import { cssOf } from './paint.ts'
import css from './TimelineView.module.css'

interface Props {
  readonly mark: Primitive
  /** True when the picture before did not have it. */
  readonly isNew: boolean
  /** Only for what nobody moves any more. */
  readonly phase?: Phase
}

/** One primitive. Its phase is not React's business: the board sets it, and moves what is in the air. */
export const Mark = memo(({ mark, isNew, phase }: Props) => (
  <g
    data-mark={mark.id}
    data-phase={phase}
    data-shape={mark.shape}
    data-faint={faintOf(mark) ?? 'none'}
    data-class={mark.class}
    data-name={mark.name}
    data-cell={mark.cell}
    data-journey={mark.records === undefined ? undefined : ''}
    className={isNew ? css.fresh : undefined}
  >
    <Shape mark={mark} />
  </g>
))

function Shape({ mark }: { readonly mark: Primitive }) {
  const style = cssOf(styleOf(mark.class))
  switch (mark.shape) {
    case 'line': {
      const line = { ...endsOf(mark.a, mark.b), style }
      return (
        <>
          {mark.travels === true ? <line {...line} data-rest="" /> : null}
          <line {...line} data-flown="" />
        </>
      )
    }
    case 'polyline':
      return <path d={path(mark.points, toTheRight)} style={style} />
    case 'rect': {
      const { along, across, length, breadth } = mark.box
      const shape = { x: along, y: across, width: length, height: breadth, rx: mark.radius, style }
      return (
        <>
          {mark.grows === true ? <rect {...shape} data-rest="" /> : null}
          <rect {...shape} data-flown="" />
        </>
      )
    }
    case 'disc':
      return <circle cx={mark.at.along} cy={mark.at.across} r={mark.radius} style={style} />
    case 'glyph':
      return (
        <path
          d={glyphPath(mark.glyph, mark.at, toTheRight)}
          style={isFilled(mark.glyph) ? { fill: style.fill } : style}
        />
      )
    case 'arrow':
      return <ArrowMark mark={mark} />
    case 'text':
      return <Words mark={mark} />
  }
}

/** A message that is pointed at thickens. */
const thick = (width: number): string => `calc(${width}px + var(--thick, 0px))`

/**
 * In the air, `data-flown` reaches as far as the playhead and lies over `data-rest`, which is faint and stays as it is. A line
 * is a `line`: its ends are attributes and no styles, so moving one asks for no style (board.ts).
 */
const endsOf = (a: Point, b: Point) => ({ x1: a.along, y1: a.across, x2: b.along, y2: b.across })

interface ShaftProps {
  readonly ends: ReturnType<typeof endsOf>
  readonly style: CSSProperties
  readonly double: boolean
  readonly part: Readonly<Record<string, string>>
}
/** A retry is a double line: a thick one with the panel's colour in it. */
const Shaft = ({ ends, style, double, part }: ShaftProps) =>
  double ? (
    <>
      <line {...ends} style={{ ...style, strokeWidth: thick(5.5) }} {...part} />
      <line {...ends} className={css.between} {...part} />
    </>
  ) : (
    <line {...ends} style={{ ...style, strokeWidth: thick(Number(style.strokeWidth ?? 1)) }} {...part} />
  )

/** The width of the band in which a thin arrow can be hit. */
export const HIT_BAND = 12

/** A line without length and with round ends. */
const dot = ({ stroke }: CSSProperties, radius: number): CSSProperties => ({
  stroke,
  strokeWidth: 2 * radius,
  strokeLinecap: 'round',
})

function ArrowMark({ mark }: { readonly mark: Arrow }) {
  const own = styleOf(mark.class)
  const style = cssOf(own)
  const shaft = { ends: endsOf(mark.a, tipOf(mark)), style, double: mark.double }
  const head = { ...style, strokeDasharray: 'none', strokeLinecap: 'round', strokeLinejoin: 'round' } as const
  return (
    <>
      {mark.name === undefined ? null : (
        <path d={path([mark.a, mark.b], toTheRight)} className={css.hit} strokeWidth={HIT_BAND} />
      )}
      <Shaft {...shaft} part={{ 'data-rest': '' }} />
      <Shaft {...shaft} part={{ 'data-flown': '' }} />
      {mark.head === 'none' ? null : (
        <path
          d={headOf(mark, toTheRight)}
          data-head=""
          style={
            mark.head === 'closed'
              ? { fill: style.stroke }
              : { ...head, strokeWidth: Math.max(1.25, (own.width ?? 1) * 1.1) }
          }
        />
      )}
      <line {...endsOf(mark.a, mark.a)} style={dot(style, mark.layer === 'replication' ? 3.2 : 5)} data-tip="" />
    </>
  )
}

function Words({ mark }: { readonly mark: Extract<Primitive, { shape: 'text' }> }) {
  const { along, across } = mark.at
  return (
    <text
      {...(mark.turned === true ? { transform: `translate(${along} ${across}) rotate(-90)` } : { x: along, y: across })}
      textAnchor={mark.anchor}
      fontSize={mark.size}
      fontWeight={mark.weight}
      className={mark.halo === undefined ? undefined : mark.halo === 'cluster' ? css.haloInCluster : css.halo}
      style={{ ...cssOf(styleOf(mark.class)), fontFamily: `var(--font-${mark.family})` }}
    >
      {mark.text}
    </text>
  )
}
