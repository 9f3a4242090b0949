import { settingNotes, type ConfigOwner, type Explicit, type SettingNote } from './config/index.ts'
import type { ClientSetup, Setup } from './model/setup.ts'
import { resolvedOf } from './model/resolved.ts'
import { bytesOfOne } from './producer/accumulator.ts'

const clientOf = (setup: Setup, kind: ClientSetup['kind']): readonly [string, ClientSetup] | null => Object.entries(setup.clients).find(([, client]) => client.kind === kind) ?? null

/** What was set by hand of a setup's first producer, its topic, its brokers and its first reader. */
export const explicitOf = (setup: Setup): Readonly<Record<ConfigOwner, Explicit>> => ({
  producer: clientOf(setup, 'producer')?.[1].config ?? {},
  topic: setup.cluster.topics[setup.workload.topic]?.config ?? {},
  broker: setup.cluster.config,
  consumer: clientOf(setup, 'consumer')?.[1].config ?? {},
})

/** Notes on the settings of a setup's first producer, its topic, its brokers and its first reader; none while Kafka refuses one of them. */
export const notesOf = (setup: Setup): readonly SettingNote[] => {
  const { producers, topics, broker, consumers } = resolvedOf(setup)
  const reader = clientOf(setup, 'consumer')
  const producer = producers[clientOf(setup, 'producer')?.[0] ?? '']
  const topic = topics[setup.workload.topic]
  const consumer = reader === null ? null : consumers[reader[0]]
  if (!producer || !topic || !broker || consumer === undefined) return []
  const { workload, horizon } = setup
  return settingNotes({
    producer,
    topic,
    broker,
    consumer,
    explicit: explicitOf(setup),
    replicas: setup.cluster.topics[workload.topic]?.replicas[0]?.length ?? setup.cluster.brokers,
    awaitEach: workload.awaitEach,
    bytesOfOne: bytesOfOne(workload.valueBytes),
    horizon,
    codeCommits: reader?.[1].kind === 'consumer' && reader[1].commit !== undefined,
  })
}
