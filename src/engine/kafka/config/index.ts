export { type BrokerConfig, brokerTable, resolveBrokerConfig } from './broker.ts'
export { type ConsumerConfig, consumerTable } from './consumer.ts'
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
export { resolveConsumerConfig } from './resolveConsumer.ts'
export { type Construct, resolveProducerConfig } from './resolveProducer.ts'
export type { Area, Explicit, Setting, Table } from './setting.ts'
export { type Looked, type NoteKind, noteKind, type SettingNote, settingNotes } from './settingNotes.ts'
export { resolveTopicConfig, type TopicConfig, topicTable } from './topic.ts'
