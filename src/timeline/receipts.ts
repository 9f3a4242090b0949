/**
 * What became of calls to the world outside: done, done again, left undone because it was done before, failed.
 *
 *   card-1 ──────●──────────────●─────────────●──────
 *              [$20 A]        [$20 A]       [ ∕ A ]
 *                              again        done before
 */
import type { Event, NodeId, PendingName, RecordName } from './fromEngine.ts'
import type { Moment } from './moment.ts'
import { ofKind, type Timed } from './timed.ts'

type Outcome = Extract<Event, { kind: 'effect-happened' | 'effect-skipped' | 'effect-failed' }>

export interface Receipt {
  readonly id: string
  readonly node: NodeId
  readonly record: RecordName
  readonly effect: Outcome['effect']
  readonly moment: Moment
  /** The call it answers. */
  readonly message: PendingName | null
  readonly is: 'first' | 'again' | 'skipped' | 'failed'
  /** Of one that was left undone. */
  readonly because: Extract<Outcome, { kind: 'effect-skipped' }>['because'] | null
}

const isOf = (event: Outcome): Receipt['is'] => {
  if (event.kind === 'effect-happened') return event.times > 1 ? 'again' : 'first'
  return event.kind === 'effect-skipped' ? 'skipped' : 'failed'
}

export const receiptId = (node: NodeId, record: RecordName, { at, tie }: Moment): string =>
  `effect ${node} ${record} ${at} ${tie}`

export const receipts = (events: readonly Timed[]): readonly Receipt[] => {
  const landed = new Map(ofKind(events, 'message-landed').map((timed) => [timed.step, timed.event.message]))
  return ofKind(events, 'effect-happened', 'effect-skipped', 'effect-failed').map(({ event, moment, step }) => ({
    id: receiptId(event.node, event.record, moment),
    node: event.node,
    record: event.record,
    effect: event.effect,
    moment,
    message: landed.get(step) ?? null,
    is: isOf(event),
    because: event.kind === 'effect-skipped' ? event.because : null,
  }))
}
