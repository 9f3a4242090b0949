import type { ExplicitConfig, Setup } from '../engine/index.ts'
import { labSetup, producerTable } from './doors.ts'
import { producerConfig, topicConfig, withProducerConfig, withTopicConfig } from './setupEdits.ts'

/** The contracts of model.md section 6 that the engine can honour today; the others come with what they need. */
export type PresetId = 'at-most-once' | 'at-least-once' | 'idempotent-producer'

export interface Preset {
  readonly id: PresetId
  /** What it sets by hand; everything else is Kafka's default. */
  readonly producer: ExplicitConfig
}

export const presets: readonly Preset[] = [
  { id: 'at-most-once', producer: { acks: '0' } },
  { id: 'at-least-once', producer: { acks: 'all', 'enable.idempotence': 'false' } },
  { id: 'idempotent-producer', producer: {} },
]

export const defaultPreset: PresetId = 'idempotent-producer'

const presetOf = (id: PresetId): ExplicitConfig => presets.find((preset) => preset.id === id)?.producer ?? {}

/** Settings of the Lab itself, under every contract: one record per request, two in-sync replicas. */
const base = (): { readonly producer: ExplicitConfig; readonly topic: ExplicitConfig } => {
  const lab = labSetup()
  return { producer: producerConfig(lab), topic: topicConfig(lab) }
}

export const applyPreset = (setup: Setup, id: PresetId): Setup => {
  const lab = base()
  return withTopicConfig(withProducerConfig(setup, { ...lab.producer, ...presetOf(id) }), lab.topic)
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

const distance = (setup: Setup, id: PresetId): number => {
  const lab = base()
  return (
    differences(spelledOut(producerConfig(setup)), spelledOut({ ...lab.producer, ...presetOf(id) })) +
    differences(topicConfig(setup), lab.topic)
  )
}

export const isChangedFrom = (setup: Setup, id: PresetId): boolean => distance(setup, id) > 0

/** For settings that came by link: the contract with the fewest differences, Kafka's defaults when in doubt. */
export const nearestPreset = (setup: Setup): PresetId =>
  [...presets]
    .reverse()
    .reduce((best, preset) => (distance(setup, preset.id) < distance(setup, best.id) ? preset : best)).id
