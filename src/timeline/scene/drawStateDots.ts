/**
 * At Wire: what changes inside a broker and has no mark of its own, as dots on its lane.
 *
 *   ──●───────●──────
 *     waits   HW 1
 */
import { stateWords } from '../../words/en/marksOfCluster.ts'
import { COORDINATOR } from '../coordinator.ts'
import type { Timed } from '../timed.ts'
import type { Plot } from './plot.ts'
import { block, draw, freeAlong, plainLine } from './sketch.ts'

const DOT = { half: 4, named: /^state / } as const

export const drawStateDots = (plot: Plot): void => {
  if (plot.zoom !== 'wire') return
  for (const [i, timed] of plot.timeline.events.entries()) {
    const words = stateWords(timed.event)
    if (words !== null) drawDot(plot, timed, words, i)
  }
}

const lineOf = (plot: Plot, event: Timed['event']): number | null => {
  if (!('node' in event)) return null
  if (event.kind === 'offset-stored' || event.kind === 'coordinator-took-over')
    return plot.lanes.lines[COORDINATOR] ?? null
  return plot.line(event.node, 'partition' in event ? event.partition : null)
}

const drawDot = (plot: Plot, { event, moment }: Timed, words: string, index: number): void => {
  if (!('node' in event) || plot.isFolded(moment.at)) return
  const across = lineOf(plot, event)
  if (across === null) return
  const { sketch } = plot
  const id = `state ${index}`
  const along = freeAlong(sketch, plot.x(moment), across, DOT)
  const own = { from: moment, name: event.node } as const
  draw(sketch, { ...own, id, layer: 'chip', shape: 'disc', class: 'state-dot', at: { along, across }, radius: 3 })
  block(sketch, id, { along: along - 3, across: across - 3, length: 6, breadth: 6 }, moment)
  sketch.asks.push({
    ...own,
    id: `${id} words`,
    must: false,
    rank: 7,
    candidates: [
      { along: along + 5, across: across - 6, anchor: 'start' },
      { along: along - 5, across: across - 6, anchor: 'end' },
    ],
    lines: [plainLine(words, 'text-ink3')],
  })
}
