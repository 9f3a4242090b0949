/**
 * Everything the application takes from the floors below, in one place: what it can do is what stands here.
 */
import type { Fault } from '../engine/core/plan.ts'
import type { FaultRule } from '../engine/core/system.ts'
import { type FaultKind, faultRegistry, offersFor as engineOffers } from '../engine/index.ts'
import type { KafkaKinds, KafkaTrace } from '../engine/kafka/model/kinds.ts'
import type { FaultTarget } from '../timeline/index.ts'

export { labSetup, ledger, type PlacedProblem, resolvedOf, run, verdict, worldAt } from '../engine/index.ts'
export {
  type ConfigProblem,
  type ProducerConfig,
  producerTable,
  type QuietChange,
  type Resolved,
  resolveProducerConfig,
  takeWayOut,
  type WayOut,
} from '../engine/kafka/config/index.ts'

const isKind = (kind: string): kind is FaultKind => Object.hasOwn(faultRegistry, kind)
export const faultRule = (kind: string): FaultRule<KafkaKinds> | null => (isKind(kind) ? faultRegistry[kind] : null)

/** Faults strike at whole milliseconds. */
export const offersFor = (trace: KafkaTrace, target: FaultTarget): readonly Fault[] => {
  if (target.kind === 'message') return engineOffers(trace, { message: target.name })
  return target.kind === 'node' ? engineOffers(trace, { node: target.node, at: Math.ceil(target.at) }) : []
}

/** Where a fault is aimed, for a list. */
export const aimOf = (fault: Fault): string => ('before' in fault.aim ? fault.aim.before : `${fault.node ?? ''} @ ${fault.aim.at}`)

