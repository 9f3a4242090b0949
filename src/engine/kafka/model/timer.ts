import type { ConnectionId, NodeId } from '../../core/world.ts'
import type { FetchedRecord } from './consumer.ts'
import type { TopicPartition } from './names.ts'

/** What a timer that fires stands for. */
export type Timer =
  /** The application hands over its next record. */
  | { readonly timer: 'hand-over' }
  /** The end of the sender's sleep (TMO-10). */
  | { readonly timer: 'poll' }
  /** An append wakes the fetches that wait for it (HW-R09). */
  | { readonly timer: 'wake'; readonly partition: TopicPartition }
  /** The next request of a connection is looked at (NET-01). */
  | { readonly timer: 'serve'; readonly connection: ConnectionId }
  /** The parked fetch of a connection has waited long enough. One request of a connection is served at a time, so its connection says which. */
  | { readonly timer: 'fetch-wait'; readonly connection: ConnectionId }
  /** The waiting produce of a connection has waited `timeoutMs` (ACK-08). */
  | { readonly timer: 'produce-expiry'; readonly connection: ConnectionId }
  /** The reader has processed a record and does its effect. */
  | { readonly timer: 'processed'; readonly record: FetchedRecord }
  /** The reader's request time-out, armed when its connection went silent. */
  | { readonly timer: 'fetch-timeout'; readonly broker: NodeId }
  /** The reader may dial again. */
  | { readonly timer: 'reconnect'; readonly broker: NodeId }
  | { readonly timer: 'restart' }

/** What a node calls this timer: setting it again moves it, cancelling needs it. */
export const timerKey = (timer: Timer): string => {
  switch (timer.timer) {
    case 'hand-over':
    case 'poll':
    case 'processed':
    case 'restart':
      return timer.timer
    case 'wake':
      return `wake ${timer.partition}`
    case 'serve':
    case 'fetch-wait':
    case 'produce-expiry':
      return `${timer.timer} ${timer.connection}`
    case 'fetch-timeout':
    case 'reconnect':
      return `${timer.timer} ${timer.broker}`
  }
}
