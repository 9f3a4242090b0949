import { silence } from '../../core/connections.ts'
import type { FaultRule } from '../../core/system.ts'
import type { KafkaKinds } from '../model/kinds.ts'
import type { MessageFault } from './fault.ts'
import { offerOnCall, targetOf } from './target.ts'

export type ReplyLostFault = MessageFault<'reply-lost'>

/** The outside has done it and the caller does not hear of it: nothing gets through to it on this connection any more. */
export const replyLost: FaultRule<KafkaKinds, ReplyLostFault> = {
  kind: 'reply-lost',
  aim: 'message',
  params: [],
  offers: (_setup, _world, next) => offerOnCall(next, 'CallReply', (name) => ({ kind: 'reply-lost', aim: { before: name } })),
  apply: (_setup, world, fault) => {
    const target = targetOf(world, fault)
    const connection = target?.message.connection ? world.connections[target.message.connection] : undefined
    if (target?.message.body.api !== 'CallReply' || !connection) return null
    return silence(world, connection, target.message.from, target.name)
  },
}
