import { hold } from '../../core/connections.ts'
import type { FaultRule } from '../../core/system.ts'
import type { Millis } from '../../core/world.ts'
import type { KafkaKinds } from '../model/kinds.ts'
import type { MessageFault } from './fault.ts'
import { clientLinkOf, offerOnClientLink, targetOf } from './target.ts'

export interface LateFault extends MessageFault<'late'> {
  /** It lands this many ms later than it would have. */
  readonly by: Millis
}

const DEFAULT_BY = 500

/** Late by n ms; whatever is behind it in the same direction lands no earlier than it does (recording A5b). */
export const late: FaultRule<KafkaKinds, LateFault> = {
  kind: 'late',
  aim: 'message',
  params: [{ key: 'by', type: 'millis', min: 1, max: 600_000, default: DEFAULT_BY, explore: [DEFAULT_BY] }],
  offers: (_setup, world, next) => offerOnClientLink(world, next, (name, { held }) => (held ? [] : [{ kind: 'late', aim: { before: name }, by: DEFAULT_BY }])),
  apply: (_setup, world, fault) => {
    const target = targetOf(world, fault)
    const connection = target && clientLinkOf(world, target)
    if (!target || !connection || target.held) return null
    return hold(world, connection, target, fault.by)
  },
}
