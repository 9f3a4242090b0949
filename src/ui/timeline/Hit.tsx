import type { ReactElement } from 'react'
import { path, styleOf, toTheRight } from '../../timeline/index.ts'
import type { Painted } from './canvasMarks.ts'
import { HIT_BAND } from './Mark.tsx'
import css from './TimelineView.module.css'

/** Where a mark that is painted on the canvas can be pointed at: the same area as if it were an element. */
const Hit = ({ mark }: { readonly mark: Painted }) => (
  <g data-mark={mark.id} data-name={mark.name} data-cell={mark.cell} data-hit="">
    {mark.shape === 'disc' ? (
      <circle cx={mark.at.along} cy={mark.at.across} r={mark.radius} className={css.hitDot} />
    ) : (
      <path
        d={path([mark.a, mark.b], toTheRight)}
        className={css.hit}
        strokeWidth={mark.shape === 'arrow' ? HIT_BAND : styleOf(mark.class).width}
      />
    )}
  </g>
)

const known = new WeakMap<Painted, ReactElement>()

/** Nothing where the mark has no name: nobody can point at it. */
export const hitOf = (mark: Painted): ReactElement | null => {
  if (mark.name === undefined) return null
  const element = known.get(mark) ?? <Hit key={mark.id} mark={mark} />
  known.set(mark, element)
  return element
}
