import { type ClientLink, type Producer, type ProducerBatch, type ProducerConfig, resolveProducerConfig } from '../../../engine/index.ts'
import { batchOf, type Desk } from '../../../engine/kafka/producer/desk.ts'
import { warmProducer } from '../../../engine/kafka/producer/start.ts'
import { Malformed } from '../fields.ts'

/** Both partitions of a trace have one leader: requests can carry a batch of each. */
export const BROKER = 'broker-1'

/** Cases name a partition by its number. */
export const partitionNamed = (number: string | number): string => `topic-${number}`
export const partitionNumber = (partition: string): string => partition.slice('topic-'.length)

/** Kafka's tests put senders together that no constructor would let pass, so settings are laid over the defaults unchecked. */
export const configWith = (settings: Partial<ProducerConfig>): ProducerConfig => {
  const resolved = resolveProducerConfig({}, 'ProducerConfig')
  if (resolved.outcome === 'error') throw new Malformed('the defaults are refused')
  return { ...resolved.effective, ...settings }
}

type Volatile = Producer['volatile']

/** What a case leaves open: one connected broker that leads every partition, nothing queued, time 0. */
interface BenchOptions {
  readonly config: ProducerConfig
  readonly identity: Volatile['identity']
  readonly partitions: readonly string[]
  readonly leaderEpoch?: number
  readonly leaderOf?: (partition: string) => number
  readonly now?: number
  readonly jitter?: number
}

export const linked = (connection: string): ClientLink => ({ state: 'connected', connection, notBefore: 0, failures: 0 })

export const deskWith = ({ config, identity, partitions, leaderEpoch = 0, leaderOf = () => 1, now = 0, jitter = 1 }: BenchOptions): Desk => {
  const metadata = Object.fromEntries(partitions.map((partition) => [partition, { partition, leader: leaderOf(partition), leaderEpoch }]))
  const { volatile } = warmProducer('producer-1', null, { [BROKER]: linked(`${BROKER} #1`) }, metadata)
  return {
    id: 'producer-1',
    env: { now, config, application: 'application-1', brokers: [BROKER], jitter: () => jitter },
    state: { ...volatile, identity },
    commands: [],
  }
}

/** The same desk at another time. */
export const at = (desk: Desk, now: number): Desk => ({ ...desk, env: { ...desk.env, now } })

export const batchNamed = (desk: Desk, key: string): ProducerBatch => {
  const batch = batchOf(desk, key)
  if (!batch) throw new Malformed(`there is no batch "${key}" at this point`)
  return batch
}

/** The lowest unfinished sequence of a partition; null without any. */
export const firstInFlight = (desk: Desk, partition: string): number | null => {
  const [key] = desk.state.sequences[partition]?.unfinished ?? []
  return key === undefined ? null : (batchOf(desk, key)?.stamp?.baseSequence ?? null)
}

export const producerEpoch = ({ state }: Desk): number | null => (state.identity.state === 'ready' ? state.identity.producerEpoch : null)
export const producerId = ({ state }: Desk): number | null => (state.identity.state === 'ready' ? state.identity.producerId : null)
