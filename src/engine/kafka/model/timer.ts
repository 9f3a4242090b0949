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
  /** The reader has waited long enough for the answer to a call. */
  | { readonly timer: 'call-timeout' }
  /** A call that failed is made again. */
  | { readonly timer: 'call-again' }
  /** The reader's request time-out, armed when its connection went silent. */
  | { readonly timer: 'fetch-timeout'; readonly broker: NodeId }
  /** The reader may dial again. */
  | { readonly timer: 'reconnect'; readonly broker: NodeId }
  /** What waits at the coordinator for its log to be replicated has waited `offsets.commit.timeout.ms`. */
  | { readonly timer: 'offsets-expiry'; readonly connection: ConnectionId }
  /** A request to the coordinator was not answered within the reader's `request.timeout.ms`. */
  | { readonly timer: 'coordinator-timeout' }
  /** The coordinator is looked for, dialled or asked again. */
  | { readonly timer: 'coordinator-retry' }
  /** A commit that is waited for has taken `default.api.timeout.ms`. */
  | { readonly timer: 'commit-deadline' }
  /** An idle poll reaches the end of `auto.commit.interval.ms` (CGR-03). */
  | { readonly timer: 'auto-commit' }
  /** The leader looks who has fallen behind (ISR-R02). */
  | { readonly timer: 'isr-check' }
  /** The high watermark is written to disk (HW-R08). */
  | { readonly timer: 'checkpoint' }
  /** A follower asks again after an error (HW-R09). */
  | { readonly timer: 'refetch'; readonly broker: NodeId }
  /** A follower that had fallen behind fetches again. */
  | { readonly timer: 'catch-up' }
  /** A broker's session ends, as its heartbeats have ended (KR-01). */
  | { readonly timer: 'session'; readonly broker: NodeId }
  /** A broker that stood still has caught up with the metadata and is unfenced. */
  | { readonly timer: 'unfence'; readonly broker: NodeId }
  /** A client that was not there before begins, warm. */
  | { readonly timer: 'start' }
  | { readonly timer: 'restart' }

/** What a node calls this timer: setting it again moves it, cancelling needs it. */
export const timerKey = (timer: Timer): string => {
  switch (timer.timer) {
    case 'hand-over':
    case 'poll':
    case 'processed':
    case 'call-timeout':
    case 'call-again':
    case 'restart':
    case 'start':
    case 'isr-check':
    case 'checkpoint':
    case 'catch-up':
    case 'coordinator-timeout':
    case 'coordinator-retry':
    case 'commit-deadline':
    case 'auto-commit':
      return timer.timer
    case 'wake':
      return `wake ${timer.partition}`
    case 'serve':
    case 'fetch-wait':
    case 'produce-expiry':
    case 'offsets-expiry':
      return `${timer.timer} ${timer.connection}`
    case 'fetch-timeout':
    case 'reconnect':
    case 'refetch':
    case 'session':
    case 'unfence':
      return `${timer.timer} ${timer.broker}`
  }
}
