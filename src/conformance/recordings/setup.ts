import type { Act, ClientSetup, Millis, Setup } from '../../engine/index.ts'
import type { Recording, RecordedSettings } from './recording.ts'

/** The application of a recorded producer. */
const applicationOf = (client: string): string => `application of ${client}`

/** Keys of a recorded topic that are not settings. */
const LAYOUT = new Set(['partitions', 'replicas', 'config'])

const topicSettings = (topic: RecordedSettings['topics'][string]): Readonly<Record<string, string>> => {
  const own = Object.entries(topic).filter(([key]) => !LAYOUT.has(key))
  const nested = typeof topic.config === 'object' && topic.config !== null ? Object.entries(topic.config) : []
  return Object.fromEntries([...own, ...nested].map(([key, value]) => [key, String(value)]))
}

/** Keys of the recorded cluster that the engine has no use for: its size, and what concerns groups and transactions. */
const ours = (cluster: RecordedSettings['cluster']): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(cluster)
      .filter(([key]) => !['brokers', 'controllers'].includes(key) && !/^(auto\.create|group|offsets|transaction)/.test(key))
      .map(([key, value]) => [key, String(value)]),
  )

/** A client that starts before anything is sent is there from the beginning. */
const isEarly = (steps: Recording['steps'], name: string): boolean => {
  const start = steps.findIndex((s) => s.who === name && s.do === 'start')
  return steps.slice(0, start).every((s) => s.do === 'start' || s.do === 'partitionsFor')
}

/** A recording's settings as a setup; what its applications did follows act by act. */
export const setupOf = ({ settings, steps }: Recording, acts: readonly Act[], begins: Readonly<Record<number, Millis>>): Setup => {
  const producers = new Map(steps.flatMap((s) => (s.do === 'start' && s.kind === 'producer' ? [[s.who, begins[s.n]] as const] : [])))
  // A reader whose step has not been reached is not there yet.
  const readers = new Map(steps.flatMap((s) => ((s.do === 'read-all' || s.do === 'assign') && begins[s.n] !== undefined ? [[s.who, begins[s.n]] as const] : [])))
  const clients = Object.entries(settings.clients).flatMap(([name, config]): [string, ClientSetup][] => {
    const began = producers.get(name)
    if (producers.has(name)) return began === undefined ? [] : [[name, { kind: 'producer', config, application: applicationOf(name), onFailure: 'give-up', ...(isEarly(steps, name) ? {} : { startsAt: began }) }]]
    const startsAt = readers.get(name)
    return startsAt === undefined ? [] : [[name, { kind: 'consumer', config, effect: null, startsAt }]]
  })
  const topics = Object.entries(settings.topics)
  return {
    cluster: {
      brokers: Number(settings.cluster.brokers ?? 3),
      topics: Object.fromEntries(topics.map(([name, topic]) => [name, { replicas: topic.replicas, config: topicSettings(topic) }])),
      config: ours(settings.cluster),
    },
    clients: Object.fromEntries(clients),
    workload: { records: 0, startMs: 0, everyMs: 0, awaitEach: false, topic: topics[0]?.[0] ?? '', partitioner: 'round-robin', keys: 1, valueBytes: 2, script: acts },
    links: { clientBroker: 1, brokerBroker: 1, outside: 1, processing: 0 },
    seed: 1,
    jitter: false,
    horizon: 3_600_000,
  }
}
