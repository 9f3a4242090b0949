import type { ProducerConfig } from '../../../engine/index.ts'
import type { InFlightRequest } from '../../../engine/index.ts'
import { type Desk, linkTo, putLink, update } from '../../../engine/kafka/producer/desk.ts'
import { at, BROKER, configWith, deskWith, linked, partitionNamed } from './producerBench.ts'

/** A sender with its network and clock. */
export interface Bench {
  desk: Desk
  /** Connections that have stood so far. */
  connections: number
  /** Requests whose answer lies in the inbox, in the order of the answers. */
  answered: readonly InFlightRequest[]
}

export interface TraceSettings {
  readonly idempotence: boolean
  readonly producerId: number
  readonly epoch: number
  readonly config: Partial<ProducerConfig>
}

const PARTITIONS = [0, 1, 2].map(partitionNamed)

export const openTrace = ({ idempotence, producerId, epoch, config }: TraceSettings): Bench => {
  const identity = idempotence ? { state: 'ready' as const, producerId, producerEpoch: epoch } : { state: 'none' as const }
  return { desk: deskWith({ config: configWith(config), identity, partitions: PARTITIONS }), connections: 1, answered: [] }
}

export const passTime = (bench: Bench, ms: number): void => {
  bench.desk = at(bench.desk, bench.desk.env.now + ms)
}

/**
 * The network of a trace, before the sender acts: connecting takes no time once the back-off is over, and metadata is
 * answered at once and never says anything new.
 */
export const reachBroker = (bench: Bench): void => {
  const { desk } = bench
  if (desk.state.metadataWanted) update(desk, { metadataWanted: false })
  const link = linkTo(desk, BROKER)
  if (link.state === 'connected' || desk.env.now < link.notBefore) return
  bench.connections += 1
  putLink(desk, BROKER, linked(`${BROKER} #${bench.connections}`))
}

/** The broker is out of reach at once; that its requests have failed is read in the next last phase. */
export const disconnectBroker = (bench: Bench, reconnectBackoffMs: number): void => {
  const { desk } = bench
  const { connection, failures } = linkTo(desk, BROKER)
  putLink(desk, BROKER, { state: 'disconnected', connection: null, notBefore: desk.env.now + reconnectBackoffMs, failures })
  if (connection !== null) update(desk, { inbox: [...desk.state.inbox, { kind: 'disconnected', peer: BROKER, connection }] })
}
