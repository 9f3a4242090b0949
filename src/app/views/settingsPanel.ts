import type { OnFailure, Setup, Workload } from '../../engine/index.ts'
import { settingWords } from '../../words/en/ui.ts'
import { isChangedFrom, type PresetId, presets } from '../presets.ts'
import { inSyncAtStart, partitionCount, producerConfig, producerOf } from '../setupEdits.ts'
import { type ReaderPanel, readerPanel } from './readerPanel.ts'
import { otherKeys, type Refused, refusalsIn, rowsOf, type SettingRow } from './settingRows.ts'

export interface SettingsPanel {
  readonly presets: readonly { readonly id: PresetId; readonly name: string; readonly chosen: boolean }[]
  readonly changedFrom: string | null
  readonly rows: Readonly<Record<MainKey, SettingRow>>
  /** The folded part: what is rarely touched, and what a link or the search has set besides. */
  readonly more: readonly SettingRow[]
  /** The first refusal; each stands at a row of its own as well. */
  readonly refused: Refused | null
  /** A refusal of a client that has no row: it stands above them all. */
  readonly homeless: Refused | null
  readonly topic: {
    readonly minInsync: SettingRow
    readonly brokers: number
    readonly inSync: number
    readonly partitions: number
    readonly partitioner: Workload['partitioner']
    readonly keys: number
    readonly more: readonly SettingRow[]
  }
  /** What was set by hand on the brokers; nobody's first wish, so it shows only then. */
  readonly brokers: readonly SettingRow[]
  readonly application: {
    readonly records: number
    readonly everyMs: number
    readonly awaitEach: boolean
    readonly onFailure: OnFailure
    readonly valueBytes: number
    readonly jitter: boolean
    readonly seed: number
  }
  readonly reader: ReaderPanel | null
  readonly code: readonly { readonly key: string; readonly value: string }[]
}

const mainKeys = ['acks', 'enable.idempotence', 'retries'] as const
type MainKey = (typeof mainKeys)[number]
const moreKeys: readonly string[] = [
  'max.in.flight.requests.per.connection',
  'batch.size',
  'linger.ms',
  'request.timeout.ms',
  'delivery.timeout.ms',
  'retry.backoff.ms',
  'reconnect.backoff.ms',
]
const MIN_INSYNC = 'min.insync.replicas'
const moreOfTopic: readonly string[] = ['unclean.leader.election.enable', 'max.message.bytes']

/** What a properties file would say: what was set by hand, and the two keys whose defaults differ between clients. */
const codeOf = (setup: Setup, rows: SettingsPanel['rows'], refused: Refused | null): SettingsPanel['code'] => {
  const own = producerConfig(setup)
  // The Lab's own: one record per request.
  const explicit = Object.fromEntries(
    Object.entries(own).filter(([key, value]) => key !== 'batch.size' || value !== '1'),
  )
  const idempotent = refused === null && rows['enable.idempotence'].value === 'true'
  const shown = idempotent ? { acks: 'all', 'enable.idempotence': 'true', ...explicit } : explicit
  return Object.entries(shown).map(([key, value]) => ({ key, value }))
}

const applicationOf = ({ workload, jitter, seed }: Setup, onFailure: OnFailure): SettingsPanel['application'] => ({
  records: workload.records,
  everyMs: workload.everyMs,
  awaitEach: workload.awaitEach,
  onFailure,
  valueBytes: workload.valueBytes,
  jitter,
  seed,
})

export const settingsPanel = (setup: Setup, preset: PresetId): SettingsPanel => {
  const changed = isChangedFrom(setup, preset)
  const ofProducer = [...moreKeys, ...otherKeys(setup, 'producer', [...mainKeys, ...moreKeys])]
  const ofTopic = [...moreOfTopic, ...otherKeys(setup, 'topic', [MIN_INSYNC, ...moreOfTopic])]
  const ofPanel = rowsOf(setup, 'producer', [...mainKeys, ...ofProducer])
  const [acks, idempotence, retries, ...more] = ofPanel as [SettingRow, SettingRow, SettingRow, ...SettingRow[]]
  const [minInsync, ...moreOfIt] = rowsOf(setup, 'topic', [MIN_INSYNC, ...ofTopic]) as [SettingRow, ...SettingRow[]]
  const rows: SettingsPanel['rows'] = { acks, 'enable.idempotence': idempotence, retries }
  const { first: refused, homeless } = refusalsIn(setup)
  return {
    presets: presets.map(({ id }) => ({ id, name: settingWords.presets[id], chosen: id === preset && !changed })),
    changedFrom: changed ? settingWords.changedFrom(settingWords.presets[preset]) : null,
    rows,
    more,
    refused,
    homeless,
    topic: {
      minInsync,
      brokers: setup.cluster.brokers,
      inSync: inSyncAtStart(setup).length,
      partitions: partitionCount(setup),
      partitioner: setup.workload.partitioner,
      keys: setup.workload.keys,
      more: moreOfIt,
    },
    brokers: rowsOf(setup, 'broker', otherKeys(setup, 'broker', [])),
    application: applicationOf(setup, producerOf(setup)?.onFailure ?? 'give-up'),
    reader: readerPanel(setup),
    code: codeOf(setup, rows, refused),
  }
}
