import { isAimedAtTime, type Fault } from '../../core/plan.ts'
import type { Connection, Delivery, PendingName } from '../../core/world.ts'
import type { KafkaKinds, Pending, World } from '../model/kinds.ts'
import { isBrokerNode } from '../model/names.ts'

/** The message a fault is aimed at, when it is the next to land. */
export const targetOf = (world: World, fault: Fault): Delivery<KafkaKinds> | null => {
  const next = world.agenda[0]
  if (next?.kind !== 'deliver' || isAimedAtTime(fault.aim) || next.name !== fault.aim.before) return null
  return next
}

/** Its connection, when it runs between a client and a broker: brokers among themselves and the outside are not hurt by a single message's fault. */
export const clientLinkOf = (world: World, { message }: Delivery<KafkaKinds>): Connection | null => {
  const connection = message.connection === null ? undefined : world.connections[message.connection]
  return connection && isBrokerNode(connection.server) && !isBrokerNode(connection.client) ? connection : null
}

export const offerOnClientLink = <F>(world: World, next: Pending, offer: (name: PendingName, delivery: Delivery<KafkaKinds>) => readonly F[]): readonly F[] =>
  next.kind === 'deliver' && clientLinkOf(world, next) ? offer(next.name, next) : []

/** Calls to the world outside and their answers: one at a time on their connection, so nothing is behind them. */
export const offerOnCall = <F>(next: Pending, api: 'Call' | 'CallReply', offer: (name: PendingName) => F): readonly F[] =>
  next.kind === 'deliver' && next.message.body.api === api ? [offer(next.name)] : []
