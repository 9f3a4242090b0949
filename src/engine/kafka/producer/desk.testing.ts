/** A producer's desk with literal things on it: one partition, led by broker-1, unless a test says otherwise. */
import { resolveProducerConfig } from '../config/index.ts'
import type { KafkaEvent } from '../model/event.ts'
import type { ClientLink } from '../model/clientLink.ts'
import type { Command } from '../model/kinds.ts'
import type { Producer, ProducerBatch, SequenceEntry } from '../model/producer.ts'
import { openDesk, type Desk } from './desk.ts'
import { freshSequences } from './sequences.ts'
import { warmProducer } from './start.ts'

export const P = 'orders-0'

type State = Producer['volatile']
interface Given {
  readonly now?: number
  /** Kafka's keys; `batch.size=1` unless it says otherwise. */
  readonly config?: Readonly<Record<string, string>>
  readonly state?: Partial<State>
}

export const linked = (n: number): ClientLink => ({
  state: 'connected',
  connection: `producer-1>broker-1 #${n}`,
  notBefore: 0,
  failures: 0,
})

export const deskWith = ({ now = 0, config = {}, state = {} }: Given = {}): Desk => {
  const resolved = resolveProducerConfig({ 'batch.size': '1', ...config })
  if (resolved.outcome === 'error') throw new Error(resolved.problem.text)
  const isIdempotent = resolved.effective['enable.idempotence']
  const warm = warmProducer(
    'producer-1',
    isIdempotent ? 7 : null,
    { 'broker-1': linked(1) },
    { [P]: { partition: P, leader: 1, leaderEpoch: 0 } },
  )
  const env = { now, config: resolved.effective, application: 'application-1', brokers: ['broker-1'], jitter: () => 1 }
  return openDesk({ ...warm, volatile: { ...warm.volatile, ...state } }, env)
}

/** `batchOf('B', { sequence: 1 })`: with a number it was drained before. */
export const batchWith = (
  record: string,
  { sequence, ...change }: Partial<ProducerBatch> & { readonly sequence?: number } = {},
): ProducerBatch => ({
  key: record,
  partition: P,
  records: [{ record, send: 1 }],
  createdAt: 0,
  bytes: 78,
  attempts: 0,
  lastAttemptAt: 0,
  everSent: sequence !== undefined,
  stamp: sequence === undefined ? null : { producerId: 7, producerEpoch: 0, baseSequence: sequence },
  rewritten: false,
  leaderEpochAtAttempt: null,
  closed: true,
  result: null,
  ...change,
})

export const numbered = (change: Partial<SequenceEntry>): SequenceEntry => ({ ...freshSequences(7, 0), ...change })

export const keyed = (...batches: readonly ProducerBatch[]): State['batches'] =>
  Object.fromEntries(batches.map((b) => [b.key, b]))

export const eventsIn = (commands: readonly Command[]): readonly KafkaEvent[] =>
  commands.flatMap((c) => (c.do === 'note' ? [c.event] : []))
export const kindsIn = (desk: Desk): readonly string[] => eventsIn(desk.commands).map((e) => e.kind)
