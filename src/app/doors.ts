/**
 * Everything the application takes from the floors below, in one place: what it can do is what stands here.
 */
import {
  offersFor as engineOffers,
  type Fault,
  type FaultKind,
  type FaultRule,
  faultRegistry,
  type KafkaKinds,
  type KafkaTrace,
  resolvedOf,
  type Setup,
} from '../engine/index.ts'
import type { FaultTarget } from '../timeline/index.ts'

export {
  brokerNumber,
  type ConfigOwner,
  causesOf,
  checkSequence,
  explicitOf,
  foldLogs,
  labSetup,
  lastSequenceOf,
  ledger,
  type NoteKind,
  nextExpected,
  noteKind,
  notesOf,
  noteWaysOut,
  ownersOfConfig,
  type PlacedProblem,
  type ProducerConfig,
  partitionsOf,
  producerTable,
  type QuietChange,
  quietWaysOut,
  type Resolved,
  replicasOf,
  resolvedOf,
  resolveProducerConfig,
  run,
  type Setting,
  type Setup,
  settingTables,
  takeWayOut,
  verdict,
  type WayOut,
  worldAt,
} from '../engine/index.ts'

const isKind = (kind: string): kind is FaultKind => Object.hasOwn(faultRegistry, kind)
export const faultRule = (kind: string): FaultRule<KafkaKinds> | null => (isKind(kind) ? faultRegistry[kind] : null)

/** Faults strike at whole milliseconds. */
export const offersFor = (trace: KafkaTrace, target: FaultTarget): readonly Fault[] => {
  // A node can also be hurt when a message lands; on a message only what happens to the message is offered.
  if (target.kind === 'message')
    return engineOffers(trace, { message: target.name }).filter((fault) => faultRegistry[fault.kind].aim === 'message')
  if (target.kind !== 'node') return []
  const aim = target.before === undefined ? { at: Math.ceil(target.at) } : { before: target.before }
  return engineOffers(trace, { node: target.node, aim })
}

/** What the producer of a setup asks for. */
export const acksOf = (setup: Setup): -1 | 0 | 1 => Object.values(resolvedOf(setup).producers)[0]?.acks ?? -1

/** Where a fault is aimed, for a list. */
export const aimOf = (fault: Fault): string =>
  'before' in fault.aim ? fault.aim.before : `${fault.node ?? ''} @ ${fault.aim.at}`
