import { resolveBrokerConfig } from './broker.ts'
import type { SettingNote } from './notes/note.ts'
import { trimmed } from './parse.ts'
import { type QuietChange, type Resolved, takeWayOut, type WayOut, type WayOutId } from './problem.ts'
import { resolveConsumerConfig } from './resolveConsumer.ts'
import { resolveProducerConfig } from './resolveProducer.ts'
import { type ConfigOwner, type Explicit, isSetByHand, type Table } from './setting.ts'
import { settingTables } from './tables.ts'
import { resolveTopicConfig } from './topic.ts'

const resolvers: Readonly<Record<ConfigOwner, (explicit: Explicit) => Resolved<unknown>>> = {
  producer: (explicit) => resolveProducerConfig(explicit),
  topic: (explicit) => resolveTopicConfig(explicit),
  broker: resolveBrokerConfig,
  consumer: resolveConsumerConfig,
}

const way = (id: WayOutId, set: Explicit, ...unset: string[]): WayOut => ({ id, set, unset })
const toKafka = (key: string): WayOut => way('use-the-default', {}, key)
const setTo = (key: string, value: string): WayOut => way('use-the-choice-that-was-meant', { [key]: value })

/** `enable.idempotency` was meant to be `enable.idempotence`: the key of the table that begins alike, if there is one. */
const keyThatWasMeant = (table: Table, key: string): string | null => {
  const plain = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '')
  const alike = (known: string): number => {
    const [one, other] = [plain(key), plain(known)]
    const same = [...one].findIndex((letter, index) => letter !== other[index])
    return (same < 0 ? one.length : same) / Math.max(one.length, other.length)
  }
  const [best] = Object.keys(table).sort((a, b) => alike(b) - alike(a))
  return best !== undefined && alike(best) >= 0.8 ? best : null
}

const firstAndLongest = (first: string, longest: string, change: QuietChange): readonly WayOut[] => [
  setTo(longest, change.from),
  toKafka(first),
  toKafka(longest),
]

const candidates = (owner: ConfigOwner, change: QuietChange, explicit: Explicit): readonly WayOut[] => {
  switch (change.change) {
    case 'idempotence-off':
      return [
        ...change.because.map(({ key }) =>
          key === 'acks' ? way('set-acks-all', { acks: 'all' }) : way('retries-to-default', {}, 'retries'),
        ),
        // Two reasons at once: neither alone leads out.
        ...(trimmed(explicit.retries ?? '') === '0' && isSetByHand(explicit, 'acks')
          ? [way('all-that-transactions-need', {}, 'acks', 'retries')]
          : []),
        way('idempotence-off', { 'enable.idempotence': 'false' }),
      ]
    case 'delivery-timeout-raised':
      return [setTo(change.key, change.to ?? change.from), ...change.because.map(({ key }) => toKafka(key))]
    case 'retry-backoff-capped':
      return firstAndLongest('retry.backoff.ms', 'retry.backoff.max.ms', change)
    case 'reconnect-backoff-capped':
      return firstAndLongest('reconnect.backoff.ms', 'reconnect.backoff.max.ms', change)
    case 'reconnect-backoff-constant':
      // The longest wait by hand: as usual where that is longer, else what it is already.
      return [setTo(change.key, change.from), setTo(change.key, change.to ?? ''), toKafka('reconnect.backoff.ms')]
    case 'auto-commit-off':
      return [way('give-a-group', { 'group.id': 'group-1' }), setTo('enable.auto.commit', 'false')]
    case 'unknown-key': {
      const meant = keyThatWasMeant(settingTables[owner], change.key)
      const rename = meant === null ? [] : [way('use-the-key-that-was-meant', { [meant]: change.from }, change.key)]
      return [...rename, way('drop-the-setting', {}, change.key)]
    }
    case 'duplicates-dropped':
      return [setTo(change.key, change.to ?? ''), toKafka(change.key)]
    case 'not-in-the-model':
      return [way('drop-the-setting', {}, change.key)]
  }
}

/**
 * Ways to be rid of a quiet change: settings that say by hand what Kafka does, or that give no cause for it. Only such
 * that Kafka takes and after which it changes nothing but what it changed before, and this no more.
 */
export const quietWaysOut = (owner: ConfigOwner, change: QuietChange, explicit: Explicit): readonly WayOut[] => {
  const changed = (settings: Explicit): readonly string[] | null => {
    const resolved = resolvers[owner](settings)
    return resolved.outcome === 'ok' ? resolved.quiet.map((one) => `${one.change} ${one.key}`) : null
  }
  const before = changed(explicit) ?? []
  const gone = `${change.change} ${change.key}`
  return candidates(owner, change, explicit).filter((one) => {
    const after = changed(takeWayOut(explicit, one))
    return after !== null && !after.includes(gone) && after.every((other) => before.includes(other))
  })
}

/** A click that leaves a warning without a cause; most notes need none. */
export const noteWaysOut = (note: SettingNote): readonly WayOut[] => {
  switch (note.note) {
    case 'min-isr-is-all-replicas':
      return [setTo(note.key, String(note.replicas - 1))]
    case 'min-isr-above-replicas':
      return [setTo(note.key, String(note.replicas))]
    case 'all-may-be-one':
      return [setTo(note.key, '2')]
    case 'retries-may-reorder':
      return [way('one-in-flight', { [note.key]: '1' })]
    case 'skips-what-is-there':
      return [setTo(note.key, 'earliest')]
    case 'commit-needs-a-group':
      return [way('give-a-group', { 'group.id': 'group-1' })]
    case 'election-may-lose':
    case 'code-commits-too':
      return [setTo(note.key, 'false')]
    case 'nothing-to-hide':
      return [toKafka(note.key)]
    default:
      return []
  }
}
