import type { Codec } from '../../core/codec/bytes.ts'
import { dictionary } from '../../core/codec/dictionary.ts'
import { connectionId, either, text, union } from '../../core/codec/fields.ts'
import type { SystemCodec } from '../../core/system.ts'
import type { NodeId } from '../../core/world.ts'
import type { KafkaKinds } from '../model/kinds.ts'
import { brokerNode, recordName, topicPartition } from '../model/names.ts'
import type { Node } from '../model/node.ts'
import type { Setup } from '../model/setup.ts'
import { timerKey, type Timer } from '../model/timer.ts'
import { resolvedOf } from '../resolved.ts'
import { body } from './body.ts'
import { broker } from './broker.ts'
import { application, consumer, fetchedRecord, outside } from './clients.ts'
import { controller } from './controller.ts'
import { producer } from './producer.ts'

const timer: Codec<Timer> = union<Timer, 'timer'>('timer', {
  'hand-over': {},
  poll: {},
  wake: { partition: text },
  serve: { connection: connectionId },
  'fetch-wait': { connection: connectionId },
  'produce-expiry': { connection: connectionId },
  processed: { record: fetchedRecord },
  'fetch-timeout': { broker: text },
  reconnect: { broker: text },
  'isr-check': {},
  checkpoint: {},
  refetch: { broker: text },
  'catch-up': {},
  session: { broker: text },
  unfence: { broker: text },
  start: {},
  restart: {},
})

/** A codec per kind of node; two of them measure time by settings of the setup. */
const nodeCodec = (setup: Setup): Codec<Node> => {
  const { producers, broker: settings } = resolvedOf(setup)
  const retryBackoff = Math.max(0, ...Object.values(producers).map((p) => p['retry.backoff.ms']))
  return either<Node, 'kind'>('kind', {
    application,
    producer: producer(retryBackoff),
    broker: broker(settings?.['replica.fetch.wait.max.ms'] ?? 0),
    consumer,
    controller,
    outside,
  })
}

/** Names that every world of this setup is full of, in the order in which it begins with them. */
const words = ({ cluster, clients, workload }: Setup): readonly string[] => {
  const brokers = Array.from({ length: cluster.brokers }, (_, i) => brokerNode(i + 1))
  const applications = Object.values(clients).flatMap((c) => (c.kind === 'producer' ? [c.application] : []))
  const effects = Object.values(clients).flatMap((c) => (c.kind === 'consumer' && c.effect !== null ? [`${c.effect}-1`] : []))
  const dialling: readonly NodeId[] = [...Object.keys(clients), ...brokers]
  const pairs = dialling.flatMap((from) => [...brokers, ...effects].map((to) => `${from}>${to}`))
  const partitions = Object.entries(cluster.topics).flatMap(([topic, { replicas }]) => replicas.map((_, p) => topicPartition(topic, p)))
  const records = Array.from({ length: Math.min(workload.records, 50) }, (_, i) => recordName(i))
  return [...records, ...applications, ...Object.keys(clients), ...brokers, ...effects, ...partitions, ...pairs]
}

const known = new WeakMap<Setup, SystemCodec<KafkaKinds>>()

/**
 * Sessions, ISR checks and checkpoints fall on multiples of their periods, jitter is drawn from the time a batch was made
 * at, and a script has times of its own: the clock is read.
 */
export const kafkaCodec = (setup: Setup): SystemCodec<KafkaKinds> => {
  const before = known.get(setup)
  if (before) return before
  const made: SystemCodec<KafkaKinds> = { node: nodeCodec(setup), body, timer, timerKey, dictionary: dictionary(words(setup)), readsClock: true }
  known.set(setup, made)
  return made
}
