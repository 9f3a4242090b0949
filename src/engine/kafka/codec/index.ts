import type { Codec } from '../../core/codec/bytes.ts'
import { connectionId, text } from '../../core/codec/fields.ts'
import { either, union } from '../../core/codec/variants.ts'
import type { Millis, NodeId } from '../../core/world.ts'
import { brokerNode, recordName, topicPartition } from '../model/names.ts'
import type { Node } from '../model/node.ts'
import type { Setup } from '../model/setup.ts'
import type { Timer } from '../model/timer.ts'
import { broker } from './broker.ts'
import { application, consumer, fetchedRecord, outside } from './clients.ts'
import { controller } from './controller.ts'
import { producer } from './producer.ts'

export { body } from './body.ts'

export const timer: Codec<Timer> = union<Timer, 'timer'>('timer', {
  'hand-over': {},
  poll: {},
  wake: { partition: text },
  serve: { connection: connectionId },
  'fetch-wait': { connection: connectionId },
  'produce-expiry': { connection: connectionId },
  processed: { record: fetchedRecord },
  'call-timeout': {},
  'call-again': {},
  'fetch-timeout': { broker: text },
  reconnect: { broker: text },
  'offsets-expiry': { connection: connectionId },
  'coordinator-timeout': {},
  'coordinator-retry': {},
  'commit-deadline': {},
  'auto-commit': {},
  'isr-check': {},
  checkpoint: {},
  refetch: { broker: text },
  'catch-up': {},
  session: { broker: text },
  unfence: { broker: text },
  start: {},
  restart: {},
})

/** A codec per kind of node; two of them measure time by settings: see there. */
export const nodeCodec = (retryBackoff: Millis, fetchWait: Millis): Codec<Node> =>
  either<Node, 'kind'>('kind', {
    application,
    producer: producer(retryBackoff),
    broker: broker(fetchWait),
    consumer,
    controller,
    outside,
  })

/** Names that every world of this setup is full of, in the order in which it begins with them. */
export const wordsOf = ({ cluster, clients, workload }: Setup): readonly string[] => {
  const brokers = Array.from({ length: cluster.brokers }, (_, i) => brokerNode(i + 1))
  const applications = Object.values(clients).flatMap((c) => (c.kind === 'producer' ? [c.application] : []))
  const effects = Object.values(clients).flatMap((c) =>
    c.kind === 'consumer' && c.effect !== null ? [`${c.effect}-1`] : [],
  )
  const dialling: readonly NodeId[] = [...Object.keys(clients), ...brokers]
  const pairs = dialling.flatMap((from) => [...brokers, ...effects].map((to) => `${from}>${to}`))
  const partitions = Object.entries(cluster.topics).flatMap(([topic, { replicas }]) =>
    replicas.map((_, p) => topicPartition(topic, p)),
  )
  const records = Array.from({ length: Math.min(workload.records, 50) }, (_, i) => recordName(i))
  return [...records, ...applications, ...Object.keys(clients), ...brokers, ...effects, ...partitions, ...pairs]
}
