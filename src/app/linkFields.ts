/** Settings of the Lab as single keys of a link: each says how it is read off a setup and put into one. */
import { type ClientSetup, LONGEST_RUN, type Setup, type Workload } from '../engine/index.ts'
import { choice, type Field, whole } from './linkField.ts'
import { READER, readerFields } from './linkReader.ts'
import { wholeNumber } from './linkText.ts'
import { effects } from './readerEdits.ts'
import { partitionCount } from './setupEdits.ts'

/** Makes the Lab's own setup, with what a link may change of its build. */
export type MakeLab = (options?: {
  readonly brokers?: number
  readonly partitions?: number
  readonly reader?: Extract<ClientSetup, { kind: 'consumer' }>['effect']
}) => Setup

export const PRODUCER = 'producer-1'

const FLAG = ['0', '1'] as const
const flag = (is: boolean): string => (is ? '1' : '0')

type NumberOf<T> = { [Key in keyof T]-?: T[Key] extends number ? Key : never }[keyof T]

const workloadNumber = (key: string, name: NumberOf<Workload>, min: number, max: number): Field => ({
  key,
  get: ({ workload }) => String(workload[name]),
  set: (setup, text) =>
    whole(text, min, max, (value) => ({ ...setup, workload: { ...setup.workload, [name]: value } })),
})

const link = (key: string, name: keyof Setup['links']): Field => ({
  key,
  get: ({ links }) => String(links[name]),
  set: (setup, text) => whole(text, 0, 60_000, (value) => ({ ...setup, links: { ...setup.links, [name]: value } })),
})

/** Which broker has which replica follows from the two numbers; another spread needs the payload. */
const rebuilt = (lab: MakeLab, setup: Setup, brokers: number, partitions: number): Setup => {
  const { topic } = setup.workload
  const replicas = Object.values(lab({ brokers, partitions }).cluster.topics)[0]?.replicas ?? []
  const config = setup.cluster.topics[topic]?.config ?? {}
  return {
    ...setup,
    cluster: { ...setup.cluster, brokers, topics: { ...setup.cluster.topics, [topic]: { replicas, config } } },
  }
}

const cluster = (lab: MakeLab): readonly Field[] => [
  {
    key: 'brokers',
    get: (setup) => String(setup.cluster.brokers),
    set: (setup, text) => whole(text, 1, 3, (value) => rebuilt(lab, setup, value, partitionCount(setup))),
  },
  {
    key: 'partitions',
    get: (setup) => String(partitionCount(setup)),
    set: (setup, text) => whole(text, 1, 3, (value) => rebuilt(lab, setup, setup.cluster.brokers, value)),
  },
  {
    key: 'isr',
    get: (setup) => setup.cluster.isrAtStart?.join('.') ?? null,
    set: (setup, text) => {
      const brokers = text
        .split('.')
        .map(wholeNumber)
        .filter((broker) => broker !== null)
      if (brokers.length !== text.split('.').length || new Set(brokers).size !== brokers.length) return 'not-a-number'
      if (brokers.some((broker) => broker < 1 || broker > setup.cluster.brokers)) return 'out-of-range'
      return { ...setup, cluster: { ...setup.cluster, isrAtStart: brokers } }
    },
  },
]

const READERS = [...effects, 'quiet', 'off'] as const

const clients = (lab: MakeLab): readonly Field[] => [
  {
    key: 'reader',
    get: ({ clients }) => {
      const reader = clients[READER]
      return reader?.kind === 'consumer' ? (reader.effect ?? 'quiet') : 'off'
    },
    set: (setup, text) =>
      choice(text, READERS, (value) => {
        const { [READER]: _old, ...others } = setup.clients
        if (value === 'off') return { ...setup, clients: others }
        const reader = lab({ reader: value === 'quiet' ? null : value }).clients[READER]
        return reader === undefined ? 'not-a-choice' : { ...setup, clients: { ...others, [READER]: reader } }
      }),
  },
  ...readerFields,
  {
    key: 'onfailure',
    get: ({ clients }) => {
      const producer = clients[PRODUCER]
      return producer?.kind === 'producer' ? producer.onFailure : null
    },
    set: (setup, text) =>
      choice(text, ['give-up', 'send-again'], (onFailure) => {
        const producer = setup.clients[PRODUCER]
        if (producer?.kind !== 'producer') return 'not-a-choice'
        return { ...setup, clients: { ...setup.clients, [PRODUCER]: { ...producer, onFailure } } }
      }),
  },
]

const workload: readonly Field[] = [
  workloadNumber('records', 'records', 1, 50),
  workloadNumber('start', 'startMs', 0, 600_000),
  workloadNumber('every', 'everyMs', 0, 600_000),
  {
    key: 'await',
    get: ({ workload: { awaitEach } }) => flag(awaitEach),
    set: (setup, text) =>
      choice(text, FLAG, (value) => ({ ...setup, workload: { ...setup.workload, awaitEach: value === '1' } })),
  },
  {
    key: 'partitioner',
    get: ({ workload: { partitioner } }) => partitioner,
    set: (setup, text) =>
      choice(text, ['round-robin', 'by-key'], (partitioner) => ({
        ...setup,
        workload: { ...setup.workload, partitioner },
      })),
  },
  workloadNumber('keys', 'keys', 1, 50),
  workloadNumber('bytes', 'valueBytes', 0, 10_000_000),
]

const rest: readonly Field[] = [
  link('link.client', 'clientBroker'),
  link('link.broker', 'brokerBroker'),
  link('link.outside', 'outside'),
  link('processing', 'processing'),
  {
    key: 'jitter',
    get: ({ jitter }) => flag(jitter),
    set: (setup, text) => choice(text, FLAG, (value) => ({ ...setup, jitter: value === '1' })),
  },
  {
    key: 'seed',
    get: ({ seed }) => String(seed),
    set: (setup, text) => whole(text, 0, 2_147_483_647, (seed) => ({ ...setup, seed })),
  },
  {
    key: 'horizon',
    get: ({ horizon }) => String(horizon),
    set: (setup, text) => whole(text, 1, LONGEST_RUN, (horizon) => ({ ...setup, horizon })),
  },
]

/** In the order in which they are put into a setup: what others build on comes first. */
export const fieldsOf = (lab: MakeLab): readonly Field[] => [...cluster(lab), ...clients(lab), ...workload, ...rest]
