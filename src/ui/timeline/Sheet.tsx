import { memo, type ReactElement, type RefObject, type SVGProps, useMemo } from 'react'
import {
  bandOf,
  frame,
  type Layer,
  type Phase,
  type Primitive,
  RULER,
  type Scene,
  signRoom,
} from '../../timeline/index.ts'
import { classes } from '../controls/classes.ts'
import { SimplifiedButton } from '../help/Simplified.tsx'
import { type Painted, paintedOf } from './canvasMarks.ts'
import { elementOf } from './elements.tsx'
import { hitOf } from './Hit.tsx'
import { Mark } from './Mark.tsx'
import css from './TimelineView.module.css'
import type { CursorSource } from './useMotion.ts'

interface Props {
  readonly scene: Scene
  readonly before: Scene | null
  readonly svg: RefObject<SVGSVGElement | null>
  readonly svgProps: SVGProps<SVGSVGElement>
  readonly source: CursorSource
}

/** All marks of the lanes, the playhead between them: what must show is drawn over it. */
export function Sheet(props: Props) {
  const { scene, before, svg, svgProps, source } = props
  const painted = usePainted(scene)
  const size = { width: scene.length, height: scene.bottom }
  return (
    <>
      {painted.size === 0 ? null : <Ground {...props} painted={painted} />}
      <svg
        ref={svg}
        className={classes(css.picture, painted.size > 0 && css.overCanvas)}
        {...size}
        aria-hidden="true"
        {...svgProps}
      >
        <Hatch />
        <Marks scene={scene} before={before} part={painted.size === 0 ? 'under' : 'crowd'} painted={painted} />
        <g className={css.playhead} data-playhead="">
          <line y1={RULER} y2={scene.bottom} />
        </g>
        <Marks scene={scene} before={before} part="over" painted={painted} />
        <Ghosts scene={scene} before={before} source={source} />
      </svg>
    </>
  )
}

type PaintedSet = ReadonlySet<Primitive>
const usePainted = (scene: Scene): PaintedSet => useMemo(() => new Set(paintedOf(scene)), [scene])

/** What lies under the canvas, and the canvas. */
const Ground = ({ scene, before, svgProps, painted }: Props & { readonly painted: PaintedSet }) => {
  const size = { width: scene.length, height: scene.bottom }
  return (
    <>
      <svg className={classes(css.picture, css.ground)} {...size} aria-hidden="true" {...svgProps}>
        <Marks scene={scene} before={before} part="ground" painted={painted} />
      </svg>
      <canvas className={css.canvas} style={size} data-marks="" />
    </>
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

/** Where a canvas lies between them, the lower marks are two parts: `ground` below it, `crowd` above. */
type Part = 'under' | 'ground' | 'crowd' | 'over'
const GROUND: ReadonlySet<Layer> = new Set<Layer>(['tint', 'fold', 'line'])
const PARTS: Readonly<Record<Part, (layer: Layer) => boolean>> = {
  under: (layer) => layer !== 'must',
  ground: (layer) => GROUND.has(layer),
  crowd: (layer) => layer !== 'must' && !GROUND.has(layer),
  over: (layer) => layer === 'must',
}

interface MarksProps {
  readonly scene: Scene
  readonly before: Scene | null
  readonly part: Part
  readonly painted: PaintedSet
}
const Marks = memo(({ scene, before, part, painted }: MarksProps) => {
  const known = useMemo(() => (before === null ? null : new Set(before.primitives.map((mark) => mark.id))), [before])
  const elements = (mark: Primitive): ReactElement | null => {
    if (painted.has(mark)) return hitOf(mark as Painted)
    return known === null || known.has(mark.id) ? elementOf(mark) : <Mark key={mark.id} mark={mark} isNew />
  }
  return scene.primitives.filter((mark) => bandOf(mark) === 'lanes' && PARTS[part](mark.layer)).map(elements)
})

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
        .filter(({ mark, phase }) => phase !== 'hidden' && !now.has(mark.id) && bandOf(mark) === 'lanes')
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

/** What the marks mean, and where they say less than Kafka does. It stands under the lanes and is not scrolled with them. */
export const Legend = memo(({ scene }: { readonly scene: Scene }) => {
  const { bottom, breadth, legend, view } = scene
  const height = breadth - bottom
  return height === 0 ? null : (
    <>
      <svg
        width={view.width - 8}
        height={height}
        viewBox={`0 ${bottom} ${view.width - 8} ${height}`}
        aria-hidden="true"
        className={classes(css.picture, css.legend)}
        data-legend=""
      >
        {legend.map(elementOf)}
      </svg>
      {signRoom(view.width) === 0 ? null : <SimplifiedButton isSign />}
    </>
  )
})
