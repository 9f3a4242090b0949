/**
 * Effects outside Kafka, as receipts: what was done, and what was done again.
 *
 *   card-1 ──────●──────────────●──────
 *              [$20 A]        [$20 A]  again: nothing outside takes it back
 */
import type { Event, NodeId, PendingName, RecordName } from './fromEngine.ts'
import type { Moment } from './moment.ts'
import { ofKind, type Timed } from './timed.ts'

type Effect = Extract<Event, { kind: 'effect-happened' }>['effect']

export interface Receipt {
  readonly id: string
  readonly node: NodeId
  readonly record: RecordName
  readonly effect: Effect
  readonly moment: Moment
  /** The call it answers. */
  readonly message: PendingName | null
  readonly is: 'first' | 'again'
}

export const receipts = (events: readonly Timed[]): readonly Receipt[] => {
  const landed = new Map(ofKind(events, 'message-landed').map((timed) => [timed.step, timed.event.message]))
  const seen = new Set<string>()
  return ofKind(events, 'effect-happened').map(({ event, moment, step }) => {
    const { node, record, effect } = event
    const key = `${node} ${effect} ${record}`
    const is = seen.has(key) ? 'again' : 'first'
    seen.add(key)
    const id = `effect ${node} ${record} ${moment.at} ${moment.tie}`
    return { id, node, record, effect, moment, message: landed.get(step) ?? null, is }
  })
}
