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
