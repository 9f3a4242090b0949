import { brokerNumber, eventsOf, partitionOf, topicOf, topicPartition, type EventOf, type KafkaKinds, type KafkaTrace, type Millis } from '../../engine/index.ts'
import type { RecordedStep } from './recording.ts'

type Event = EventOf<KafkaKinds>
interface Timed {
  readonly at: Millis
  readonly event: Event
}

/** Everything a client's application was told about its sends. */
const TOLD = new Set(['batch-acked', 'batch-counted-as-sent', 'batch-failed'])

export const toldEvents = (trace: KafkaTrace, client: string): readonly Timed[] => eventsOf(trace).filter(({ event }) => TOLD.has(event.kind) && 'node' in event && event.node === client)

/** When the application of a client had been told about a send; null: never in this run. */
export const toldAt = (trace: KafkaTrace, client: string, record: string, send: number): Millis | null => {
  const found = toldEvents(trace, client).find(({ event }) => 'records' in event && event.records.some((r) => r.record === record && r.send === send))
  return found?.at ?? null
}

/** When a `wait-until` condition on a client holds; null: never. */
export const conditionAt = (trace: KafkaTrace, { condition = {} }: RecordedStep, from: Millis): Millis | null => {
  const { client, answered, value, produceRequests } = condition
  if (typeof client !== 'string') return clusterConditionAt(trace, condition, from)
  if (typeof answered === 'string') {
    const told = toldEvents(trace, client).filter(({ event }) => 'records' in event && event.records.some((r) => r.record === answered))
    return told[0]?.at ?? null
  }
  const sent = produceRequestsWith(trace, client, String(value))
  return sent[Number(produceRequests) - 1]?.at ?? null
}

/** Leader and ISR of a partition over time, as the controller has them. */
const registrations = (trace: KafkaTrace, partition: string): readonly { readonly at: Millis; readonly leader: number | null; readonly isr: readonly number[] }[] => {
  const replicas = trace.setup.cluster.topics[topicOf(partition)]?.replicas[partitionOf(partition)] ?? []
  const states = [{ at: 0, leader: replicas[0] ?? null, isr: replicas }]
  for (const { at, event } of eventsOf(trace)) {
    const last = states[states.length - 1] ?? { at: 0, leader: null, isr: [] }
    if (event.kind === 'isr-changed' && event.partition === partition) states.push({ ...last, at, isr: event.isr })
    if (event.kind === 'leader-elected' && event.partition === partition) states.push({ at, leader: event.leader === null ? null : brokerNumber(event.leader), isr: event.isr })
  }
  return states
}

const clusterConditionAt = (trace: KafkaTrace, condition: Readonly<Record<string, unknown>>, from: Millis): Millis | null => {
  const { topic, partition, leader, leaderOtherThan, isr } = condition
  const states = registrations(trace, topicPartition(String(topic), Number(partition)))
  const holds = (state: (typeof states)[number]): boolean => {
    if (leader === 'any') return state.leader !== null
    if (leader === 'none') return state.leader === null
    if (typeof leader === 'number') return state.leader === leader
    if (typeof leaderOtherThan === 'number') return state.leader !== null && state.leader !== leaderOtherThan
    return Array.isArray(isr) && isr.length === state.isr.length && isr.every((b) => state.isr.includes(Number(b)))
  }
  const begin = states.findLast((s) => s.at <= from)
  if (begin && holds(begin)) return from
  return states.find((s) => s.at > from && holds(s))?.at ?? null
}

/** The Produce requests of a client that carry a value, in order. */
export const produceRequestsWith = (trace: KafkaTrace, client: string, value: string): readonly { readonly at: Millis; readonly name: string; readonly to: string }[] =>
  eventsOf(trace).flatMap(({ at, event }) => {
    if (event.kind !== 'message-sent' || event.message.body.api !== 'Produce' || event.message.from !== client) return []
    return event.message.about.includes(value) ? [{ at, name: event.message.name, to: event.message.to }] : []
  })
