import type { ExplicitConfig, Setup } from '../engine/index.ts'
import { labSetup, producerTable } from './doors.ts'
import { type CommitChoice, commitOf, type Guard, guardOf, withCommit, withGuard, withReader } from './readerEdits.ts'
import { producerConfig, readerOf, topicConfig, withProducerConfig, withTopicConfig } from './setupEdits.ts'

/** The contracts of model.md section 6 that the engine can honour today; the others come with what they need. */
export type PresetId = 'at-most-once' | 'at-least-once' | 'idempotent-producer' | 'idempotent-consumer'

export interface Preset {
  readonly id: PresetId
  /** What it sets by hand; everything else is Kafka's default. */
  readonly producer: ExplicitConfig
  /** What it asks of a reader, if there is one. */
  readonly reader: { readonly commit: CommitChoice; readonly guard: Guard }
  /** It is about the reader: without one it means nothing. */
  readonly needsReader?: true
}

const atLeastOnce: ExplicitConfig = { acks: 'all', 'enable.idempotence': 'false' }

export const presets: readonly Preset[] = [
  { id: 'at-most-once', producer: { acks: '0' }, reader: { commit: 'before', guard: 'plain' } },
  { id: 'at-least-once', producer: atLeastOnce, reader: { commit: 'after', guard: 'plain' } },
  { id: 'idempotent-producer', producer: {}, reader: { commit: 'after', guard: 'plain' } },
  {
    id: 'idempotent-consumer',
    producer: atLeastOnce,
    reader: { commit: 'after', guard: 'dedup' },
    needsReader: true,
  },
]

export const defaultPreset: PresetId = 'idempotent-producer'

const presetOf = (id: PresetId): Preset =>
  presets.find((preset) => preset.id === id) ?? { id, producer: {}, reader: { commit: 'after', guard: 'plain' } }

/** Settings of the Lab itself, under every contract: one record per request, two in-sync replicas. */
const base = (): { readonly producer: ExplicitConfig; readonly topic: ExplicitConfig } => {
  const lab = labSetup()
  return { producer: producerConfig(lab), topic: topicConfig(lab) }
}

/** A reader that comes later is what the contract asks for as well. */
export const withReaderOf = (setup: Setup, id: PresetId): Setup => {
  const { reader } = presetOf(id)
  return withGuard(withCommit(setup, reader.commit), reader.guard)
}

export const applyPreset = (setup: Setup, id: PresetId): Setup => {
  const lab = base()
  const { producer, needsReader } = presetOf(id)
  const written = withTopicConfig(withProducerConfig(setup, { ...lab.producer, ...producer }), lab.topic)
  return withReaderOf(needsReader ? withReader(written, true) : written, id)
}

const kafkaDefaults: ExplicitConfig = Object.fromEntries(
  Object.entries(producerTable).map(([key, setting]) => [key, String(setting.default)]),
)
/** Written out, so that a value set by hand to Kafka's default counts as no change. */
const spelledOut = (config: ExplicitConfig): ExplicitConfig => ({ ...kafkaDefaults, ...config })

const differences = (one: ExplicitConfig, other: ExplicitConfig): number => {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...keys].filter((key) => one[key] !== other[key]).length
}

/** A reader whose offsets are not kept, and that guards nothing, fits any contract that is about the producer. */
const readerDistance = (setup: Setup, { reader, needsReader }: Preset): number => {
  const [commit, guard] = [commitOf(setup), guardOf(setup)]
  if (readerOf(setup) === null) return needsReader ? 1 : 0
  const differs = (one: string, other: string): number => (one === other ? 0 : 1)
  return (commit === 'never' && !needsReader ? 0 : differs(commit, reader.commit)) + differs(guard, reader.guard)
}

const distance = (setup: Setup, id: PresetId): number => {
  const lab = base()
  const preset = presetOf(id)
  return (
    differences(spelledOut(producerConfig(setup)), spelledOut({ ...lab.producer, ...preset.producer })) +
    differences(topicConfig(setup), lab.topic) +
    readerDistance(setup, preset)
  )
}

export const isChangedFrom = (setup: Setup, id: PresetId): boolean => distance(setup, id) > 0

/** For settings that came by link: the contract with the fewest differences, Kafka's defaults when in doubt. */
export const nearestPreset = (setup: Setup): PresetId =>
  [...presets]
    .reverse()
    .reduce((best, preset) => (distance(setup, preset.id) < distance(setup, best.id) ? preset : best)).id
