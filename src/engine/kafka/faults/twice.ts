import { copyLater } from '../../core/connections.ts'
import type { FaultRule } from '../../core/system.ts'
import type { Millis } from '../../core/world.ts'
import type { KafkaKinds } from '../model/kinds.ts'
import { LONGEST_RUN } from '../model/limits.ts'
import { nameOf } from '../model/naming.ts'
import type { MessageFault } from './fault.ts'
import { offerOnCall, targetOf } from './target.ts'

export interface TwiceFault extends MessageFault<'twice'> {
  /** The copy arrives this long behind the call. */
  readonly after: Millis
}

const DEFAULT_AFTER = 20

/**
 * A call to the outside arrives twice: something on the way (a proxy, a queue, a gateway) makes it once more. Kafka's own
 * connections do no such thing; bare datagrams do (EXT-40).
 */
export const twice: FaultRule<KafkaKinds, TwiceFault> = {
  kind: 'twice',
  aim: 'message',
  params: [{ key: 'after', type: 'millis', min: 0, max: LONGEST_RUN, default: DEFAULT_AFTER, explore: [DEFAULT_AFTER] }],
  offers: (_setup, _world, next) => offerOnCall(next, 'Call', (name) => ({ kind: 'twice', aim: { before: name }, after: DEFAULT_AFTER })),
  apply: (_setup, world, fault) => {
    const target = targetOf(world, fault)
    return target?.message.body.api === 'Call' ? copyLater(world, target, nameOf(target.message), world.now + fault.after) : null
  },
}
