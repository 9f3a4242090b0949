/**
 * Messages as arrows from lane line to lane line, chips at the tails of requests.
 *
 *   ──[C]────────────      ──[C]──────────       ──[D][E]─────     chips of the same ms stand 24 px apart,
 *       ╲                      ╲                     ╲ ╲           their arrows land 10 px apart
 *        ╲                      ✕ ·                   ╲ ╲
 *   ──────▶──────────      ─────────·─────       ──────▶─▶────
 */
import { batchName, markWords, spanText } from '../../words/en/marks.ts'
import type { MessageFact, MessageKind } from '../messages.ts'
import { isDone, type Moment } from '../moment.ts'
import type { Plot } from './plot.ts'
import type { Point } from './primitive.ts'
import { anchor, block, boxAround, cross, draw, plainLine, textMark } from './sketch.ts'
import type { MarkClass } from './style.ts'

interface Look {
  readonly class: MarkClass
  readonly head: 'closed' | 'open'
  readonly size: readonly [number, number]
}
const LOOKS: Readonly<Record<Exclude<MessageKind, 'quiet'>, Look>> = {
  produce: { class: 'message-produce', head: 'closed', size: [8, 4.2] },
  retry: { class: 'message-produce', head: 'closed', size: [12, 6.5] },
  ack: { class: 'message-ack', head: 'open', size: [8, 4.2] },
  error: { class: 'message-error', head: 'closed', size: [8, 4.2] },
  replication: { class: 'message-replication', head: 'open', size: [6, 2.8] },
  'replication-fetch': { class: 'message-replication', head: 'open', size: [6, 2.8] },
  delivery: { class: 'message-delivery', head: 'open', size: [6, 3.5] },
  effect: { class: 'message-effect', head: 'closed', size: [8, 4] },
  'effect-reply': { class: 'message-reply', head: 'open', size: [6, 3.2] },
}

const CHIP = 11
/** A connection breaks at this part of the lines in the air on it; a message is lost in the middle of its line. */
const BREAKS_AT = 0.7
const LOST_AT = 0.5

const isRequest = (kind: MessageKind): boolean => kind === 'produce' || kind === 'retry'
const isReplication = (kind: MessageKind): boolean => kind === 'replication' || kind === 'replication-fetch'

/** Where each message starts and ends; requests of one millisecond are set apart. */
const placesOf = (plot: Plot): ReadonlyMap<string, { readonly a: Point; readonly b: Point }> => {
  const taken = new Map<string, number>()
  const places = new Map<string, { a: Point; b: Point }>()
  for (const fact of plot.timeline.messages) {
    const from = plot.line(fact.from, fact.partition)
    const to = plot.line(fact.to, fact.partition)
    if (from === null || to === null) continue
    const key = `${fact.from} ${fact.leaves.at}`
    const shift = isRequest(fact.kind) ? (taken.get(key) ?? 0) : 0
    if (isRequest(fact.kind)) taken.set(key, shift + 1)
    places.set(fact.name, {
      a: { along: plot.x(fact.leaves) + shift * 24, across: from },
      b: { along: plot.x(fact.lands) + shift * 10, across: to },
    })
  }
  return places
}

const on = (a: Point, b: Point, f: number): Point => ({ along: a.along + (b.along - a.along) * f, across: a.across + (b.across - a.across) * f })

/** The part of the way after which it is gone; null: it arrives. */
const stopsAt = (fact: MessageFact): number | null => {
  if (fact.fate === 'lands') return null
  if (fact.fate !== 'broken') return LOST_AT
  const way = fact.lands.at - fact.leaves.at
  const flown = fact.lostAt === null || way <= 0 ? 1 : (fact.lostAt.at - fact.leaves.at) / way
  return Math.min(BREAKS_AT, Math.max(0.15, flown))
}

export const drawMessages = (plot: Plot): void => {
  const places = placesOf(plot)
  const hideReplication = plot.zoom === 'overview'
  for (const fact of plot.timeline.messages) {
    const place = places.get(fact.name)
    if (fact.kind === 'quiet' || place === undefined || (hideReplication && isReplication(fact.kind))) continue
    drawLine(plot, fact, LOOKS[fact.kind], place.a, place.b)
    if (isRequest(fact.kind)) drawChip(plot, fact, place.a)
    if (fact.kind === 'delivery' && fact.fate === 'lands') drawDelivered(plot, fact, place.b)
    if (fact.lateBy > 0) askLate(plot, fact, place.a, place.b)
    if (plot.zoom === 'wire') askName(plot, fact, place.a, place.b)
  }
}

const drawLine = (plot: Plot, fact: MessageFact, look: Look, a: Point, b: Point): void => {
  const { sketch } = plot
  const stop = stopsAt(fact)
  const base = {
    layer: isReplication(fact.kind) ? 'replication' : 'message',
    from: fact.leaves,
    name: fact.name,
    records: fact.records,
    double: fact.kind === 'retry',
    size: look.size,
  } as const
  cross(sketch, a, b, fact.leaves, isReplication(fact.kind) ? 'replication' : 'line')
  for (const f of [0.42, 0.54, 0.66, 0.78]) anchor(sketch, `message ${fact.name}`, boxAround(on(a, b, f), 3))
  if (stop === null) {
    draw(sketch, { ...base, id: `message ${fact.name}`, shape: 'arrow', class: look.class, a, b, head: look.head, lands: fact.lands })
    return
  }
  const end = on(a, b, stop)
  const gone: Moment = { at: fact.leaves.at + (fact.lands.at - fact.leaves.at) * stop, tie: 0 }
  const dies = isDone(gone, fact.leaves) ? fact.leaves : gone
  draw(sketch, { ...base, id: `message ${fact.name}`, shape: 'arrow', class: look.class, a, b: end, head: 'none', lands: dies })
  draw(sketch, { ...base, id: `gone ${fact.name}`, shape: 'line', class: 'message-gone', a: end, b, travels: true, from: dies, lands: fact.lands })
  if (!hasOwnWords(fact)) return
  drawLoss(plot, fact, end, dies)
}

/** Those behind the one a fault was aimed at stop the same way, without a mark of their own; a break marks every line. */
const hasOwnWords = (fact: MessageFact): boolean => fact.aimed || fact.fate === 'broken'

const drawLoss = (plot: Plot, fact: MessageFact, at: Point, from: Moment): void => {
  const { sketch } = plot
  const broken = fact.fate === 'broken'
  const radius = broken ? 10 : 9
  const own = { from, name: fact.name, records: fact.records, layer: 'chip' } as const
  draw(sketch, { ...own, id: `loss ${fact.name}`, shape: 'disc', class: 'loss-disc', at, radius })
  draw(sketch, { ...own, id: `loss sign ${fact.name}`, shape: 'glyph', class: 'loss-glyph', at, glyph: broken ? 'bolt' : 'cross' })
  const box = boxAround(at, radius + 1)
  block(sketch, `loss ${fact.name}`, box, from)
  anchor(sketch, `loss ${fact.name}`, box)
  if (!fact.aimed) return
  const what = broken ? markWords.connectionBroken : fact.kind === 'ack' || fact.kind === 'error' ? markWords.answerLost : isRequest(fact.kind) ? markWords.requestLost : markWords.messageLost
  const { along, across } = at
  const candidates = broken
    ? [{ along: along + 15, across: across - 3, anchor: 'start' }, { along: along + 15, across: across + 22, anchor: 'start' }, { along: along - 15, across: across + 14, anchor: 'end' }] as const
    : [{ along: along + 14, across: across - 21, anchor: 'start' }, { along: along + 15, across: across + 34, anchor: 'start' }, { along: along - 15, across: across - 4, anchor: 'end' }] as const
  sketch.asks.push({
    id: `loss words ${fact.name}`, must: true, rank: 1, from, candidates, name: fact.name, records: fact.records, anchor: `loss ${fact.name}`,
    lines: [plainLine(what, 'text-loss', 550), plainLine(markWords.byYou, 'text-ink2')],
  })
}

const drawChip = (plot: Plot, fact: MessageFact, at: Point): void => {
  const { sketch } = plot
  const text = batchName(fact.records)
  const half = Math.max(CHIP, text.length > 2 ? 7 + text.length * 4 : CHIP)
  const own = { from: fact.leaves, name: fact.name, records: fact.records } as const
  if (plot.zoom === 'overview') {
    draw(sketch, { ...own, id: `chip ${fact.name}`, shape: 'disc', layer: 'chip', class: 'pin-unused', at, radius: 2.5 })
    return
  }
  const box = { along: at.along - half, across: at.across - CHIP, length: 2 * half, breadth: 2 * CHIP }
  draw(sketch, { ...own, id: `chip ${fact.name}`, shape: 'rect', layer: 'chip', class: 'chip-sent', box, radius: 5 })
  draw(sketch, textMark({ ...own, id: `chip letter ${fact.name}`, layer: 'chip', class: 'text-on', at: { along: at.along, across: at.across + 4.6 }, text, weight: 650, size: 13, anchor: 'middle' }))
  block(sketch, `chip ${fact.name}`, box, fact.leaves)
  anchor(sketch, `chip ${fact.name}`, box)
  if (fact.attempt < 2) return
  sketch.asks.push({
    id: `try ${fact.name}`, must: true, rank: 1, ...own, tight: true,
    candidates: [{ along: at.along, across: at.across - 17, anchor: 'middle' }, { along: at.along - 15, across: at.across - 14, anchor: 'end' }, { along: at.along + 15, across: at.across - 14, anchor: 'start' }],
    lines: [plainLine(markWords.tryNumber(fact.attempt), 'text-data', 650)],
  })
}

const drawDelivered = (plot: Plot, fact: MessageFact, at: Point): void => {
  if (plot.zoom === 'overview') return
  const { sketch } = plot
  fact.records.forEach((record, i) => {
    const along = at.along + i * 20
    const box = { along: along - 9, across: at.across - 9, length: 18, breadth: 18 }
    const own = { from: fact.lands, name: fact.name, records: [record], layer: 'chip' } as const
    draw(sketch, { ...own, id: `delivered ${fact.name} ${record}`, shape: 'rect', class: 'chip-delivered', box, radius: 4 })
    draw(sketch, textMark({ ...own, id: `delivered letter ${fact.name} ${record}`, class: 'text-ink2', at: { along, across: at.across + 4.3 }, text: record, weight: 650, anchor: 'middle' }))
    block(sketch, `delivered ${fact.name} ${record}`, box, fact.lands)
    anchor(sketch, `delivered ${fact.name}`, box)
  })
}

const askLate = (plot: Plot, fact: MessageFact, a: Point, b: Point): void => {
  const middle = on(a, b, 0.55)
  plot.sketch.asks.push({
    id: `late ${fact.name}`, must: true, rank: 1, from: fact.leaves, name: fact.name, records: fact.records,
    candidates: [
      { along: middle.along + 12, across: middle.across - 6, anchor: 'start' },
      { along: middle.along - 10, across: middle.across - 6, anchor: 'end' },
      { along: b.along - 12, across: (middle.across + b.across) / 2, anchor: 'end' },
    ],
    lines: [plainLine(markWords.late(spanText(fact.lateBy)), 'text-loss', 550), plainLine(markWords.byYou, 'text-ink2')],
  })
}

/** At Wire every message carries the name of its request. */
const askName = (plot: Plot, fact: MessageFact, a: Point, b: Point): void => {
  const middle = on(a, b, 0.5)
  plot.sketch.asks.push({
    id: `name ${fact.name}`, must: false, rank: 6, from: fact.leaves, name: fact.name, records: fact.records,
    candidates: [
      { along: on(a, b, 0.2).along + 10, across: on(a, b, 0.2).across, anchor: 'start' },
      { along: middle.along + 10, across: middle.across, anchor: 'start' },
      { along: middle.along - 10, across: middle.across, anchor: 'end' },
    ],
    lines: [plainLine(fact.name.split(' ')[0] ?? '', 'text-ink3', 400, 'code')],
  })
}
