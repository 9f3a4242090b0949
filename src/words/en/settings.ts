import type { ConfigOwner } from '../../engine/index.ts'
import { brokerSettings, topicSettings } from './settingsCluster.ts'
import { consumerSettings } from './settingsConsumer.ts'
import { producerSettings } from './settingsProducer.ts'

/** What a setting is called beside Kafka's own key, and what it does in one or two sentences, true to Kafka 4.3. */
export interface SettingWords {
  readonly label: string
  readonly help: string
}

/** By whose setting it is: the same key may mean different things to a producer and to a reader. */
export const configWords: Readonly<Record<ConfigOwner, Readonly<Record<string, SettingWords>>>> = {
  producer: producerSettings,
  topic: topicSettings,
  broker: brokerSettings,
  consumer: consumerSettings,
}
