export { type BrokerConfig, brokerTable, resolveBrokerConfig } from './broker.ts'
export { type ConsumerConfig, consumerTable } from './consumer.ts'
export { leftOutKeys } from './notes/leftOut.ts'
export {
  type LeftOutReason,
  type Looked,
  type NoteId,
  type NoteKind,
  noteKind,
  type SettingNote,
} from './notes/note.ts'
export type {
  ConfigException,
  ConfigProblem,
  ProblemCause,
  QuietChange,
  Resolved,
  WayOut,
  WayOutId,
} from './problem.ts'
export { takeWayOut } from './problem.ts'
export { type ProducerConfig, producerTable } from './producer.ts'
export { noteWaysOut, quietWaysOut } from './quietWaysOut.ts'
export { resolveConsumerConfig } from './resolveConsumer.ts'
export { type Construct, resolveProducerConfig } from './resolveProducer.ts'
export { type Area, type ConfigOwner, type Explicit, ownersOfConfig, type Setting, type Table } from './setting.ts'
export { settingTables } from './tables.ts'
export { settingNotes } from './settingNotes.ts'
export { resolveTopicConfig, type TopicConfig, topicTable } from './topic.ts'
