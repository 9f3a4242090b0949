/**
 * Which request carried which batch. The producer does not know the name of what it sends; the core mints it.
 *
 *   message-sent Produce[A,B] ─▶ batch-sent A ─▶ batch-sent B      noted right behind their request
 */
import type { EventOfKind, PendingName } from './fromEngine.ts'
import type { Moment } from './moment.ts'
import type { Timed } from './timed.ts'

export interface SentBatchFact {
  readonly message: PendingName
  readonly event: EventOfKind<'batch-sent'>
  readonly moment: Moment
}

export const sentBatches = (events: readonly Timed[]): readonly SentBatchFact[] => {
  const found: SentBatchFact[] = []
  let request: PendingName | null = null
  for (const { event, moment } of events) {
    if (event.kind === 'message-sent' && event.message.body.api === 'Produce') request = event.message.name
    if (event.kind === 'batch-sent' && request !== null) found.push({ message: request, event, moment })
  }
  return found
}

/** Which attempt each call to the world outside is: noted right before it is sent. */
export const callAttempts = (events: readonly Timed[]): ReadonlyMap<PendingName, number> => {
  const found = new Map<PendingName, number>()
  let attempt = 1
  for (const { event } of events) {
    if (event.kind === 'effect-called') attempt = event.attempt
    if (event.kind === 'message-sent' && event.message.body.api === 'Call' && event.copyOf === undefined)
      found.set(event.message.name, attempt)
  }
  return found
}
