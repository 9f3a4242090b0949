import { brokerTable } from './broker.ts'
import { consumerTable } from './consumer.ts'
import { producerTable } from './producer.ts'
import type { ConfigOwner, Table } from './setting.ts'
import { topicTable } from './topic.ts'

/** Kafka's tables of settings, by whose they are. */
export const settingTables: Readonly<Record<ConfigOwner, Table>> = {
  producer: producerTable,
  topic: topicTable,
  broker: brokerTable,
  consumer: consumerTable,
}
