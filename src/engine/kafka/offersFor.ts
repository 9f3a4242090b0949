import type { Fault } from '../core/plan.ts'
import type { Millis, NodeId, PendingName } from '../core/world.ts'
import { offers } from '../core/choices.ts'
import { worldAt as worldAtCore } from '../core/worldAt.ts'
import { faultKinds, faultRegistry, type KafkaFault } from './faults/index.ts'
import type { KafkaTrace } from './model/kinds.ts'
import { play } from './system.ts'

/** What a fault menu is opened on: a message by its name, or a node at a time or in the middle of a millisecond. */
export type OfferTarget = { readonly message: PendingName } | { readonly node: NodeId; readonly aim: { readonly at: Millis } | { readonly before: PendingName } }

/**
 * The faults that could strike there, with their default parameters, in the order of the registry. A message is asked
 * at the step at which it landed or was lost; a node is asked for faults of nodes, aimed as the target is.
 */
export const offersFor = (trace: KafkaTrace, target: OfferTarget): readonly KafkaFault[] => {
  if ('message' in target) return offersForMessage(trace, target.message)
  const { node, aim } = target
  const index = trace.steps.findIndex((s) => ('at' in aim ? s.at >= aim.at : s.name === aim.before))
  const world = worldAtCore(play(trace.setup), trace, index < 0 ? trace.steps.length : index)
  return faultKinds.flatMap((kind) => {
    const rule = faultRegistry[kind]
    if (rule.aim !== 'node') return []
    const params = Object.fromEntries(rule.params.map((p) => [p.key, p.default]))
    const fault: Fault = { kind, aim, node, ...params }
    return rule.apply(trace.setup, world, fault) ? [fault as KafkaFault] : []
  })
}

const offersForMessage = (trace: KafkaTrace, name: PendingName): readonly KafkaFault[] => {
  const index = trace.steps.findIndex((s) => s.name === name)
  if (index < 0) return []
  const found = offers(play(trace.setup), worldAtCore(play(trace.setup), trace, index))
  return found.filter((f) => 'before' in f.aim && f.aim.before === name) as readonly KafkaFault[]
}
