import { RANK, type Millis, type NodeId, type PendingName } from '../core/world.ts'
import { offers } from '../core/choices.ts'
import { worldAt as worldAtCore } from '../core/worldAt.ts'
import { faultKinds, faultRegistry, type KafkaFault } from './faults/index.ts'
import type { KafkaTrace, Pending } from './model/kinds.ts'
import { play } from './system.ts'

/** What a fault menu is opened on: a message by its name, or a node at a time or in the middle of a millisecond. */
export type OfferTarget = { readonly message: PendingName } | { readonly node: NodeId; readonly aim: { readonly at: Millis } | { readonly before: PendingName } }

/**
 * The faults that could strike there, with the parameters this very target is offered, in the order of the registry. A
 * message is asked at the step at which it landed or was lost; a node is asked for faults of nodes, aimed as the target is.
 */
export const offersFor = (trace: KafkaTrace, target: OfferTarget): readonly KafkaFault[] =>
  'message' in target ? offersForMessage(trace, target.message) : offersForNode(trace, target)

const offersForNode = (trace: KafkaTrace, { node, aim }: Extract<OfferTarget, { node: NodeId }>): readonly KafkaFault[] => {
  const index = trace.steps.findIndex((s) => ('at' in aim ? s.at >= aim.at : s.name === aim.before))
  const world = worldAtCore(play(trace.setup), trace, index < 0 ? trace.steps.length : index)
  const rules = faultKinds.map((kind) => faultRegistry[kind]).filter((rule) => rule.aim === 'node')
  return rules.flatMap((rule) => rule.offers(trace.setup, world, nextFor(node, world.now)).map((fault) => ({ ...fault, aim }) as KafkaFault))
}

/** It stands for whatever the node does next: of it, faults of nodes look only at who it is for. */
const nextFor = (node: NodeId, at: Millis): Pending => ({
  kind: 'link', change: 'resumed', name: '' as PendingName, at, to: node, peer: node, rank: RANK.link, background: false, connection: null,
})

const offersForMessage = (trace: KafkaTrace, name: PendingName): readonly KafkaFault[] => {
  const index = trace.steps.findIndex((s) => s.name === name)
  if (index < 0) return []
  const found = offers(play(trace.setup), worldAtCore(play(trace.setup), trace, index))
  return found.filter((f) => 'before' in f.aim && f.aim.before === name) as readonly KafkaFault[]
}
