/**
 * Messages as arrows from lane line to lane line, chips at the tails of requests.
 *
 *   ──[C]────────────      ──[C]──────────       ──[D][E]─────     chips of the same ms stand 24 px apart,
 *       ╲                      ╲                     ╲ ╲           their arrows land 10 px apart
 *        ╲                      ✕ ·                   ╲ ╲
 *   ──────▶──────────      ─────────·─────       ──────▶─▶────
 */

import { correlations } from '../correlations.ts'
import type { MessageFact, MessageKind } from '../messages.ts'
import { isDone, type Moment } from '../moment.ts'
import { drawChip } from './drawChips.ts'
import { drawLoss, hasOwnWords } from './drawLoss.ts'
import { isReplication, isRequest, on, placesOf, stopsAt } from './messagePlaces.ts'
import { askCall, askCode, askLate, askName } from './messageWords.ts'
import type { Plot } from './plot.ts'
import type { Point } from './primitive.ts'
import { anchor, boxAround, cross, draw } from './sketch.ts'
import type { MarkClass } from './style.ts'

interface Look {
  readonly class: MarkClass
  /** In the Overview: a line of 1 px without a head. */
  readonly far: MarkClass
  readonly head: 'closed' | 'open'
  readonly size: readonly [number, number]
}
const LOOKS: Readonly<Record<MessageKind, Look>> = {
  produce: { far: 'far-data', class: 'message-produce', head: 'closed', size: [8, 4.2] },
  retry: { far: 'far-data', class: 'message-produce', head: 'closed', size: [12, 6.5] },
  ack: { far: 'far-ok', class: 'message-ack', head: 'open', size: [8, 4.2] },
  error: { far: 'far-doubt', class: 'message-error', head: 'closed', size: [8, 4.2] },
  replication: { far: 'far-edge', class: 'message-replication', head: 'open', size: [6, 2.8] },
  'replication-fetch': { far: 'far-edge', class: 'message-replication', head: 'open', size: [6, 2.8] },
  delivery: { far: 'far-delivery', class: 'message-delivery', head: 'open', size: [6, 3.5] },
  effect: { far: 'far-ink', class: 'message-effect', head: 'closed', size: [8, 4] },
  'effect-reply': { far: 'far-edge', class: 'message-reply', head: 'open', size: [6, 3.2] },
  'effect-refusal': { far: 'far-doubt', class: 'message-error', head: 'open', size: [6, 3.2] },
  decision: { far: 'far-edge', class: 'message-decision', head: 'closed', size: [7, 3.2] },
  commit: { far: 'far-edge', class: 'message-commit', head: 'closed', size: [7, 3.2] },
  'commit-answer': { far: 'far-edge', class: 'message-commit', head: 'open', size: [6, 3.2] },
  quiet: { far: 'far-edge', class: 'message-quiet', head: 'open', size: [5, 2.6] },
}

export const drawMessages = (plot: Plot): void => {
  const facts = shownAt(plot)
  const places = placesOf(plot, facts)
  const ids = plot.zoom === 'wire' ? correlations(plot.timeline.sent) : null
  for (const fact of facts) {
    const place = places.get(fact.name)
    if (place === undefined) continue
    drawLine(plot, fact, LOOKS[fact.kind], place.a, place.b)
    if (isRequest(fact.kind)) drawChip(plot, fact, place.a)
    if (fact.kind === 'effect') askCall(plot, fact, place)
    if (fact.lateBy > 0) askLate(plot, fact, place.a, place.b)
    if (ids !== null) askName(plot, fact, ids.get(fact.name) ?? null, place)
    else if (plot.zoom === 'detail') askCode(plot, fact, place)
  }
}

/** The quiet ones are drawn at Wire, outside folds; replication is hidden in the Overview. */
const shownAt = ({ timeline, zoom, isFolded }: Plot): readonly MessageFact[] => {
  if (zoom === 'overview') return timeline.messages.filter((fact) => !isReplication(fact.kind))
  if (zoom !== 'wire') return timeline.messages
  const drawn = new Set(timeline.messages)
  return timeline.sent.filter(
    (fact) => drawn.has(fact) || (fact.kind === 'quiet' && !isFolded(fact.leaves.at) && !isFolded(fact.lands.at)),
  )
}

const drawLine = (plot: Plot, fact: MessageFact, look: Look, a: Point, b: Point): void => {
  const { sketch } = plot
  const stop = stopsAt(plot, fact, a, b)
  const isFar = plot.zoom === 'overview'
  const base = {
    layer: isReplication(fact.kind) ? 'replication' : 'message',
    from: fact.leaves,
    name: fact.name,
    records: fact.records,
    double: fact.kind === 'retry' && !isFar,
    size: look.size,
  } as const
  cross(sketch, a, b, fact.leaves, isReplication(fact.kind) ? 'replication' : 'line')
  for (const f of [0.42, 0.54, 0.66, 0.78]) anchor(sketch, `message ${fact.name}`, boxAround(on(a, b, f), 1))
  const line = {
    ...base,
    id: `message ${fact.name}`,
    shape: 'arrow',
    class: isFar ? look.far : fact.copyOf === null ? look.class : 'message-copy',
    a,
  } as const
  if (stop === null) return draw(sketch, { ...line, b, head: isFar ? 'none' : look.head, lands: fact.lands })
  const end = on(a, b, stop)
  const gone: Moment = { at: fact.leaves.at + (fact.lands.at - fact.leaves.at) * stop, tie: 0 }
  const dies = isDone(gone, fact.leaves) ? fact.leaves : gone
  draw(sketch, { ...line, b: end, head: 'none', lands: dies })
  draw(sketch, {
    ...base,
    id: `gone ${fact.name}`,
    shape: 'line',
    class: 'message-gone',
    a: end,
    b,
    travels: true,
    from: dies,
    lands: fact.lands,
  })
  if (!hasOwnWords(fact)) return
  drawLoss(plot, fact, end, dies)
}
