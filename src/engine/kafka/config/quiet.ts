import { trimmed } from './parse.ts'
import type { QuietChange } from './problem.ts'
import { type Explicit, isSetByHand, type Table } from './setting.ts'

interface Backoffs {
  readonly 'retry.backoff.ms': number
  readonly 'retry.backoff.max.ms': number
  readonly 'reconnect.backoff.ms': number
  readonly 'reconnect.backoff.max.ms': number
}

/** A first wait above the longest one is no more than the longest one: the back-off never grows. */
const capped = (
  config: Backoffs,
  key: 'retry.backoff.ms' | 'reconnect.backoff.ms',
  max: keyof Backoffs,
): QuietChange | null => {
  const [first, most] = [config[key], config[max]]
  if (first <= most) return null
  return {
    change: key === 'retry.backoff.ms' ? 'retry-backoff-capped' : 'reconnect-backoff-capped',
    key,
    from: String(first),
    to: String(most),
    because: [{ key: max, value: String(most) }],
    log:
      key === 'retry.backoff.ms'
        ? {
            level: 'WARN',
            text: `Configuration '${key}' with value '${first}' is greater than configuration '${max}' with value '${most}'. A static backoff with value '${most}' will be applied.`,
          }
        : null,
  }
}

const constantReconnect = (config: Backoffs, explicit: Explicit): QuietChange | null => {
  const [key, max] = ['reconnect.backoff.ms', 'reconnect.backoff.max.ms'] as const
  if (!isSetByHand(explicit, key) || isSetByHand(explicit, max) || config[key] === config[max]) return null
  return {
    change: 'reconnect-backoff-constant',
    key: max,
    from: String(config[max]),
    to: String(config[key]),
    because: [{ key, value: String(config[key]) }],
    log: { level: 'WARN', text: `Disabling exponential reconnect backoff because ${key} is set, but ${max} is not.` },
  }
}

/** What producer and consumer do alike with back-offs: the values that take effect, and what changed on the way. */
export const settleBackoffs = <C extends Backoffs>(
  config: C,
  explicit: Explicit,
): { readonly config: C; readonly quiet: readonly QuietChange[] } => {
  const retry = capped(config, 'retry.backoff.ms', 'retry.backoff.max.ms')
  const constant = constantReconnect(config, explicit)
  const withMax = constant === null ? config : { ...config, 'reconnect.backoff.max.ms': config['reconnect.backoff.ms'] }
  const reconnect = capped(withMax, 'reconnect.backoff.ms', 'reconnect.backoff.max.ms')
  return {
    config: {
      ...withMax,
      'retry.backoff.ms': Math.min(config['retry.backoff.ms'], config['retry.backoff.max.ms']),
      'reconnect.backoff.ms': Math.min(withMax['reconnect.backoff.ms'], withMax['reconnect.backoff.max.ms']),
    },
    quiet: [retry, constant, reconnect].filter((change) => change !== null),
  }
}

const items = (text: string): readonly string[] => trimmed(text).split(/\s*,\s*/)

/** A list that names something twice: Kafka keeps the first of each, and says so (clients.md 1.6). */
export const duplicatesDropped = (table: Table, explicit: Explicit): readonly QuietChange[] =>
  Object.entries(explicit)
    .filter(([key]) => Object.hasOwn(table, key) && table[key]?.type === 'list')
    .map(([key, text]) => ({ key, given: items(text), kept: [...new Set(items(text))] }))
    .filter(({ given, kept }) => given.length > kept.length)
    .map(({ key, given, kept }) => ({
      change: 'duplicates-dropped',
      key,
      from: given.join(','),
      to: kept.join(','),
      because: [],
      log: {
        level: 'WARN',
        text: `Configuration key "${key}" contains duplicate values. Duplicates will be removed. The original value is: [${given.join(', ')}], the updated value is: [${kept.join(', ')}]`,
      },
    }))

/** A key Kafka does not know changes nothing; one line of the log names it (clients.md 1.6). */
export const unknownKeys = (
  table: Table,
  isLeftOut: (key: string) => boolean,
  explicit: Explicit,
): readonly QuietChange[] => {
  const unknown = Object.keys(explicit).filter((key) => !Object.hasOwn(table, key) && !isLeftOut(key))
  return unknown.map((key) => ({
    change: 'unknown-key',
    key,
    from: explicit[key] ?? '',
    to: null,
    because: [],
    log: { level: 'INFO', text: `These configurations '[${unknown.join(', ')}]' were supplied but are not used yet.` },
  }))
}
