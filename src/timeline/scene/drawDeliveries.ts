/**
 * Records as grey chips on a reader's lane, where a poll hands them over; those of one poll stand 24 px apart.
 *
 *   ──[A]──────[B][C]────
 */
import type { Delivery } from '../deliveries.ts'
import type { Plot } from './plot.ts'
import { anchor, block, draw, freeAlong, textMark } from './sketch.ts'

const SEAT = { half: 9, named: /^delivered /, apart: 6 } as const

export const drawDeliveries = (plot: Plot): void => {
  for (const delivery of plot.timeline.deliveries) {
    const across = plot.line(delivery.node, null)
    if (across === null) continue
    if (plot.zoom === 'overview') drawDot(plot, delivery, across)
    else drawChip(plot, delivery, across)
  }
}

const ownOf = ({ moment, message, node, record }: Delivery) =>
  ({ from: moment, name: message ?? node, records: [record], layer: 'chip' }) as const

const drawChip = (plot: Plot, delivery: Delivery, across: number): void => {
  const { sketch } = plot
  const { id, record, moment } = delivery
  const along = freeAlong(sketch, plot.x(moment), across, SEAT)
  const box = { along: along - SEAT.half, across: across - SEAT.half, length: 2 * SEAT.half, breadth: 2 * SEAT.half }
  const own = ownOf(delivery)
  draw(sketch, { ...own, id, shape: 'rect', class: 'chip-delivered', box, radius: 4 })
  const at = { along, across: across + 4.3 }
  draw(
    sketch,
    textMark({ ...own, id: `${id} letter`, class: 'text-ink2', at, text: record, weight: 650, anchor: 'middle' }),
  )
  block(sketch, id, box, moment)
  anchor(sketch, id, box)
}

const drawDot = ({ sketch, x }: Plot, delivery: Delivery, across: number): void => {
  const at = { along: x(delivery.moment), across }
  draw(sketch, { ...ownOf(delivery), id: delivery.id, shape: 'disc', class: 'pin-unused', at, radius: 2 })
  anchor(sketch, delivery.id, { along: at.along - 2, across: across - 2, length: 4, breadth: 4 })
}
