import type { FaultRule } from '../../core/system.ts'
import type { ErrorCode } from '../model/error.ts'
import type { KafkaKinds } from '../model/kinds.ts'
import type { Acks } from '../model/message.ts'
import type { MessageFault } from './fault.ts'
import { offerOnClientLink, targetOf } from './target.ts'

export interface RefuseFault extends MessageFault<'refuse'> {
  /** One of the retriable codes of RET-02. */
  readonly error: ErrorCode
}

/** RET-02, all twelve. */
const CODES: readonly ErrorCode[] = [
  'NOT_ENOUGH_REPLICAS',
  'CORRUPT_MESSAGE',
  'NOT_LEADER_OR_FOLLOWER',
  'LEADER_NOT_AVAILABLE',
  'UNKNOWN_TOPIC_OR_PARTITION',
  'UNKNOWN_TOPIC_ID',
  'KAFKA_STORAGE_ERROR',
  'FENCED_LEADER_EPOCH',
  'UNKNOWN_LEADER_EPOCH',
  'NOT_ENOUGH_REPLICAS_AFTER_APPEND',
  'REQUEST_TIMED_OUT',
  'NETWORK_EXCEPTION',
]

/** What a broker could really say: too few replicas is only looked at with acks=all (recordings A5b, A15). */
const usualCode = (acks: Acks): ErrorCode => (acks === -1 ? 'NOT_ENOUGH_REPLICAS' : 'CORRUPT_MESSAGE')

/** Refused once: the broker appends nothing and answers a retriable code; with acks=0 it closes the connection instead (ACK-03). */
export const refuse: FaultRule<KafkaKinds, RefuseFault> = {
  kind: 'refuse',
  aim: 'message',
  params: [{ key: 'error', type: 'choice', choices: CODES, default: 'NOT_ENOUGH_REPLICAS', explore: [] }],
  offers: (_setup, world, next) =>
    offerOnClientLink(world, next, (name, { message }) =>
      message.body.api === 'Produce' ? [{ kind: 'refuse', aim: { before: name }, error: usualCode(message.body.acks) }] : [],
    ),
  apply: (_setup, world, fault) => {
    const target = targetOf(world, fault)
    const broker = target && world.nodes[target.to]
    if (target?.message.body.api !== 'Produce' || broker?.kind !== 'broker' || !CODES.includes(fault.error)) return null
    const volatile = { ...broker.volatile, refuse: { ...broker.volatile.refuse, [target.name]: fault.error } }
    return { world: { ...world, nodes: { ...world.nodes, [broker.id]: { ...broker, volatile } } }, events: [] }
  },
}
