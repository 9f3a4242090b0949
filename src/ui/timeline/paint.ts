import type { CSSProperties } from 'react'
import type { MarkStyle, Paint } from '../../timeline/index.ts'

const paint = (token: Paint): string =>
  token === 'none' ? 'none' : token === 'hatch-doubt' ? 'url(#hatch-doubt)' : `var(--${token})`

/** The style table of the timeline as CSS: colours stay variables, so that a theme changes without a new scene. */
export const cssOf = (style: MarkStyle): CSSProperties => ({
  fill: paint(style.fill ?? 'none'),
  ...(style.stroke === undefined ? {} : { stroke: paint(style.stroke) }),
  ...(style.width === undefined ? {} : { strokeWidth: style.width }),
  ...(style.dash === undefined ? {} : { strokeDasharray: style.dash }),
  ...(style.round === true ? { strokeLinecap: 'round', strokeLinejoin: 'round' } : {}),
  ...(style.opacity === undefined ? {} : { opacity: style.opacity }),
})
