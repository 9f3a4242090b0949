import type { PendingName } from '../../core/world.ts'
import type { TopicPartition } from './names.ts'
import type { FetchedRecord } from './consumer.ts'

/** What a timer that fires stands for. */
export type Timer =
  /** The application hands over its next record. */
  | { readonly timer: 'hand-over' }
  /** The end of the sender's sleep (TMO-10). */
  | { readonly timer: 'poll' }
  /** An append wakes the fetches that wait for it (HW-R09). */
  | { readonly timer: 'wake'; readonly partition: TopicPartition }
  /** The next request of a connection is looked at (NET-01). */
  | { readonly timer: 'serve'; readonly connection: string }
  /** A parked fetch has waited long enough. */
  | { readonly timer: 'fetch-wait'; readonly fetch: PendingName }
  /** A waiting produce has waited `timeoutMs` (ACK-08). */
  | { readonly timer: 'produce-expiry'; readonly request: PendingName }
  /** The reader has processed a record and does its effect. */
  | { readonly timer: 'processed'; readonly record: FetchedRecord }
  /** The reader's request time-out, armed when its connection went silent. */
  | { readonly timer: 'fetch-timeout'; readonly broker: string }
  /** The reader may dial again. */
  | { readonly timer: 'reconnect'; readonly broker: string }
  | { readonly timer: 'restart' }
