import { memo, type SVGProps } from 'react'
import { bandOf, overflowOf, RULER, type Scene } from '../../timeline/index.ts'
import { classes } from '../controls/classes.ts'
import { elementOf } from './elements.tsx'
import css from './TimelineView.module.css'

interface HeadersProps {
  readonly scene: Scene
  readonly svgProps: SVGProps<SVGSVGElement>
}

const lengthOf = (scene: Scene): number => scene.axis.start - 6

/** The heads of the lanes, over the picture: while it is scrolled they cover what goes by under them. */
export const Headers = memo(({ scene, svgProps }: HeadersProps) => {
  const { top, bottom } = scene.lanes.cluster
  const scrolls = overflowOf(scene).along
  const width = lengthOf(scene)
  return (
    <div className={css.headers}>
      <svg width={width} height={scene.bottom} aria-hidden="true" className={css.picture} {...svgProps}>
        {scrolls ? <rect className={css.cover} width={width} height={scene.bottom} /> : null}
        {scrolls ? <rect className={css.coverCluster} y={top} width={width} height={bottom - top} /> : null}
        {scene.primitives.filter((mark) => bandOf(mark) === 'header').map(elementOf)}
      </svg>
    </div>
  )
})

interface RulerProps extends HeadersProps {
  readonly rulerProps: SVGProps<SVGElement>
}

/** The ruler with the head of the playhead: it stays at the top, and the lanes go by under it. */
export const Ruler = memo(({ scene, svgProps, rulerProps }: RulerProps) => {
  const { along, across } = overflowOf(scene)
  const onBand = rulerProps as SVGProps<SVGRectElement>
  return (
    <div className={css.rulerBand}>
      <svg width={scene.length} height={RULER + 1} aria-hidden="true" className={css.picture} {...svgProps}>
        {across ? <rect className={css.cover} width={scene.length} height={RULER} /> : null}
        <rect className={css.ruler} width={scene.length} height={RULER} {...onBand} />
        {scene.primitives.filter((mark) => bandOf(mark) === 'ruler').map(elementOf)}
        <g className={css.playhead} data-playhead="">
          <line y1={14} y2={RULER + 1} />
          <path d="M-7 8h14v8l-7 8l-7 -8z" {...(rulerProps as SVGProps<SVGPathElement>)} />
        </g>
      </svg>
      <div
        className={classes(css.corner, along && css.covers)}
        style={{ width: lengthOf(scene), height: RULER }}
        data-corner=""
      />
    </div>
  )
})
