import { memo, type RefObject, type SVGProps, useMemo } from 'react'
import { frame, type Phase, type Primitive, type Scene } from '../../timeline/index.ts'
import { Mark } from './Mark.tsx'
import css from './TimelineView.module.css'
import type { CursorSource } from './useMotion.ts'

interface Props {
  readonly scene: Scene
  readonly before: Scene | null
  readonly svg: RefObject<SVGSVGElement | null>
  readonly playhead: RefObject<SVGGElement | null>
  readonly svgProps: SVGProps<SVGSVGElement>
  readonly rulerProps: SVGProps<SVGRectElement>
  readonly source: CursorSource
}

const RULER = 36

/** All marks of a scene, the playhead between them: what must show is drawn over it. */
export function Sheet({ scene, before, svg, playhead, svgProps, rulerProps, source }: Props) {
  return (
    <svg ref={svg} className={css.picture} width={scene.length} height={scene.breadth} aria-hidden="true" {...svgProps}>
      <Hatch />
      <Marks scene={scene} before={before} over={false} />
      <rect className={css.ruler} width={scene.length} height={RULER} {...rulerProps} />
      <g ref={playhead} className={css.playhead} data-playhead="">
        <line y1={14} y2={scene.bottom} />
        <path d="M-7 8h14v8l-7 8l-7 -8z" {...(rulerProps as SVGProps<SVGPathElement>)} />
      </g>
      <Marks scene={scene} before={before} over />
      <Ghosts scene={scene} before={before} source={source} />
    </svg>
  )
}

const Hatch = () => (
  <defs>
    <pattern id="hatch-doubt" width={7} height={7} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width={7} height={7} style={{ fill: 'var(--doubt-tint)' }} />
      <rect width={3} height={7} style={{ fill: 'var(--doubt-fill)' }} />
    </pattern>
  </defs>
)

/** Names and roles of lanes stay at the left edge while the picture is scrolled. */
const isHeader = ({ id }: Primitive): boolean =>
  id.startsWith('lane ') || id.startsWith('role ') || id === 'cluster name'

const Marks = memo(
  ({ scene, before, over }: { readonly scene: Scene; readonly before: Scene | null; readonly over: boolean }) => {
    const known = useMemo(() => (before === null ? null : new Set(before.primitives.map((mark) => mark.id))), [before])
    return scene.primitives
      .filter((mark) => !isHeader(mark) && (mark.layer === 'must') === over)
      .map((mark) => <Mark key={mark.id} mark={mark} isNew={known !== null && !known.has(mark.id)} />)
  },
)

interface Gone {
  readonly mark: Primitive
  readonly phase: Phase
}
/** What the re-run took away fades out, as it stood. */
const Ghosts = memo(
  ({
    scene,
    before,
    source,
  }: {
    readonly scene: Scene
    readonly before: Scene | null
    readonly source: CursorSource
  }) => {
    const gone = useMemo((): readonly Gone[] => {
      if (before === null) return []
      const now = new Set(scene.primitives.map((mark) => mark.id))
      const { phases } = frame(before, source.get())
      return before.primitives
        .map((mark, i) => ({ mark, phase: phases[i] ?? 'hidden' }))
        .filter(({ mark, phase }) => phase !== 'hidden' && !now.has(mark.id))
    }, [scene, before, source])
    return gone.length === 0 ? null : (
      <g className={css.ghosts} key={gone.map(({ mark }) => mark.id).join()} data-ghosts="">
        {gone.map(({ mark, phase }) => (
          <Mark key={mark.id} mark={mark} isNew={false} phase={phase} />
        ))}
      </g>
    )
  },
)

/** What the marks mean; it does not scroll with them. */
export const Legend = memo(({ scene }: { readonly scene: Scene }) => {
  const { bottom, breadth, legend, view } = scene
  return (
    <div className={css.legend}>
      <svg
        width={view.width - 8}
        height={breadth - bottom}
        viewBox={`0 ${bottom} ${view.width - 8} ${breadth - bottom}`}
        aria-hidden="true"
        className={css.picture}
        data-legend=""
      >
        {legend.map((mark) => (
          <Mark key={mark.id} mark={mark} isNew={false} />
        ))}
      </svg>
    </div>
  )
})

/** The heads of the lanes, over the picture: while it is scrolled they cover what goes by under them. */
export const Headers = memo(({ scene, svgProps }: { readonly scene: Scene; readonly svgProps: Props['svgProps'] }) => {
  const width = scene.axis.start - 6
  const { top, bottom } = scene.lanes.cluster
  const scrolls = scene.length > scene.view.width + 1
  return (
    <div className={css.headers}>
      <svg width={width} height={scene.bottom} aria-hidden="true" className={css.picture} {...svgProps}>
        {scrolls ? <rect className={css.cover} width={width} height={scene.bottom} /> : null}
        {scrolls ? <rect className={css.coverCluster} y={top} width={width} height={bottom - top} /> : null}
        {scene.primitives.filter(isHeader).map((mark) => (
          <Mark key={mark.id} mark={mark} isNew={false} />
        ))}
      </svg>
    </div>
  )
})
