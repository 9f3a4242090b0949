import { insert, isTimerOf } from '../../core/agenda.ts'
import { silence } from '../../core/connections.ts'
import { nameTimer } from '../../core/naming.ts'
import type { FaultRule } from '../../core/system.ts'
import { RANK, type Connection } from '../../core/world.ts'
import type { KafkaKinds, Pending, World } from '../model/kinds.ts'
import type { Setup } from '../model/setup.ts'
import { resolvedOf } from '../model/resolved.ts'
import type { MessageFault } from './fault.ts'
import { clientLinkOf, offerOnClientLink, targetOf } from './target.ts'

export type SilentFault = MessageFault<'silent'>

/** Lost, and nothing after it gets through: until a time-out closes the connection (NET-01, TMO-08, MYTH-12). */
export const silent: FaultRule<KafkaKinds, SilentFault> = {
  kind: 'silent',
  aim: 'message',
  params: [],
  offers: (_setup, world, next) =>
    offerOnClientLink(world, next, (name) => [{ kind: 'silent', aim: { before: name } }]),
  apply: (setup, world, fault) => {
    const target = targetOf(world, fault)
    const connection = target && clientLinkOf(world, target)
    if (!target || !connection) return null
    const struck = silence(world, connection, target.message.from, target.name)
    return { world: startReadersClock(setup, struck.world, connection), events: struck.events }
  },
}

/**
 * A reader's fetches are answered every 500 ms in life; ours lie quiet. So its request time-out starts when its
 * connection goes silent, and only then (quiet clusters, model.md section 3).
 */
const startReadersClock = (setup: Setup, world: World, { id, client, server }: Connection): World => {
  const reader = world.nodes[client]
  // Requests to its coordinator have a time-out of their own.
  if (reader?.kind !== 'consumer' || reader.volatile.links[server]?.connection !== id) return world
  const timeout = resolvedOf(setup).consumers[client]?.['request.timeout.ms']
  if (timeout === undefined) return world
  const key = `fetch-timeout ${server}`
  const pending: Pending = {
    kind: 'timer',
    name: nameTimer(world.book, `fetch-timeout ${client}>${server}`),
    at: world.now + timeout + 1,
    to: client,
    rank: RANK.timer,
    background: false,
    key,
    timer: { timer: 'fetch-timeout', broker: server },
  }
  return {
    ...world,
    agenda: insert(
      world.agenda.filter((p) => !isTimerOf(client, key)(p)),
      pending,
    ),
  }
}
