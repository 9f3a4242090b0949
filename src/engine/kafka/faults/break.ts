import { endConnection } from '../../core/connections.ts'
import type { FaultRule } from '../../core/system.ts'
import type { KafkaKinds } from '../model/kinds.ts'
import type { MessageFault } from './fault.ts'
import { clientLinkOf, offerOnClientLink, targetOf } from './target.ts'

export type BreakFault = MessageFault<'break'>

/** The connection breaks here: this message and everything unanswered is gone, and the client notices at once (NET-01, FO-01). */
export const breakConnection: FaultRule<KafkaKinds, BreakFault> = {
  kind: 'break',
  aim: 'message',
  params: [],
  offers: (_setup, world, next) => offerOnClientLink(world, next, (name) => [{ kind: 'break', aim: { before: name } }]),
  apply: (_setup, world, fault) => {
    const target = targetOf(world, fault)
    const connection = target && clientLinkOf(world, target)
    if (!target || !connection) return null
    const ended = endConnection(world, connection, 'fault', () => false, target.name)
    const { id, client, server } = connection
    return {
      ...ended,
      handed: [
        { to: server, input: { kind: 'disconnected', connection: id, peer: client } },
        { to: client, input: { kind: 'disconnected', connection: id, peer: server } },
      ],
    }
  },
}
