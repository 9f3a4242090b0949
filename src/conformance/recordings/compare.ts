import type { Recording } from './recording.ts'

type Json = Readonly<Record<string, unknown>>
export interface Difference {
  readonly path: string
  readonly recorded: string
  readonly engine: string
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The things of an outcome, one by one: logs, clients, readers, partitions, answers. What stands in `varies` is left out. */
export const compare = ({ outcome, varies, settings }: Recording, engine: Json): ReadonlyMap<string, readonly Difference[]> => {
  const skipped = varies.map((v) => v.what)
  const things = new Map<string, readonly Difference[]>()
  for (const [thing, recorded] of Object.entries(outcome)) {
    if (thing === 'offsets' || thing === 'transactionState') continue
    const mine = normal(thing, engine[thing], settings.topics)
    const differences = differ(thing, normal(thing, recorded, settings.topics), mine).filter((d) => !skipped.some((s) => d.path === s || d.path.startsWith(`${s}.`)))
    things.set(thing, differences)
  }
  return things
}

/** Replicas with the same log are named by a string; an ISR is a set; sends to different brokers have no order of their own. */
const normal = (thing: string, value: unknown, topics: Recording['settings']['topics']): unknown => {
  if (!isObject(value)) return value
  if (thing === 'logs') return mapValues(value, (replicas) => (isObject(replicas) ? mapValues(replicas, (log) => (typeof log === 'string' ? replicas[log] : log)) : replicas))
  if (thing === 'partitions') return mapValues(value, (p) => (isObject(p) && Array.isArray(p.isr) ? { ...p, isr: [...p.isr].sort() } : p))
  const manyPartitions = Object.values(topics).reduce((n, t) => n + t.partitions, 0) > 1
  if (thing === 'clients' && manyPartitions) return mapValues(value, (told) => (Array.isArray(told) ? [...told].sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))) : told))
  // A recording leaves out what it never saw: a value without any answer.
  if (thing === 'answers') return mapValues(value, (client) => (isObject(client) ? Object.fromEntries(Object.entries(client).filter(([, list]) => !(Array.isArray(list) && list.length === 0))) : client))
  return value
}

const mapValues = (value: Json, change: (value: unknown) => unknown): Json => Object.fromEntries(Object.entries(value).map(([key, v]) => [key, change(v)]))

const isEmpty = (value: unknown): boolean => value === undefined || (isObject(value) && Object.values(value).every(isEmpty)) || (Array.isArray(value) && value.length === 0)

const differ = (path: string, recorded: unknown, engine: unknown): readonly Difference[] => {
  if (isEmpty(recorded) && isEmpty(engine)) return []
  if (isObject(recorded) && isObject(engine)) {
    const keys = [...new Set([...Object.keys(recorded), ...Object.keys(engine)])]
    return keys.flatMap((key) => differ(`${path}.${key}`, recorded[key], engine[key]))
  }
  if (Array.isArray(recorded) && Array.isArray(engine) && recorded.length === engine.length) return recorded.flatMap((item, i) => differ(`${path}.${i}`, item, engine[i]))
  return JSON.stringify(recorded) === JSON.stringify(engine) ? [] : [{ path, recorded: JSON.stringify(recorded), engine: JSON.stringify(engine) }]
}
