import type { Setup } from '../../engine/index.ts'
import { settingWords } from '../../words/en/ui.ts'
import { type ConfigProblem, type ProducerConfig, producerTable, type QuietChange, type Resolved } from '../doors.ts'
import { isChangedFrom, type PresetId, presets } from '../presets.ts'
import { inSyncAtStart, producerConfig, producerOf, readerOf, topicConfig } from '../setupEdits.ts'

/** A sentence in pieces: every second one is one of Kafka's own names. */
export type Note = readonly string[]

export interface SettingRow {
  readonly key: string
  /** As text, as it would stand in a file: what takes effect, or what was written while Kafka refuses. */
  readonly value: string
  readonly byHand: boolean
  readonly note: Note | null
  /** Kafka refuses, and this is one of the culprits; the text stands at the last of them. */
  readonly culprit: boolean
}

export interface Refused {
  readonly exception: string
  readonly text: string
  readonly ways: readonly { readonly id: string; readonly label: string }[]
  /** The row under which it is shown; null: it is about a setting that has no row, and stands above them all. */
  readonly at: string | null
}

export interface SettingsPanel {
  readonly presets: readonly { readonly id: PresetId; readonly name: string; readonly chosen: boolean }[]
  readonly changedFrom: string | null
  readonly rows: Readonly<Record<MainKey | MoreKey, SettingRow>>
  /** Whether something inside the folded part wants to be seen. */
  readonly moreMatters: boolean
  readonly refused: Refused | null
  readonly topic: { readonly minInsync: SettingRow; readonly replicas: number; readonly inSync: number }
  readonly application: {
    readonly records: number
    readonly everyMs: number
    readonly awaitEach: boolean
    readonly onFailure: 'give-up' | 'send-again'
  }
  readonly reader: boolean
  readonly code: readonly { readonly key: string; readonly value: string }[]
}

export const mainKeys = ['acks', 'enable.idempotence', 'retries'] as const
export const moreKeys = [
  'max.in.flight.requests.per.connection',
  'request.timeout.ms',
  'delivery.timeout.ms',
  'linger.ms',
  'retry.backoff.ms',
] as const
export type MainKey = (typeof mainKeys)[number]
export type MoreKey = (typeof moreKeys)[number]
const shownKeys: readonly (MainKey | MoreKey)[] = [...mainKeys, ...moreKeys]

const written = (config: ProducerConfig, key: MainKey | MoreKey): string =>
  key === 'acks' ? (config.acks === -1 ? 'all' : String(config.acks)) : String(config[key])

const shownValue = (setup: Setup, resolved: Resolved<ProducerConfig>, key: MainKey | MoreKey): string => {
  if (resolved.outcome === 'ok') return written(resolved.effective, key)
  const explicit = producerConfig(setup)[key]
  return explicit === '-1' ? 'all' : (explicit ?? String(producerTable[key].default))
}

const quietNote = (change: QuietChange): Note => {
  const cause = change.because[0]
  if (change.change === 'idempotence-off' && cause)
    return settingWords.quiet['idempotence-off'](cause.key, cause.value === '-1' ? 'all' : cause.value)
  return [settingWords.quietOther(change.from, change.to)]
}

const rowOf = (setup: Setup, resolved: Resolved<ProducerConfig>, key: MainKey | MoreKey): SettingRow => {
  const change = resolved.outcome === 'ok' ? resolved.quiet.find((quiet) => quiet.key === key) : undefined
  return {
    key,
    value: shownValue(setup, resolved, key),
    byHand: Object.hasOwn(producerConfig(setup), key),
    note: change ? quietNote(change) : null,
    culprit: resolved.outcome === 'error' && resolved.problem.keys.includes(key),
  }
}

const refusedOf = (problem: ConfigProblem): Refused => ({
  exception: problem.exception,
  text: problem.text,
  ways: problem.waysOut.map(({ id }) => ({ id, label: settingWords.waysOut[id] ?? settingWords.wayOutOther })),
  at: shownKeys.findLast((key) => problem.keys.includes(key)) ?? null,
})

const minInsyncRow = (setup: Setup, resolved: Resolved<ProducerConfig>): SettingRow => {
  const key = 'min.insync.replicas'
  const value = topicConfig(setup)[key] ?? '1'
  const acks = shownValue(setup, resolved, 'acks')
  const replicas = setup.cluster.topics[setup.workload.topic]?.replicas[0]?.length ?? setup.cluster.brokers
  const note =
    acks !== 'all'
      ? settingWords.minIsrPointless
      : Number(value) === replicas && replicas > 1
        ? [settingWords.minIsrAll]
        : null
  return { key, value, byHand: Object.hasOwn(topicConfig(setup), key), note, culprit: false }
}

/** What a properties file would say: what was set by hand, and the two keys whose defaults differ between clients. */
const codeOf = (setup: Setup, resolved: Resolved<ProducerConfig>): SettingsPanel['code'] => {
  const { 'batch.size': _lab, ...explicit } = producerConfig(setup)
  const idempotent = resolved.outcome === 'ok' && resolved.effective['enable.idempotence']
  const shown = idempotent ? { acks: 'all', 'enable.idempotence': 'true', ...explicit } : explicit
  return Object.entries(shown).map(([key, value]) => ({ key, value }))
}

export const settingsPanel = (
  setup: Setup,
  preset: PresetId,
  resolved: Resolved<ProducerConfig>,
  problem: ConfigProblem | null,
): SettingsPanel => {
  const changed = isChangedFrom(setup, preset)
  const rows = Object.fromEntries(shownKeys.map((key) => [key, rowOf(setup, resolved, key)])) as SettingsPanel['rows']
  return {
    presets: presets.map(({ id }) => ({ id, name: settingWords.presets[id], chosen: id === preset && !changed })),
    changedFrom: changed ? settingWords.changedFrom(settingWords.presets[preset]) : null,
    rows,
    moreMatters: moreKeys.some((key) => rows[key].culprit || rows[key].note !== null),
    refused: problem ? refusedOf(problem) : null,
    topic: {
      minInsync: minInsyncRow(setup, resolved),
      replicas: setup.cluster.brokers,
      inSync: inSyncAtStart(setup).length,
    },
    application: {
      records: setup.workload.records,
      everyMs: setup.workload.everyMs,
      awaitEach: setup.workload.awaitEach,
      onFailure: producerOf(setup)?.onFailure ?? 'give-up',
    },
    reader: readerOf(setup) !== null,
    code: codeOf(setup, resolved),
  }
}
