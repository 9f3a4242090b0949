/**
 * What polls hand over to readers. A reader that is busy has been sent a record before it is handed over.
 *
 *   broker-1 ─┐
 *              ┆
 *   consumer-1 ▽────────[B]────      fetched, and handed over by the next poll
 */
import type { NodeId, Offset, PendingName, RecordName, TopicPartition } from './fromEngine.ts'
import type { MessageFact } from './messages.ts'
import { isDone, type Moment } from './moment.ts'
import { ofKind, type Timed } from './timed.ts'

export interface Delivery {
  readonly id: string
  readonly node: NodeId
  readonly record: RecordName
  readonly moment: Moment
  /** The answer that brought it. */
  readonly message: PendingName | null
}

export const deliveryId = (node: NodeId, partition: TopicPartition, offset: Offset, { at }: Moment): string =>
  `delivered ${node} ${partition} ${offset} ${at}`

export const deliveries = (events: readonly Timed[], sent: readonly MessageFact[]): readonly Delivery[] => {
  const answers = sent.filter((fact) => fact.kind === 'delivery' && fact.fate === 'lands')
  return ofKind(events, 'record-delivered').map(({ event, moment }) => {
    const { node, partition, record, offset } = event
    const brought = answers.findLast(
      (fact) => fact.to === node && fact.records.includes(record) && isDone(fact.lands, moment),
    )
    return { id: deliveryId(node, partition, offset, moment), node, record, moment, message: brought?.name ?? null }
  })
}
