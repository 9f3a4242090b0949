/** What this floor takes from the engine, in one place. */
export type { Fault, Plan } from '../engine/core/plan.ts'
export type { Step } from '../engine/core/trace.ts'
export type { ConnectionId, Millis, NodeId, PendingName } from '../engine/core/world.ts'
export type { EventOf } from '../engine/core/system.ts'
export type { KafkaKinds, KafkaTrace, Message } from '../engine/kafka/model/kinds.ts'
export type { SentRecord } from '../engine/kafka/model/record.ts'
export type { Setup } from '../engine/kafka/model/setup.ts'
export type { Offset, RecordName, TopicPartition } from '../engine/kafka/model/names.ts'
export type { ErrorCode } from '../engine/kafka/model/error.ts'

import type { EventOf } from '../engine/core/system.ts'
import type { KafkaKinds } from '../engine/kafka/model/kinds.ts'

export type Event = EventOf<KafkaKinds>
export type EventKind = Event['kind']
export type EventOfKind<K extends EventKind> = Extract<Event, { kind: K }>

/** Nodes are told apart by their names: `broker-2` is a broker. */
export const isFrom = (kind: 'application' | 'producer' | 'broker' | 'consumer', node: string): boolean =>
  node.startsWith(`${kind}-`)

export { brokerNode, topicPartition } from '../engine/kafka/model/names.ts'
