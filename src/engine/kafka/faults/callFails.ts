import type { FaultRule } from '../../core/system.ts'
import type { KafkaKinds } from '../model/kinds.ts'
import type { Failing } from '../model/outside.ts'
import type { MessageFault } from './fault.ts'
import { offerOnCall, targetOf } from './target.ts'

export interface CallFailsFault extends MessageFault<'call-fails'> {
  /** What the caller hears: an error, or nothing at all. */
  readonly answer: Failing
}

const ANSWERS: readonly Failing[] = ['error', 'nothing']

/** The outside does nothing for this call, and says so or says nothing; a caller that hears nothing cannot tell it from a lost reply. */
export const callFails: FaultRule<KafkaKinds, CallFailsFault> = {
  kind: 'call-fails',
  aim: 'message',
  params: [{ key: 'answer', type: 'choice', choices: ANSWERS, default: 'error', explore: ANSWERS }],
  offers: (_setup, _world, next) => offerOnCall(next, 'Call', (name) => ({ kind: 'call-fails', aim: { before: name }, answer: 'error' })),
  apply: (_setup, world, fault) => {
    const target = targetOf(world, fault)
    const outside = target && world.nodes[target.to]
    if (target?.message.body.api !== 'Call' || outside?.kind !== 'outside' || !ANSWERS.includes(fault.answer)) return null
    const failing = { ...outside.volatile.failing, [target.name]: fault.answer }
    return { world: { ...world, nodes: { ...world.nodes, [outside.id]: { ...outside, volatile: { failing } } } }, events: [] }
  },
}
