/**
 * The picture as SVG text, at a cursor: for the command line, the README, posters and tests. The same marks as on the
 * page, from the same scene; equal input gives equal bytes.
 */
import { flown, frame, keysOf, type Phase, phaseOf } from './frame.ts'
import { type Cursor, keyOf } from './moment.ts'
import { type Card, placeCard } from './placement/card.ts'
import type { Point, Primitive } from './scene/primitive.ts'
import type { Scene } from './scene/scene.ts'
import { AHEAD, FAINT, faintOf, type MarkStyle, type Paint, styleOf, type Token } from './scene/style.ts'
import { type Arrow, between, glyphPath, headOf, isFilled, num, path, tipOf, toTheRight } from './shapes.ts'
import { narrate } from './told.ts'

export interface SvgTheme {
  readonly mode: 'light' | 'dark'
  /** Values of ux.md's tokens. */
  readonly tokens: Readonly<Partial<Record<Token, string>>>
}

interface Print {
  readonly theme: SvgTheme
  readonly scene: Scene
  readonly playhead: number
}

const value = ({ theme }: Print, paint: Paint): string =>
  paint === 'none' ? 'none' : paint === 'hatch-doubt' ? 'url(#hatch-doubt)' : (theme.tokens[paint] ?? '#888888')

const paints = (print: Print, style: MarkStyle): string => {
  const parts = [`fill="${value(print, style.fill ?? 'none')}"`]
  if (style.stroke !== undefined) parts.push(`stroke="${value(print, style.stroke)}"`)
  if (style.width !== undefined) parts.push(`stroke-width="${num(style.width)}"`)
  if (style.dash !== undefined) parts.push(`stroke-dasharray="${style.dash}"`)
  if (style.round === true) parts.push('stroke-linecap="round" stroke-linejoin="round"')
  if (style.opacity !== undefined) parts.push(`opacity="${style.opacity}"`)
  return parts.join(' ')
}

/** Of a hidden future not even the rest of what is in the air is told. */
const isBlind = ({ scene }: Print): boolean => scene.view.future === 'hidden'

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

const line = (print: Print, a: Point, b: Point, style: MarkStyle): string =>
  `<path d="${path([a, b], toTheRight)}" ${paints(print, style)}/>`

const arrow = (print: Print, mark: Arrow, phase: Phase): string => {
  const style = styleOf(mark.class)
  const part = phase === 'air' ? flown(print.scene, mark, print.playhead) : 1
  const tip = tipOf(mark)
  const shaft = (a: Point, b: Point): string =>
    mark.double
      ? line(print, a, b, { ...style, width: 5.5 }) + line(print, a, b, { fill: 'none', stroke: 'panel', width: 1.4 })
      : line(print, a, b, style)
  const { dash: _, ...solid } = style
  const heads =
    mark.head === 'none'
      ? ''
      : `<path d="${headOf(mark, toTheRight)}" ${mark.head === 'closed' ? `fill="${value(print, style.stroke ?? 'none')}"` : paints(print, { ...solid, width: Math.max(1.25, (style.width ?? 1) * 1.1), round: true })}/>`
  if (phase !== 'air') return shaft(mark.a, tip) + heads
  const at = between(mark.a, mark.b, part)
  const disc = `<circle cx="${num(at.along)}" cy="${num(at.across)}" r="${mark.layer === 'replication' ? 3.2 : 5}" fill="${value(print, style.stroke ?? 'none')}"/>`
  if (isBlind(print)) return `${shaft(mark.a, at)}${disc}`
  return `${shaft(mark.a, at)}<g opacity="${AHEAD}">${shaft(at, tip)}${heads}</g>${disc}`
}

const rect = (print: Print, mark: Extract<Primitive, { shape: 'rect' }>, phase: Phase): string => {
  const { along, across, length, breadth } = mark.box
  const style = paints(print, styleOf(mark.class))
  const one = (x: number, width: number): string =>
    width < 0.5
      ? ''
      : `<rect x="${num(x)}" y="${num(across)}" width="${num(width)}" height="${num(breadth)}"${mark.radius > 0 ? ` rx="${num(mark.radius)}"` : ''} ${style}/>`
  if (phase !== 'air' || mark.grows !== true) return one(along, length)
  const past = length * flown(print.scene, mark, print.playhead)
  if (isBlind(print)) return one(along, past)
  return `${one(along, past)}<g opacity="${FAINT[print.theme.mode].marks}">${one(along + past, length - past)}</g>`
}

const text = (print: Print, mark: Extract<Primitive, { shape: 'text' }>): string => {
  const { along, across } = mark.at
  const family =
    print.theme.tokens[mark.family === 'code' ? 'font-code' : 'font-words'] ??
    (mark.family === 'code' ? 'monospace' : 'sans-serif')
  const anchor = mark.anchor === 'start' ? '' : ` text-anchor="${mark.anchor}"`
  const halo =
    mark.halo === undefined
      ? ''
      : ` stroke="${value(print, mark.halo === 'panel' ? 'panel' : 'panel')}" stroke-width="4" stroke-linejoin="round" paint-order="stroke"`
  const turned =
    mark.turned === true
      ? ` transform="translate(${num(along)} ${num(across)}) rotate(-90)"`
      : ` x="${num(along)}" y="${num(across)}"`
  return `<text${turned} font-family="${escaped(family)}" font-size="${mark.size}" font-weight="${mark.weight}"${anchor}${halo} fill="${value(print, styleOf(mark.class).fill ?? 'ink')}">${escaped(mark.text)}</text>`
}

const body = (print: Print, mark: Primitive, phase: Phase): string => {
  const style = styleOf(mark.class)
  switch (mark.shape) {
    case 'line': {
      if (phase !== 'air' || mark.travels !== true) return line(print, mark.a, mark.b, style)
      const at = between(mark.a, mark.b, flown(print.scene, mark, print.playhead))
      if (isBlind(print)) return line(print, mark.a, at, style)
      return `${line(print, mark.a, at, style)}<g opacity="${FAINT[print.theme.mode].marks}">${line(print, at, mark.b, style)}</g>`
    }
    case 'polyline':
      return `<path d="${path(mark.points, toTheRight)}" ${paints(print, style)}/>`
    case 'rect':
      return rect(print, mark, phase)
    case 'arrow':
      return arrow(print, mark, phase)
    case 'disc':
      return `<circle cx="${num(mark.at.along)}" cy="${num(mark.at.across)}" r="${num(mark.radius)}" ${paints(print, style)}/>`
    case 'glyph':
      return `<path d="${glyphPath(mark.glyph, mark.at, toTheRight)}" ${isFilled(mark.glyph) ? `fill="${value(print, style.fill ?? 'none')}"` : paints(print, style)}/>`
    case 'text':
      return text(print, mark)
  }
}

const printed = (print: Print, mark: Primitive, phase: Phase): string => {
  if (phase === 'hidden') return ''
  const drawn = body(print, mark, phase)
  if (phase !== 'future') return drawn
  const faint = faintOf(mark)
  return faint === null ? drawn : `<g opacity="${FAINT[print.theme.mode][faint]}">${drawn}</g>`
}

const playhead = (print: Print): string => {
  const x = print.playhead
  const ink = value(print, 'ink')
  return `<path d="M${num(x)} 14V${num(print.scene.bottom)}" stroke="${ink}" stroke-width="1.5" fill="none"/><path d="M${num(x - 7)} 8h14v8l-7 8l-7 -8z" fill="${ink}"/>`
}

const cardOf = (print: Print, card: Card): string => {
  const { box, joint } = card
  const words = value(print, 'ink')
  const lines = [...card.head.map((one) => ({ one, weight: 650 })), ...card.body.map((one) => ({ one, weight: 400 }))]
  const family = escaped(print.theme.tokens['font-words'] ?? 'sans-serif')
  const texts = lines.map(
    ({ one, weight }, i) =>
      `<text x="${num(box.along + 12)}" y="${num(box.across + 23.5 + i * 18)}" font-family="${family}" font-size="13" font-weight="${weight}" fill="${words}">${escaped(one)}</text>`,
  )
  const link =
    joint === null
      ? ''
      : `<path d="${path([joint.a, joint.b], toTheRight)}" fill="none" stroke="${value(print, 'ink2')}" stroke-width="1.25"/><circle cx="${num(joint.b.along)}" cy="${num(joint.b.across)}" r="2.5" fill="${value(print, 'ink2')}"/>`
  return `${link}<rect x="${num(box.along)}" y="${num(box.across)}" width="${num(box.length)}" height="${num(box.breadth)}" rx="10" fill="${value(print, 'panel')}" stroke="${value(print, 'line')}" filter="url(#lift)"/>${texts.join('')}`
}

const definitions = (print: Print): string =>
  `<defs><pattern id="hatch-doubt" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7" fill="${value(print, 'doubt-tint')}"/><rect width="3" height="7" fill="${value(print, 'doubt-fill')}"/></pattern>` +
  `<filter id="lift" x="-20%" y="-20%" width="140%" height="150%"><feDropShadow dx="0" dy="6" stdDeviation="9" flood-color="#000" flood-opacity="${print.theme.mode === 'light' ? 0.12 : 0.5}"/></filter></defs>`

export interface SvgWish {
  readonly theme: SvgTheme
  readonly cursor: Cursor
  /** Without a card: pictures for a page that has a narrator of its own. */
  readonly card?: boolean
}

export const svg = (scene: Scene, { theme, cursor, card = true }: SvgWish): string => {
  const { playhead: x, phases } = frame(scene, cursor)
  const print: Print = { theme, scene, playhead: x }
  const under = scene.primitives.map((mark, i) =>
    mark.layer === 'must' ? '' : printed(print, mark, phases[i] ?? 'hidden'),
  )
  const over = scene.primitives.map((mark, i) =>
    mark.layer === 'must' ? printed(print, mark, phases[i] ?? 'hidden') : '',
  )
  const legend = scene.legend.map((mark) =>
    printed(print, mark, phaseOf(keysOf(mark), keyOf(cursor), x, scene.view.future)),
  )
  const telling = card ? narrate(scene.timeline, cursor) : null
  const placed = telling === null ? null : placeCard(scene, telling, cursor)
  const marks = [...under, playhead(print), ...over, placed === null ? '' : cardOf(print, placed), ...legend].filter(
    (one) => one !== '',
  )
  const size = `width="${num(scene.length)}" height="${num(scene.breadth)}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${num(scene.length)} ${num(scene.breadth)}"><rect ${size} fill="${value(print, 'panel')}"/>${definitions(print)}\n${marks.join('\n')}\n</svg>\n`
}
