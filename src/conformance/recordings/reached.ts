import { eventsOf, type EventOf, type KafkaKinds, type KafkaTrace, type Millis } from '../../engine/index.ts'
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
export const conditionAt = (trace: KafkaTrace, { condition = {} }: RecordedStep): Millis | null => {
  const { client, answered, value, produceRequests } = condition
  if (typeof client !== 'string') return null
  if (typeof answered === 'string') {
    const told = toldEvents(trace, client).filter(({ event }) => 'records' in event && event.records.some((r) => r.record === answered))
    return told[0]?.at ?? null
  }
  const sent = produceRequestsWith(trace, client, String(value))
  return sent[Number(produceRequests) - 1]?.at ?? null
}

/** The Produce requests of a client that carry a value, in order. */
export const produceRequestsWith = (trace: KafkaTrace, client: string, value: string): readonly { readonly at: Millis; readonly name: string; readonly to: string }[] =>
  eventsOf(trace).flatMap(({ at, event }) => {
    if (event.kind !== 'message-sent' || event.message.body.api !== 'Produce' || event.message.from !== client) return []
    return event.message.about.includes(value) ? [{ at, name: event.message.name, to: event.message.to }] : []
  })
