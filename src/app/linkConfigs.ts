/**
 * Kafka's own settings in a link. Keys of producer and topic stand there as Kafka spells them; others, and keys no table
 * knows, with their owner before them: `broker.replica.lag.time.max.ms=10000`. `~` is a key that is not set by hand
 * although the Lab sets it: `batch.size=~`.
 */
import {
  type ConfigOwner,
  type ExplicitConfig,
  ownersOfConfig,
  producerTable,
  type Setup,
  topicTable,
} from '../engine/index.ts'
import type { DropReason } from '../words/index.ts'
import { PRODUCER } from './linkFields.ts'
import { READER } from './linkReader.ts'
import { decodeValue, encodeValue } from './linkText.ts'

const UNSET = '~'
const LONGEST = 200

const configOf = (setup: Setup, owner: ConfigOwner): ExplicitConfig | null => {
  switch (owner) {
    case 'producer':
      return setup.clients[PRODUCER]?.config ?? null
    case 'consumer':
      return setup.clients[READER]?.config ?? null
    case 'topic':
      return setup.cluster.topics[setup.workload.topic]?.config ?? null
    case 'broker':
      return setup.cluster.config
  }
}

const withClientConfig = (setup: Setup, node: string, config: ExplicitConfig): Setup => {
  const client = setup.clients[node]
  return client === undefined ? setup : { ...setup, clients: { ...setup.clients, [node]: { ...client, config } } }
}

const withConfig = (setup: Setup, owner: ConfigOwner, config: ExplicitConfig): Setup => {
  switch (owner) {
    case 'producer':
      return withClientConfig(setup, PRODUCER, config)
    case 'consumer':
      return withClientConfig(setup, READER, config)
    case 'broker':
      return { ...setup, cluster: { ...setup.cluster, config } }
    case 'topic': {
      const name = setup.workload.topic
      const topic = setup.cluster.topics[name]
      if (topic === undefined) return setup
      return {
        ...setup,
        cluster: { ...setup.cluster, topics: { ...setup.cluster.topics, [name]: { ...topic, config } } },
      }
    }
  }
}

const tableOf = (owner: ConfigOwner): Readonly<Record<string, unknown>> =>
  owner === 'producer' ? producerTable : owner === 'topic' ? topicTable : {}

const linkKey = (owner: ConfigOwner, key: string): string =>
  Object.hasOwn(tableOf(owner), key) ? key : `${owner}.${key}`

/** Whose setting a key of a link is, and what Kafka calls it; null: nobody's. */
const ownerOf = (key: string): { readonly owner: ConfigOwner; readonly key: string } | null => {
  const plain = ownersOfConfig.find((owner) => Object.hasOwn(tableOf(owner), key))
  if (plain !== undefined) return { owner: plain, key }
  const prefixed = ownersOfConfig.find((owner) => key.startsWith(`${owner}.`))
  const rest = prefixed === undefined ? '' : key.slice(prefixed.length + 1)
  return prefixed === undefined || !/^[A-Za-z][\w.-]{0,99}$/.test(rest) ? null : { owner: prefixed, key: rest }
}

/** Keys in the order of Kafka's table, then by name, so that equal settings give equal links. */
const inOrder = (owner: ConfigOwner, keys: readonly string[]): readonly string[] => {
  const known = Object.keys(tableOf(owner))
  const place = (key: string): number => (known.includes(key) ? known.indexOf(key) : known.length)
  return [...new Set(keys)].sort((a, b) => place(a) - place(b) || (a < b ? -1 : a > b ? 1 : 0))
}

const writeOwner = (setup: Setup, base: Setup, owner: ConfigOwner): readonly string[] => {
  const own = configOf(setup, owner) ?? {}
  const usual = configOf(base, owner) ?? {}
  return inOrder(owner, [...Object.keys(own), ...Object.keys(usual)])
    .filter((key) => own[key] !== usual[key])
    .map((key) => {
      const value = own[key]
      return `${linkKey(owner, key)}=${value === undefined ? UNSET : encodeValue(value)}`
    })
}

/** What differs from the settings the Lab begins with. */
export const writeConfigs = (setup: Setup, base: Setup): readonly string[] =>
  ownersOfConfig.flatMap((owner) => writeOwner(setup, base, owner))

/** Any value may be set: one that Kafka refuses is a state worth sharing. */
export const readConfig = (setup: Setup, linkedKey: string, text: string): Setup | DropReason => {
  const whose = ownerOf(linkedKey)
  if (whose === null) return 'unknown-key'
  const config = configOf(setup, whose.owner)
  if (config === null) return whose.owner === 'consumer' ? 'no-reader' : 'unknown-key'
  const { [whose.key]: _old, ...others } = config
  if (text === UNSET) return withConfig(setup, whose.owner, others)
  const value = decodeValue(text)
  if (value === null) return 'bad-encoding'
  if (value.length > LONGEST) return 'too-long'
  return withConfig(setup, whose.owner, { ...others, [whose.key]: value })
}
