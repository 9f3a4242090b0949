/** What a key's row shows and how it is edited, read off Kafka's tables and off what takes effect. */
import { type ConfigOwner, explicitOf, resolvedOf, type Setting, type Setup, settingTables } from '../doors.ts'
import { producerNode, readerOf } from '../setupEdits.ts'

/** How a key is edited; the text of a choice is what would stand in a file. */
export type RowControl =
  | { readonly kind: 'switch' }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'number' }
  | { readonly kind: 'text' }

const settingOf = (owner: ConfigOwner, key: string): Setting | null => {
  const table = settingTables[owner]
  return Object.hasOwn(table, key) ? (table[key] ?? null) : null
}

/** What takes effect of one owner's settings; null while Kafka refuses them, or without an owner. */
const effectiveOf = (setup: Setup, owner: ConfigOwner): Readonly<Record<string, unknown>> | null => {
  const { producers, topics, broker, consumers } = resolvedOf(setup)
  const of: Readonly<Record<ConfigOwner, Readonly<Record<string, unknown>> | null | undefined>> = {
    producer: producers[producerNode(setup)],
    topic: topics[setup.workload.topic],
    broker,
    consumer: consumers[readerOf(setup)?.id ?? ''],
  }
  return of[owner] ?? null
}

/** Kafka's largest numbers, as text: 2^63 - 1 is more than a number can hold. */
const MOST = { short: '32767', int: '2147483647', long: '9223372036854775807' } as const

/** Kafka writes -1 for `all` in its own log; a list stands in a file with commas. */
const asWritten = (key: string, value: unknown): string => {
  if (value === null) return ''
  if (value === 2 ** 63) return MOST.long
  return key === 'acks' && String(value) === '-1' ? 'all' : String(value)
}

export const usualOf = (owner: ConfigOwner, key: string): string | null => {
  const setting = settingOf(owner, key)
  return setting === null ? null : asWritten(key, setting.default)
}

/** The largest number of a key's type; null: its value is no number. */
export const mostOf = (owner: ConfigOwner, key: string): string | null => {
  const type = settingOf(owner, key)?.type
  return type === 'short' || type === 'int' || type === 'long' ? MOST[type] : null
}

export const shownValue = (setup: Setup, owner: ConfigOwner, key: string): string => {
  const effective = effectiveOf(setup, owner)
  const written = explicitOf(setup)[owner][key]
  if (effective !== null && Object.hasOwn(effective, key)) return asWritten(key, effective[key])
  return asWritten(key, written ?? usualOf(owner, key) ?? '')
}

const replicasIn = (setup: Setup): number =>
  setup.cluster.topics[setup.workload.topic]?.replicas[0]?.length ?? setup.cluster.brokers

/** Choices that the type of a setting does not give away. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  acks: ['0', '1', 'all'],
  'isolation.level': ['read_uncommitted', 'read_committed'],
  'auto.offset.reset': ['earliest', 'latest', 'none'],
  'cleanup.policy': ['delete', 'compact', 'compact,delete'],
  'eligible.leader.replicas.version': ['0', '1'],
}

export const controlOf = (setup: Setup, owner: ConfigOwner, key: string): RowControl => {
  const setting = settingOf(owner, key)
  if (key === 'min.insync.replicas')
    return { kind: 'choice', choices: Array.from({ length: replicasIn(setup) }, (_, index) => String(index + 1)) }
  const choices = CHOICES[key] ?? (setting && 'choices' in setting ? setting.choices : undefined)
  if (choices) return { kind: 'choice', choices }
  if (setting?.type === 'boolean') return { kind: 'switch' }
  return { kind: mostOf(owner, key) === null ? 'text' : 'number' }
}
