/** What this floor takes from the engine, in one place. */
import type { EventOf, KafkaKinds } from '../engine/index.ts'

export type {
  BrokerNumber,
  ConnectionId,
  ErrorCode,
  Fault,
  KafkaTrace,
  Message,
  Millis,
  NodeId,
  Offset,
  PendingName,
  ProducerStamp,
  RecordName,
  Setup,
  TopicPartition,
} from '../engine/index.ts'
export {
  brokerNode,
  brokerNumber,
  coordinatorAtStart,
  groupOf,
  isInternal,
  partitionsOf,
  placed,
  topicPartition,
} from '../engine/index.ts'

export type Event = EventOf<KafkaKinds>
export type EventKind = Event['kind']
export type EventOfKind<K extends EventKind> = Extract<Event, { kind: K }>

/** Nodes are told apart by their names: `broker-2` is a broker. */
export const isFrom = (kind: 'application' | 'producer' | 'broker' | 'consumer', node: string): boolean =>
  node.startsWith(`${kind}-`)
