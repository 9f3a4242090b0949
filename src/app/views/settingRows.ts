import type { Setup } from '../../engine/index.ts'
import { producerSettings, sayNote, sayQuietChange, sayWayOut, topicSettings } from '../../words/index.ts'
import {
  noteKind,
  type PlacedProblem,
  producerTable,
  type QuietChange,
  resolvedOf,
  type SettingNote,
  settingNotes,
  topicTable,
} from '../doors.ts'
import { producerConfig, producerNode, topicConfig } from '../setupEdits.ts'

export interface SettingRow {
  readonly key: string
  /** What it does, in a sentence or two. */
  readonly help: string
  /** As text, as it would stand in a file: what takes effect, or what was written while Kafka refuses. */
  readonly value: string
  readonly byHand: boolean
  /** Kafka's default; null: no table has the key. */
  readonly usual: string | null
  /** Nothing is refused, but something is not as it looks. */
  readonly notes: readonly string[]
  /** It cannot matter now. */
  readonly idle: boolean
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

export type Owner = 'producer' | 'topic'

const tables = { producer: producerTable, topic: topicTable } as const
/** Only of these two owners: the words of the others need not be loaded with the page. */
const words = { producer: producerSettings, topic: topicSettings } as const
const helpOf = (owner: Owner, key: string): string =>
  Object.entries(words[owner]).find(([name]) => name === key)?.[1].help ?? ''

const explicitOf = (setup: Setup, owner: Owner) => (owner === 'producer' ? producerConfig(setup) : topicConfig(setup))

/** What takes effect of one owner's settings; null while Kafka refuses them. */
const effectiveOf = (setup: Setup, owner: Owner): Readonly<Record<string, unknown>> | null => {
  const { producers, topics } = resolvedOf(setup)
  return (owner === 'producer' ? producers[producerNode(setup)] : topics[setup.workload.topic]) ?? null
}

export const replicasIn = (setup: Setup): number =>
  setup.cluster.topics[setup.workload.topic]?.replicas[0]?.length ?? setup.cluster.brokers

const notesOn = (setup: Setup): readonly SettingNote[] => {
  const { producers, topics } = resolvedOf(setup)
  const producer = producers[producerNode(setup)]
  const topic = topics[setup.workload.topic]
  if (producer === undefined || topic === undefined) return []
  return settingNotes({ producer, topic, explicit: producerConfig(setup), replicas: replicasIn(setup) })
}

const quietOf = (setup: Setup, owner: Owner): readonly QuietChange[] =>
  resolvedOf(setup)
    .quiet.filter(({ where }) => (owner === 'producer' ? where.place === 'client' : where.place === owner))
    .filter(({ where }) => where.place !== 'client' || where.node === producerNode(setup))
    .map(({ change }) => change)

/** Kafka writes -1 for `all` in its own log. */
const asWritten = (key: string, value: unknown): string =>
  key === 'acks' && String(value) === '-1' ? 'all' : String(value)

const shownValue = (setup: Setup, owner: Owner, key: string): string => {
  const effective = effectiveOf(setup, owner)
  const written = explicitOf(setup, owner)[key]
  if (effective !== null && Object.hasOwn(effective, key)) return asWritten(key, effective[key])
  return asWritten(key, written ?? usualOf(owner, key) ?? '')
}

const usualOf = (owner: Owner, key: string): string | null => {
  const setting = Object.entries(tables[owner]).find(([name]) => name === key)?.[1]
  return setting === undefined || setting.default === null ? null : asWritten(key, setting.default)
}

export const rowOf = (setup: Setup, owner: Owner, key: string, placed: PlacedProblem | null): SettingRow => {
  const own = notesOn(setup).filter((note) => note.key === key && Object.hasOwn(tables[owner], key))
  const quiet = quietOf(setup, owner).filter((change) => change.key === key)
  return {
    key,
    help: helpOf(owner, key),
    value: shownValue(setup, owner, key),
    byHand: Object.hasOwn(explicitOf(setup, owner), key),
    usual: usualOf(owner, key),
    notes: [...quiet.map((change) => sayQuietChange(change)), ...own.map(sayNote)],
    idle: own.some(({ note }) => noteKind[note] === 'idle'),
    culprit: placed?.problem.keys.includes(key) ?? false,
  }
}

/** What a link or a way out has set and no row shows: it must be seen, and can be dropped. */
export const otherKeys = (setup: Setup, owner: Owner, shown: readonly string[]): readonly string[] => {
  const keys = [...Object.keys(explicitOf(setup, owner)), ...quietOf(setup, owner).map(({ key }) => key)]
  return [...new Set(keys)].filter((key) => !shown.includes(key))
}

/** @param shown keys that have a row, in the order in which they stand */
export const refusedOf = ({ problem }: PlacedProblem, shown: readonly string[]): Refused => ({
  exception: problem.exception,
  text: problem.text,
  ways: problem.waysOut.map((way) => ({ id: way.id, label: sayWayOut(way) })),
  at: shown.findLast((key) => problem.keys.includes(key)) ?? null,
})
