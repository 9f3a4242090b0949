import type { Millis, NodeId } from '../../core/world.ts'
import type { ProducerConfig } from '../config/index.ts'
import type { KafkaEvent } from '../model/event.ts'
import type { Command, Env } from '../model/kinds.ts'
import type { TopicPartition } from '../model/names.ts'
import type { ClientLink } from '../model/clientLink.ts'
import type { BatchKey, Producer, ProducerBatch, SequenceEntry } from '../model/producer.ts'

/** What a producer is told about itself: its resolved settings, its brokers, who its application is. */
export interface ProducerEnv extends Env<ProducerConfig> {
  readonly application: NodeId
  readonly brokers: readonly NodeId[]
  /** A factor in [0.8, 1.2) for the n-th draw, or 1 with jitter off (DET-01). */
  readonly jitter: (draw: number) => number
}

/**
 * What lies on the sender's desk while one input is handled: the state so far and the commands gathered. Phases of the
 * turn put a new state down; nothing that was given to the turn is changed.
 */
export interface Desk {
  readonly id: NodeId
  readonly env: ProducerEnv
  state: Producer['volatile']
  readonly commands: Command[]
}

export const openDesk = (self: Producer, env: ProducerEnv): Desk => ({ id: self.id, env, state: self.volatile, commands: [] })

export const update = (desk: Desk, change: Partial<Producer['volatile']>): void => {
  desk.state = { ...desk.state, ...change }
}

export const note = (desk: Desk, event: KafkaEvent): void => {
  desk.commands.push({ do: 'note', event })
}

export const batchOf = (desk: Desk, key: BatchKey): ProducerBatch | undefined => desk.state.batches[key]

export const putBatch = (desk: Desk, batch: ProducerBatch): void => update(desk, { batches: { ...desk.state.batches, [batch.key]: batch } })

/** A batch whose fate was told is forgotten once no request carries it any more. */
export const forgetFinished = (desk: Desk): void => {
  const requests = Object.values(desk.state.inFlight).flat()
  const carried = new Set(requests.flatMap((r) => (r.api === 'Produce' ? r.batches.map((b) => b.key) : [])))
  const kept = Object.entries(desk.state.batches).filter(([key, batch]) => batch.result === null || carried.has(key))
  if (kept.length < Object.keys(desk.state.batches).length) update(desk, { batches: Object.fromEntries(kept) })
}

export const queueOf = (desk: Desk, partition: TopicPartition): readonly BatchKey[] => desk.state.queues[partition] ?? []

export const putQueue = (desk: Desk, partition: TopicPartition, queue: readonly BatchKey[]): void =>
  update(desk, { queues: { ...desk.state.queues, [partition]: queue } })

export const linkTo = (desk: Desk, broker: NodeId): ClientLink =>
  desk.state.links[broker] ?? { state: 'disconnected', connection: null, notBefore: 0, failures: 0 }

export const putLink = (desk: Desk, broker: NodeId, link: ClientLink): void => update(desk, { links: { ...desk.state.links, [broker]: link } })

export const putSequences = (desk: Desk, partition: TopicPartition, entry: SequenceEntry): void =>
  update(desk, { sequences: { ...desk.state.sequences, [partition]: entry } })

export const unanswered = (desk: Desk, broker: NodeId): Producer['volatile']['inFlight'][string] => desk.state.inFlight[broker] ?? []

export const isIdempotent = (desk: Desk): boolean => desk.env.config['enable.idempotence']

/** TMO-01: the delivery clock starts when the batch is created, and is reached at age ≥ `delivery.timeout.ms`; a fail-over takes some 10 s of its two minutes (FO-04). */
export const deliveryDeadline = (desk: Desk, batch: ProducerBatch): Millis => batch.createdAt + desk.env.config['delivery.timeout.ms']
export const hasReachedDeliveryTimeout = (desk: Desk, batch: ProducerBatch): boolean => desk.env.now >= deliveryDeadline(desk, batch)
