/** At which marks a card about a reader or about an effect ends. */
import { deliveryId } from './deliveries.ts'
import type { Event } from './fromEngine.ts'
import type { Moment } from './moment.ts'
import { receiptId } from './receipts.ts'
import { readerMarkId } from './readerMarks.ts'

/** null: it has no mark of its own. */
export const marksOfReader = (event: Event, moment: Moment): readonly string[] | null => {
  switch (event.kind) {
    case 'record-delivered':
      return [deliveryId(event.node, event.partition, event.offset, moment)]
    case 'offsets-committed':
      return [readerMarkId('committed', event.node, moment)]
    case 'position-found':
      return [readerMarkId('found', event.node, moment)]
    case 'commit-failed':
    case 'position-moved':
    case 'reader-failed':
    case 'effect-in-doubt':
      return [readerMarkId('trouble', event.node, moment)]
    case 'effect-happened':
    case 'effect-skipped':
    case 'effect-failed':
      return [receiptId(event.node, event.record, moment)]
    default:
      return null
  }
}
