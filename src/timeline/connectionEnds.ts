/** Where and when a client hears of the end of its connection, and of the next one: ticks on its lane. */
import { isFrom, type KafkaTrace, type NodeId } from './fromEngine.ts'
import type { Moment } from './moment.ts'
import { momentsOfSteps, ofKind, type Timed } from './timed.ts'

export interface ConnectionEnd {
  readonly id: string
  /** The client. */
  readonly node: NodeId
  readonly moment: Moment
  readonly by: 'fault' | 'client' | 'server' | 'crash'
}

/** A client is connected again. */
export interface Reconnect {
  readonly id: string
  readonly node: NodeId
  readonly moment: Moment
}

/** Clients only: how brokers find each other again is shown by their fetches. */
export const reconnects = (events: readonly Timed[]): readonly Reconnect[] =>
  ofKind(events, 'connection-opened')
    .filter(({ event }) => !isFrom('broker', event.client))
    .map(({ event, moment }) => ({ id: `opened ${event.connection}`, node: event.client, moment }))

/** The end of a dead broker's connections lands one link later, in a step of its own: `end producer-1>broker-1 #2`. */
export const connectionEnds = (events: readonly Timed[], steps: KafkaTrace['steps']): readonly ConnectionEnd[] => {
  const moments = momentsOfSteps(steps)
  return ofKind(events, 'connection-ended').flatMap(({ event, moment, step }) => {
    const { client, server, connection, by } = event
    const heard = by === 'crash' ? steps.findIndex((one, i) => i > step && isEnd(one.name, client, server)) : step
    // Its own process is gone, or nothing gets through: it never hears.
    if (heard < 0) return []
    return [{ id: `ended ${connection}`, node: client, moment: moments[heard] ?? moment, by }]
  })
}

const isEnd = (name: string | null, client: string, server: string): boolean =>
  name !== null && name.replace(/ #\d+$/, '') === `end ${client}>${server}`
