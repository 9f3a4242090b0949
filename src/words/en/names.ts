import type { NodeId, SentRecord } from '../../engine/index.ts'
import { listed } from './time.ts'

/** How actors are called in a sentence. */
export interface Names {
  /** In the middle of a sentence: `the producer`, `broker 1`. */
  readonly actor: (node: NodeId) => string
}

const ALONE: Readonly<Record<string, string>> = {
  application: 'the application',
  producer: 'the producer',
  consumer: 'the reader',
  controller: 'the controller',
  card: 'the card service',
  'e-mail': 'the mail service',
  row: 'the database',
  counter: 'the counter',
  frame: 'the screen',
  typing: 'the chat',
  outside: 'the outside',
}
const ONE_OF: Readonly<Record<string, string>> = { consumer: 'reader', card: 'card service', 'e-mail': 'mail service' }

const kindOf = (node: NodeId): string => node.replace(/-\d+$/, '')
const numberOf = (node: NodeId): string => /-(\d+)$/.exec(node)?.[1] ?? ''

/** `the producer` while there is one, `producer 2` when there are several; brokers always by number. */
export const namesFor = (nodes: readonly NodeId[]): Names => ({
  actor: (node) => {
    const kind = kindOf(node)
    const isAlone = nodes.filter((other) => kindOf(other) === kind).length <= 1
    const alone = Object.hasOwn(ALONE, kind) ? ALONE[kind] : undefined
    if (alone !== undefined && isAlone) return alone
    return `${(Object.hasOwn(ONE_OF, kind) ? ONE_OF[kind] : undefined) ?? kind} ${numberOf(node)}`.trim()
  },
})

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** `C`, and `C (send 2)` when the application has handed it over again. */
export const recordsIn = (records: readonly SentRecord[]): string =>
  listed(records.map(({ record, send }) => (send > 1 ? `${record} (send ${send})` : record)))

export const isOrAre = (records: readonly unknown[]): string => (records.length === 1 ? 'is' : 'are')
export const itOrThem = (records: readonly unknown[]): string => (records.length === 1 ? 'it' : 'them')

/** `A and B`, however often they were handed over. */
export const plainly = (records: readonly SentRecord[]): string => listed(records.map(({ record }) => record))

/** `offset 2`, or `offsets 2 to 4` for three records. */
export const offsetsFrom = (baseOffset: number, records: readonly unknown[]): string =>
  records.length <= 1 ? `offset ${baseOffset}` : `offsets ${baseOffset} to ${baseOffset + records.length - 1}`

/** `broker 2`, `brokers 2 and 3`. */
export const brokersNumbered = (brokers: readonly number[]): string =>
  `${brokers.length === 1 ? 'broker' : 'brokers'} ${listed(brokers.map(String))}`

/** Of a fetch of several partitions an offset each. */
const atOffsets = (offsets: readonly string[]): string =>
  offsets.length === 0 ? '' : ` at ${offsets.length === 1 ? 'offset' : 'offsets'} ${listed(offsets)}`

const MESSAGES: Readonly<Record<string, (records: string, from: string, offsets: readonly string[]) => string>> = {
  Produce: (records) => `the request with ${records}`,
  ProduceResponse: (records) => `the answer to ${records}`,
  Fetch: (_records, from) => `the fetch of ${from}`,
  FetchResponse: (records, _from, offsets) =>
    records === '' ? `the answer to a fetch${atOffsets(offsets)}` : `the copy of ${records}`,
  Metadata: () => 'the question for metadata',
  MetadataResponse: () => 'the metadata',
  InitProducerId: () => 'the question for a producer id',
  InitProducerIdResponse: () => 'the producer id',
  ControlledShutdown: (_records, from) => `the wish of ${from} to shut down`,
  ControlledShutdownResponse: () => 'the leave to shut down',
  AlterPartition: () => 'the question for another ISR',
  AlterPartitionResponse: () => 'the answer about the ISR',
  MetadataUpdate: () => 'the news from the controller',
  FindCoordinator: () => 'the question for the group coordinator',
  FindCoordinatorResponse: () => 'the name of the group coordinator',
  OffsetCommit: (records) => `the commit of ${records}`,
  OffsetCommitResponse: (records) => `the answer to the commit of ${records}`,
  OffsetFetch: () => 'the question for the committed offsets',
  OffsetFetchResponse: () => 'the committed offsets',
  ListOffsets: () => 'the question where the log begins or ends',
  ListOffsetsResponse: () => 'the answer where the log begins or ends',
  Call: (records) => `the call for ${records}`,
  CallReply: (records) => `the reply to the call for ${records}`,
}

export interface NameParts {
  readonly api: string
  readonly records: readonly string[]
  readonly offsets: readonly string[]
  readonly from: NodeId
  readonly to: NodeId
}

/** `ProduceResponse[C] broker-1>producer-1 #1` taken apart; null where a name is not that of a message. */
export const partsOfName = (name: string): NameParts | null => {
  const found = /^([A-Za-z]+)(?:\[([^\]]*)\])?(?:@([\d,]+))? ([^>\s]+)>([^>\s]+)/.exec(name)
  if (found === null) return null
  const [, api = '', records = '', offsets = '', from = '', to = ''] = found
  const items = (text: string): readonly string[] => (text === '' ? [] : text.split(','))
  return { api, records: items(records), offsets: items(offsets), from, to }
}

/** A message by its name, in the middle of a sentence: `the answer to C`. */
export const messageNamed = (name: string, names: Names): string => {
  const parts = partsOfName(name)
  if (parts === null) return 'it'
  const say = Object.hasOwn(MESSAGES, parts.api) ? MESSAGES[parts.api] : undefined
  return (
    say?.(listed(parts.records), names.actor(parts.from), parts.offsets) ?? `${parts.api} of ${names.actor(parts.from)}`
  )
}

/** What is in the air with a message: the records of a request, else the message itself. */
export const cargoNamed = (name: string, names: Names): string => {
  const parts = partsOfName(name)
  return parts?.api === 'Produce' && parts.records.length > 0 ? listed(parts.records) : messageNamed(name, names)
}
